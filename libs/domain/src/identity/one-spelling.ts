/** British and American endings and words, as bodies have them in their names. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/(?<=\p{L}{2})is(?=(?:ation(?:al|s)?|e|ed|er|ers|es|ing)(?!\p{L}))/gu, 'iz'],
  [/(?<=\p{L}[^aeiou])re(?=s?(?!\p{L}))/gu, 'er'],
  [/(?<=\p{L}{2})our(?=s?(?!\p{L}))/gu, 'or'],
  [/(?<!\p{L})(?<stem>def|off|lic|pret)ence(?!\p{L})/gu, '$<stem>ense'],
  [/(?<!\p{L})program(?:me)?(?=s?(?!\p{L}))/gu, 'program'],
];

/** A folded name in one spelling, whichever side of the Atlantic it was written on. It need not be a word: it is compared and never shown. */
export const oneSpelling = (folded: string): string =>
  ALIKE.reduce((name, [pattern, to]) => name.replace(pattern, to), folded);

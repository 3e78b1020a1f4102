const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const CUT_SHORT = /(?<![\p{L}\p{M}\p{N}])[\p{L}\p{M}\p{N}]*\s*(?:…|\.\.\.)\s*$/u;
/** Lines of a text in which its headline may stand: behind a name of the section, a byline or a date. */
const FIRST_LINES = 3;
/** Fewer words may begin a sentence by chance. */
const TELLING_WORDS = 3;
/** Characters that the first lines and a headline are looked for in; a field of an article is never longer. */
const REACH = 4_000;
const APART = '\n\n';
const NUMBER = /\p{N}/u;

/** The text with its headline as a paragraph of its own before it, where it does not begin with that already. */
export const withHeadline = (text: string, headline: string): string =>
  wordsOf(headline).length === 0 || beginsWithHeadline(text, headline) ? text : `${headline}${APART}${text}`;

/** What stands behind a headline that was put before a text. */
export const withoutHeadline = (text: string): string => text.slice(text.indexOf(APART) + APART.length);

/**
 * Whether one of the first lines of a text is its headline, or its beginning is: a title that only repeats the first words of a
 * text ("At least 34 people were ...") is none beside it. Marks, case and the form of characters make no difference.
 */
export function beginsWithHeadline(text: string, headline: string): boolean {
  const words = wordsOf(headline.slice(0, REACH).replace(CUT_SHORT, ''));
  const lines = text
    .slice(0, REACH)
    .split('\n')
    .map(wordsOf)
    .filter((line) => line.length > 0);
  return lines.slice(0, FIRST_LINES).some((line, at) => isHeadline(line, lines.slice(at).flat(), words));
}

function isHeadline(line: readonly string[], from: readonly string[], headline: readonly string[]): boolean {
  if (startsWith(line, headline) && line.length === headline.length) return true;
  if (headline.length >= TELLING_WORDS && startsWith(from, headline)) return true;
  return line.length >= TELLING_WORDS && startsWith(headline, line) && !isNews(headline.slice(line.length));
}

/** Whether more words of a headline say more than the name of the site. */
const isNews = (words: readonly string[]): boolean =>
  words.length >= TELLING_WORDS || words.some((word) => NUMBER.test(word));

const startsWith = (words: readonly string[], start: readonly string[]): boolean =>
  start.length <= words.length && start.every((word, at) => word === words[at]);

const wordsOf = (text: string): string[] => text.normalize('NFKC').toLowerCase().match(WORD) ?? [];

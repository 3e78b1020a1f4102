/** Letters that Unicode does not decompose, as news spells them without. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ʼ: "'",
  '’': "'",
  '‘': "'",
};

/** Lower case, no accents, single spaces, no articles or possessives: names that differ only so are written alike. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ıøłđðþßæœʼ’‘]/g, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .replace(/'s?(?=\s|$)/g, '')
    .replace(/\./g, '')
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .replace(/^(the|a|an) /, '')
    .trim();
}

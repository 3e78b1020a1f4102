const SPACE = 32;
const WHITE = /\s/;

/** The words with one space wherever white space stands; most text is that already, and then is given back as it is. */
export function plainSpaces(words: string): string {
  let before = 0;
  for (let at = 0; at < words.length; at++) {
    const code = words.charCodeAt(at);
    const isOdd =
      code === SPACE ? before === SPACE : code < SPACE || (code > 126 && WHITE.test(words.charAt(at)));
    if (isOdd) return words.replace(/\s+/g, ' ');
    before = code;
  }
  return words;
}

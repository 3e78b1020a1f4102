/** A short vowel and one consonant double it: "nabbed"; of longer words only those that are stressed so. */
const DOUBLES = /^[^aeiou]*[aeiou][bgmnpt]$|^acquit$/;

/** A regular verb in all its forms. */
export function formsOf(lemma: string): string[] {
  if (/[^aeiou]y$/.test(lemma)) {
    const stem = lemma.slice(0, -1);
    return [lemma, `${stem}ies`, `${stem}ied`, `${lemma}ing`];
  }
  if (lemma.endsWith('e')) return [lemma, `${lemma}s`, `${lemma}d`, `${lemma.slice(0, -1)}ing`];
  const stem = DOUBLES.test(lemma) ? `${lemma}${lemma.at(-1) ?? ''}` : lemma;
  const plural = /(?:s|x|z|ch|sh)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
  return [lemma, plural, `${stem}ed`, `${stem}ing`];
}

/** Words as they are, with every form of regular verbs. */
export const wordsAndForms = (words: string, verbs: string): ReadonlySet<string> =>
  new Set([...words.split(/\s+/), ...verbs.split(/\s+/).flatMap(formsOf)]);

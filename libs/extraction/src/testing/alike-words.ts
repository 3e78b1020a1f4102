/** The words of a text in lower case, without marks. */
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** One of the two holds all words of the other: a title, a first name or "the" more or less. No words are like no words alone. */
export function holdsOther(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.length === 0 || b.length === 0) return a.length === b.length;
  return a.every((word) => b.includes(word)) || b.every((word) => a.includes(word));
}

/** Of the same last word, or one within the other: "the mayor of Norvale" and "Norvale". */
export function isAlike(one: string, other: string): boolean {
  const last = wordsOf(one).at(-1);
  return (last !== undefined && last === wordsOf(other).at(-1)) || holdsOther(one, other);
}

/** Share of words that two texts have in common (Jaccard). */
export function sharedWords(one: string, other: string): number {
  const [a, b] = [new Set(wordsOf(one)), new Set(wordsOf(other))];
  const both = [...a].filter((word) => b.has(word)).length;
  return both / (a.size + b.size - both || 1);
}

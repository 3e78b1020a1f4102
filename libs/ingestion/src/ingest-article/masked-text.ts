/** Stands for each character of what was masked: FULL BLOCK, U+2588. */
export const MASK = '\u2588';

/** Whether the text says what the masked one said before it was masked: the same but for the masked characters. */
export function fitsMasked(masked: string, text: string): boolean {
  const given = text[Symbol.iterator]();
  for (const character of masked) {
    const { value, done } = given.next();
    if (done || (character !== MASK && character !== value)) return false;
  }
  return given.next().done === true;
}

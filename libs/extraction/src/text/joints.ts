/** A caption's last word runs into the text's first: three lower-case letters, then a capital and a lower-case letter. */
const JOINT = /(?<=(?:^|[\s"“(])\p{Ll}{3,20})(?=\p{Lu}\p{Ll}+[\s,'’])/u;
const LOWER_TO_UPPER = /\p{Ll}\p{Lu}/u;
const LOOK = 120;

/**
 * Offset where the running text starts in a paragraph that a photo caption was glued to ("Harbour at nightOfficials said ..."), or null.
 * Only near the paragraph's start, and only where no sentence has ended before it.
 */
export function findJoint(text: string, start: number, end: number): number | null {
  if (end - start < 80) return null;
  const head = text.slice(start, Math.min(end, start + LOOK));
  if (!LOWER_TO_UPPER.test(head)) return null;
  const at = head.search(JOINT);
  if (at < 0 || /[.!?"”:;]/.test(head.slice(0, at))) return null;
  return start + at;
}

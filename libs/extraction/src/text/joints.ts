/** A caption's last word runs into the text's first: three lower-case letters, then a capital and a lower-case letter. */
const JOINT = /(?<=(?:^|[\s"“(])\p{Ll}{3,20})(?=\p{Lu}\p{Ll}+[\s,'’])/u;
const LOOK = 120;

/**
 * Offset where the running text starts in a paragraph that a photo caption was glued to ("Harbour at nightOfficials said ..."), or null.
 * Only near the paragraph's start, and only where no sentence has ended before it.
 */
export function findJoint(text: string, start: number, end: number): number | null {
  if (end - start < 80) return null;
  const head = text.slice(start, Math.min(end, start + LOOK));
  if (!mayHoldJoint(head)) return null;
  const at = head.search(JOINT);
  if (at < 0 || /[.!?"”:;]/.test(head.slice(0, at))) return null;
  return start + at;
}

/** A lower-case letter before a capital, or letters that only the pattern can tell: looked for without the Unicode tables. */
function mayHoldJoint(head: string): boolean {
  let isLower = false;
  for (let at = 0; at < head.length; at++) {
    const code = head.charCodeAt(at);
    if (code > 127 && !isPunctuation(code)) return true;
    if (isLower && code > 64 && code < 91) return true;
    isLower = code > 96 && code < 123;
  }
  return false;
}

/** The Unicode block of dashes, quotation marks and the like, which holds no letter. */
const isPunctuation = (code: number): boolean => code >= 0x2000 && code < 0x2070;

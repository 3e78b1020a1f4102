/** Lines by which an article says that it was changed. */
const NOTICES: readonly RegExp[] = [
  /^\W*(?:correction|corrected|clarification|clarified|update|updated|amended|amendment|retraction|editor'?s'? note)\b\s*(?:[:(\-–—]|(?:at|on|by)\b|\d|\p{Lu}|$)/iu,
  /\b(?:this|an earlier|a previous|an original|the original) (?:version of (?:this|the) )?(?:article|story|report|post|version|headline)\b.{0,120}\b(?:amended|corrected|changed|clarified|updated|revised|misstated|mis-stated|wrongly|incorrectly|erroneously|said)\b/i,
  /\b(?:we have|has been|was) (?:amended|corrected|updated|revised) (?:to|on|at|since|after|because)\b.{0,80}\b(?:article|story|report|figure|version)\b/i,
];

/** Whether the new text says more often than the old one that the article was changed. */
export function announcesChange(before: string, after: string): boolean {
  const known = new Set(noticesOf(before));
  return noticesOf(after).some((notice) => !known.has(notice));
}

const noticesOf = (text: string): string[] =>
  text
    .replace(/[’‘]/g, "'")
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => NOTICES.some((notice) => notice.test(line)));

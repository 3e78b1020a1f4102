/**
 * An article in parts of at most `size` UTF-16 units, cut at line ends, then at spaces: models have short memories and lose
 * what stands in the middle of long texts.
 */
export function articleParts(text: string, size: number): string[] {
  const parts: string[] = [];
  for (let start = 0; start < text.length;) {
    const end = text.length - start <= size ? text.length : cutBefore(text, start, start + size);
    const part = text.slice(start, end);
    if (part.trim() !== '') parts.push(part);
    start = end;
  }
  return parts;
}

function cutBefore(text: string, start: number, limit: number): number {
  const half = start + (limit - start) / 2;
  for (const mark of ['\n', '. ', ' ']) {
    const at = text.lastIndexOf(mark, limit - 1);
    if (at > half) return at + mark.length;
  }
  // Never between the halves of a surrogate pair.
  return /[\uDC00-\uDFFF]/.test(text[limit] ?? '') ? limit - 1 : limit;
}

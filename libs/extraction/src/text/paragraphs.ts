import type { Paragraph } from './model.js';
import { kindOfParagraph } from './paragraph-kinds.js';
import { findJoint } from './joints.js';

interface Line {
  readonly start: number;
  readonly end: number;
  /** A blank line stands before it. */
  readonly apart: boolean;
}

const LINE_BREAK = /\r\n|[\n\r\u2028\u2029\u0085]/g;
const BLANK = /[\s\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/;

/** One paragraph a line, unless the text is wrapped at a column: then one a block. Blank ones are left out. */
export function splitParagraphs(text: string, title: string | null): Paragraph[] {
  const lines = linesOf(text);
  const blocks = isWrapped(lines) ? joinBlocks(lines) : lines;
  const paragraphs: Paragraph[] = [];
  for (const { start, end } of blocks) {
    const index = paragraphs.length;
    const kind = kindOfParagraph(text.slice(start, Math.min(end, start + 1_000)), {
      index,
      title,
      firstLine: paragraphs[0] ? text.slice(paragraphs[0].start, paragraphs[0].end) : null,
      previous: paragraphs.at(-1)?.kind ?? null,
      isLong: end - start > 1_000,
    });
    const joint = findJoint(text, start, end);
    paragraphs.push({
      index,
      start,
      end,
      kind,
      joint,
      firstSentence: 0,
      endSentence: 0,
      firstToken: 0,
      endToken: 0,
    });
  }
  return paragraphs;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  let apart = true;
  const take = (to: number): void => {
    let start = from;
    let end = to;
    while (start < end && BLANK.test(text.charAt(start))) start++;
    while (end > start && BLANK.test(text.charAt(end - 1))) end--;
    if (start === end) apart = true;
    else lines.push({ start, end, apart });
    if (start !== end) apart = false;
  };
  for (const match of text.matchAll(LINE_BREAK)) {
    take(match.index);
    from = match.index + match[0].length;
  }
  take(text.length);
  return lines;
}

/** Mail and wire texts break their lines near one column: most lines follow another directly and are 50 to 100 long. */
function isWrapped(lines: readonly Line[]): boolean {
  if (lines.length < 8) return false;
  const wrapped = lines.filter(({ start, end, apart }) => !apart && end - start >= 20 && end - start <= 100);
  const full = lines.filter(({ start, end }) => end - start >= 50 && end - start <= 100);
  const apart = lines.filter((line) => line.apart);
  return wrapped.length >= 0.6 * lines.length && full.length >= 0.6 * lines.length && apart.length > 1;
}

function joinBlocks(lines: readonly Line[]): Line[] {
  const blocks: Line[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (last && !line.apart) blocks[blocks.length - 1] = { ...last, end: line.end };
    else blocks.push(line);
  }
  return blocks;
}

import type { Paragraph, QuoteRegion } from './model.js';
import { apartFrom, singlesIn } from './single-quotes.js';

type Draft = { -readonly [K in keyof QuoteRegion]: QuoteRegion[K] };

const OPENING = new Set(['“', '„', '«', '‟', '‹']);
const CLOSING = new Set(['”', '»', '›']);
/** `doubled` tells which of the single marks are meant; of three that close, the first closes a nested quotation. */
const MARK = /[“”„‟«»‹›"＂]|''(?!'(?:[\s.,;:)]|$))|``|‘‘|’’/g;
const DOUBLED = new Set(["'", '`', '‘', '’']);
const LETTER = /[\p{L}\p{N}]/u;
const OPENS_AFTER = /[\s([{—–:;,"“«-]/;

/**
 * Finds the quotations of each paragraph: curly, straight, low, guillemets, doubled apostrophes and single marks.
 * A paragraph that leaves a quotation open hands it on when the next one opens with a mark again (the convention for speech over
 * several paragraphs) or closes it without opening. Nested marks stay inside the outer region.
 */
export function readQuotes(text: string, paragraphs: readonly Paragraph[]): QuoteRegion[] {
  const regions: QuoteRegion[] = [];
  const marks = marksOf(text);
  const curly = nextCurly(text, marks);
  let at = 0;
  let open = false;
  for (const paragraph of paragraphs) {
    if (paragraph.kind === 'boilerplate') continue;
    while (at < marks.length && (marks[at] ?? 0) < paragraph.start) at++;
    const found = withSingles(text, paragraph, readParagraph({ text, marks, curly, at }, paragraph, open));
    const [first] = found;
    if (open && first && isAtStart(text, paragraph, first)) first.continues = regions.length - 1;
    for (const draft of found) {
      draft.index = regions.length;
      regions.push(draft);
    }
    const last = found.at(-1);
    open = last !== undefined && !last.closed;
  }
  return regions;
}

/** Where the double marks stand. */
function marksOf(text: string): number[] {
  const marks: number[] = [];
  for (MARK.lastIndex = 0; MARK.test(text);) {
    marks.push(MARK.lastIndex - (DOUBLED.has(text.charAt(MARK.lastIndex - 1)) ? 2 : 1));
  }
  return marks;
}

function isAtStart(text: string, paragraph: Paragraph, draft: Draft): boolean {
  return !LETTER.test(text.slice(paragraph.start, Math.min(draft.start, paragraph.start + 8)));
}

interface Opened {
  readonly at: number;
  readonly inner: number;
  readonly mark: Draft['mark'];
  nested: number;
}

/** Where the double marks stand, and from each one the next curly or angular one. */
interface Marks {
  readonly text: string;
  readonly marks: readonly number[];
  readonly curly: readonly number[];
  /** The paragraph's first mark. */
  readonly at: number;
}

function readParagraph(marks: Marks, { start, end, index }: Paragraph, carried: boolean): Draft[] {
  const { text } = marks;
  const found: Draft[] = [];
  let opened: Opened | null = null;
  for (let k = marks.at; ; k++) {
    const i = marks.marks[k] ?? end;
    if (i >= end) break;
    const mark: Mark | null = markAt(text, i, opened !== null, start);
    if (!mark) continue;
    const after = i + mark.length;
    if (opened) {
      if (staysInside(marks, k, end, mark, opened)) continue;
      found.push(region([opened.at, opened.inner, i, after], index, opened.mark, true));
      opened = null;
      continue;
    }
    const isCarried = carried && found.length === 0;
    if (opens(text, mark, after, isCarried ? end : null))
      opened = { at: i, inner: after, mark: mark.kind, nested: 0 };
    else if (isCarried) found.push(region([start, start, i, after], index, mark.kind, true));
  }
  return opened ? [...found, ...leftOpen(text, opened, end, index)] : found;
}

function leftOpen(text: string, { at, inner, mark }: Opened, end: number, paragraph: number): Draft[] {
  if (!LETTER.test(text.slice(inner, end))) return [];
  return [region([at, inner, end, end], paragraph, mark, false)];
}

/** Where a quotation is carried over, the mark behind the last letter of its paragraph (which ends at `end`) closes it by any form. */
function opens(text: string, { role }: Mark, after: number, end: number | null): boolean {
  return role === 'open' && (end === null || LETTER.test(text.slice(after, end)));
}

/** Counts nested quotations: true where the mark opens or closes one of them. */
function staysInside(marks: Marks, k: number, end: number, mark: Mark, opened: Opened): boolean {
  if (mark.role === 'open') {
    if (mark.nests) opened.nested++;
    return true;
  }
  if (opened.nested === 0 || !closesNested(marks, k, end)) return false;
  opened.nested--;
  return true;
}

/** A nested quotation's end is followed by more of the outer one, up to another closing mark in the paragraph. */
function closesNested({ text, curly }: Marks, k: number, end: number): boolean {
  const next = curly[k] ?? -1;
  return next >= 0 && next < end && CLOSING.has(text.charAt(next));
}

/** For each mark the offset of the next one that shows by its form whether it opens or closes, or -1. */
function nextCurly(text: string, marks: readonly number[]): number[] {
  const next = new Array<number>(marks.length).fill(-1);
  let known = -1;
  for (let k = marks.length - 1; k >= 0; k--) {
    next[k] = known;
    const at = marks[k] ?? 0;
    if (OPENING.has(text.charAt(at)) || CLOSING.has(text.charAt(at))) known = at;
  }
  return next;
}

function region(
  [start, innerStart, innerEnd, end]: readonly [number, number, number, number],
  paragraph: number,
  mark: Draft['mark'],
  closed: boolean,
): Draft {
  return { index: -1, start, innerStart, innerEnd, end, paragraph, mark, closed, continues: -1 };
}

interface Mark {
  readonly role: 'open' | 'close';
  readonly kind: Draft['mark'];
  readonly length: number;
  readonly nests: boolean;
}

function markAt(text: string, i: number, isOpen: boolean, floor: number): Mark | null {
  const c = text.charAt(i);
  const kind = /[«»‹›]/.test(c) ? 'guillemet' : 'double';
  if (OPENING.has(c)) {
    const closes = isOpen && isTypedForClosing(text, i);
    return { role: closes ? 'close' : 'open', kind, length: 1, nests: !closes };
  }
  if (CLOSING.has(c)) {
    const role = !isOpen && isTypedForOpening(text, i, floor) ? 'open' : 'close';
    return { role, kind, length: 1, nests: false };
  }
  return c === '"' || c === '＂' ? straight(text, i, isOpen) : doubled(text, i, isOpen);
}

/** A closing mark typed where one opens: after a space, before a letter. */
function isTypedForOpening(text: string, i: number, floor: number): boolean {
  const before = i > floor ? text.charAt(i - 1) : ' ';
  return OPENS_AFTER.test(before) && LETTER.test(text.charAt(i + 1));
}

/** An opening mark typed where one closes: behind a letter or stop, before a space. */
function isTypedForClosing(text: string, i: number): boolean {
  return /[\p{L}\p{N}.,!?…]/u.test(text.charAt(i - 1)) && /^(?:[\s,.;:)]|$)/.test(text.charAt(i + 1));
}

/** Two single marks for a double one: ``so'' or ''so''. */
function doubled(text: string, i: number, isOpen: boolean): Mark | null {
  const c = text.charAt(i);
  if (text.charAt(i + 1) !== c) return null;
  const role = c === '`' || c === '‘' || !isOpen ? 'open' : 'close';
  return { role, kind: 'double', length: 2, nests: false };
}

/** A straight mark closes what is open, except where only an opening can stand: after a space, before a letter. Inches are no marks. */
function straight(text: string, i: number, isOpen: boolean): Mark | null {
  const before = text.charAt(i - 1);
  const after = text.charAt(i + 1);
  if (!isOpen && /\d/.test(before) && !LETTER.test(after)) return null;
  return { role: isOpen ? 'close' : 'open', kind: 'double', length: 1, nests: false };
}

/**
 * Adds the quotations in single marks: those of a paragraph without double marks, and of one that sets double marks inside single ones,
 * as the British press does. What stands in double marks inside single ones is nested.
 */
function withSingles(text: string, { start, end, index }: Paragraph, doubles: Draft[]): Draft[] {
  const singles = singlesIn({ text, start, end, doubles });
  if (singles.length === 0) return doubles;
  const added = singles.map((single) =>
    region([single.start, single.start + 1, single.end - 1, single.end], index, 'single', true),
  );
  return [...apartFrom(doubles, singles), ...added].toSorted((a, b) => a.start - b.start);
}

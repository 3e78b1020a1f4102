import type { Paragraph, QuoteRegion } from './model.js';

type Draft = Omit<QuoteRegion, 'index'>;

const OPENING = new Set(['“', '„', '«', '‟']);
const CLOSING = new Set(['”', '»']);
const MARK = /[“”„‟«»"＂'`‘’]/;
const LETTER = /[\p{L}\p{N}]/u;
const OPENS_AFTER = /[\s([{—–:;,"“«-]/;
const CLOSES_BEFORE = /[\s)\]}.,;:!?—–"”»-]/;
/** A single-quoted stretch longer than this is more likely two stray apostrophes. */
const MAX_SINGLE = 600;

/**
 * Finds the quotations of each paragraph: curly, straight, low, guillemets, doubled apostrophes and (outside those) single marks.
 * A paragraph that leaves a quotation open hands it on when the next one opens with a mark again (the convention for speech over
 * several paragraphs) or closes it without opening. Nested marks stay inside the outer region.
 */
export function readQuotes(text: string, paragraphs: readonly Paragraph[]): QuoteRegion[] {
  const regions: QuoteRegion[] = [];
  let open = false;
  for (const paragraph of paragraphs) {
    if (paragraph.kind === 'boilerplate') continue;
    const found = readParagraph(text, paragraph, open);
    if (!found.some(({ mark }) => mark !== 'single')) addSingles(text, paragraph, found);
    for (const draft of found) {
      const continues =
        open && draft === found[0] && isAtStart(text, paragraph, draft) ? regions.length - 1 : -1;
      regions.push({ ...draft, continues, index: regions.length });
    }
    const last = found.at(-1);
    open = last !== undefined && !last.closed;
  }
  return regions;
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

function readParagraph(text: string, { start, end, index }: Paragraph, carried: boolean): Draft[] {
  const found: Draft[] = [];
  let opened: Opened | null = null;
  for (let i = start; i < end; i++) {
    const mark: Mark | null = markAt(text, i, opened !== null, start);
    if (!mark) continue;
    const after = i + mark.length;
    if (opened) {
      if (staysInside(text, i, end, mark, opened)) continue;
      found.push(region([opened.at, opened.inner, i, after], index, opened.mark, true));
      opened = null;
    } else if (mark.role === 'open') {
      opened = { at: i, inner: after, mark: mark.kind, nested: 0 };
    } else if (carried && found.length === 0) {
      found.push(region([start, start, i, after], index, mark.kind, true));
    }
    i = after - 1;
  }
  if (opened && LETTER.test(text.slice(opened.inner, end)))
    found.push(region([opened.at, opened.inner, end, end], index, opened.mark, false));
  return found;
}

/** Counts nested quotations: true where the mark opens or closes one of them. */
function staysInside(text: string, i: number, end: number, mark: Mark, opened: Opened): boolean {
  if (mark.role === 'open') {
    if (mark.nests) opened.nested++;
    return true;
  }
  if (opened.nested === 0 || !closesNested(text, i, end)) return false;
  opened.nested--;
  return true;
}

/** A nested quotation's end is followed by more of the outer one, up to another closing mark in the paragraph. */
function closesNested(text: string, at: number, end: number): boolean {
  for (let i = at + 1; i < end; i++) {
    const c = text.charAt(i);
    if (OPENING.has(c)) return false;
    if (CLOSING.has(c)) return true;
  }
  return false;
}

function region(
  [start, innerStart, innerEnd, end]: readonly [number, number, number, number],
  paragraph: number,
  mark: Draft['mark'],
  closed: boolean,
): Draft {
  return { start, innerStart, innerEnd, end, paragraph, mark, closed, continues: -1 };
}

interface Mark {
  readonly role: 'open' | 'close';
  readonly kind: Draft['mark'];
  readonly length: number;
  readonly nests: boolean;
}

function markAt(text: string, i: number, isOpen: boolean, floor: number): Mark | null {
  const c = text.charAt(i);
  if (!MARK.test(c)) return null;
  const kind = c === '«' || c === '»' ? 'guillemet' : 'double';
  if (OPENING.has(c)) return { role: 'open', kind, length: 1, nests: true };
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

/** Single quotation marks, where the paragraph has no double ones: an opening one before a letter, closed after a letter or stop. */
function addSingles(text: string, paragraph: Paragraph, found: Draft[]): void {
  const { start, end, index } = paragraph;
  for (let i = start; i < end; i++) {
    if (!opensSingle(text, i, start)) continue;
    const close = closingSingle(text, i, end);
    if (close < 0) continue;
    found.push(region([i, i + 1, close, close + 1], index, 'single', true));
    i = close;
  }
}

function opensSingle(text: string, i: number, floor: number): boolean {
  const c = text.charAt(i);
  if (c !== "'" && c !== '‘') return false;
  const before = i > floor ? text.charAt(i - 1) : ' ';
  return OPENS_AFTER.test(before) && /[\p{Lu}\p{Ll}]/u.test(text.charAt(i + 1));
}

/** The first closing mark after a stop or comma, else the first one that is no plural possessive. */
function closingSingle(text: string, open: number, end: number): number {
  let fallback = -1;
  const curly = text.charAt(open) === '‘';
  const limit = Math.min(end, open + MAX_SINGLE);
  for (let i = open + 2; i < limit; i++) {
    const c = text.charAt(i);
    if (c !== '’' && (curly || c !== "'")) continue;
    const after = i + 1 < end ? text.charAt(i + 1) : ' ';
    if (!CLOSES_BEFORE.test(after)) continue;
    const before = text.charAt(i - 1);
    if (/[.,!?…]/.test(before)) return i;
    if (/[sS]/.test(before) && after === ' ') continue;
    if (LETTER.test(before) && fallback < 0) fallback = i;
  }
  return fallback;
}

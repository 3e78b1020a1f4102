import type { TextRange } from '#domain';
import { firstBehind } from './first-behind.js';

/** A single mark before a letter or a nested quotation. */
const SINGLE = /['‘](?=[\p{Lu}\p{Ll}“"])/gu;
const LETTER = /[\p{L}\p{N}]/u;
const OPENS_AFTER = /[\s([{—–:;,"“«-]/;
const CLOSES_BEFORE = /[\s)\]}.,;:!?—–"”»-]/;
const STOP = /[.,!?…]/;
/** A single-quoted stretch longer than this is more likely two stray apostrophes. */
const MAX_SINGLE = 600;

/** A stretch of text, and the quotations in double marks that stand in it. */
interface Stretch extends TextRange {
  readonly text: string;
  readonly doubles: readonly (TextRange & { readonly closed: boolean })[];
}

/**
 * The quotations in single marks of a stretch. Beside double ones they count only where one of them holds a double one: elsewhere a
 * single mark is nested in double ones, or an apostrophe.
 */
export function singlesIn(stretch: Stretch): TextRange[] {
  const { doubles } = stretch;
  if (doubles.some(({ closed }) => !closed)) return [];
  const singles = pairsIn(stretch);
  if (doubles.length === 0) return singles;
  return singles.some((single) => holdsOne(doubles, single)) ? singles : [];
}

/** One of these stretches, which stand in text order, lies inside another. */
function holdsOne(inner: readonly TextRange[], { start, end }: TextRange): boolean {
  const first = inner[firstBehind(inner, start, (one) => one.start)];
  return first !== undefined && first.end <= end;
}

/** Those that lie in none of the others; both stand in text order. */
export function apartFrom<T extends TextRange>(inner: readonly T[], outer: readonly TextRange[]): T[] {
  return inner.filter(({ start, end }) => (lastBefore(outer, start)?.end ?? 0) < end);
}

/** An opening mark before a letter with the mark that closes it, one pair behind the other. */
function pairsIn(stretch: Stretch): TextRange[] {
  const { text, start, end } = stretch;
  const found: TextRange[] = [];
  // By form: nothing closes before this offset, as an earlier opening mark has shown.
  const open = { "'": start, '‘': start };
  let from = start;
  for (const match of text.slice(start, end).matchAll(SINGLE)) {
    const i = start + match.index;
    if (i < from || (i > start && !OPENS_AFTER.test(text.charAt(i - 1))) || isNested(stretch, i)) continue;
    const form = match[0] === '‘' ? '‘' : "'";
    const limit = Math.min(end, i + MAX_SINGLE);
    const close = closing(stretch, form, Math.max(i + 2, open[form]), limit);
    open[form] = close < 0 ? limit : close;
    if (close < 0) continue;
    found.push({ start: i, end: close + 1 });
    from = close + 1;
  }
  return found;
}

/** The first closing mark after a stop or comma, else (where no double marks stand) the first one that is no plural possessive. */
function closing(stretch: Stretch, form: "'" | '‘', from: number, limit: number): number {
  const { text, doubles } = stretch;
  let fallback = -1;
  for (let i = from; i < limit; i++) {
    if (!mayClose(stretch, form, i)) continue;
    const before = text.charAt(i - 1);
    if (STOP.test(before) || endsNested(stretch, i)) return i;
    if (/[sS]/.test(before) && text.charAt(i + 1) === ' ') continue;
    if (LETTER.test(before) && fallback < 0) fallback = i;
  }
  return doubles.length === 0 ? fallback : -1;
}

/** A mark that closes what such a form opened, with no letter behind it. */
function mayClose(stretch: Stretch, form: "'" | '‘', i: number): boolean {
  const { text, end } = stretch;
  const c = text.charAt(i);
  if (c !== '’' && (form === '‘' || c !== "'")) return false;
  return (i + 1 >= end || CLOSES_BEFORE.test(text.charAt(i + 1))) && !isNested(stretch, i);
}

/** The last of these that starts before an offset. */
const lastBefore = (ranges: readonly TextRange[], at: number): TextRange | undefined =>
  ranges[firstBehind(ranges, at - 1, ({ start }) => start) - 1];

/** Inside a double quotation. */
const isNested = ({ doubles }: Stretch, at: number): boolean => (lastBefore(doubles, at)?.end ?? 0) > at;

/** `‘They shouted “Run!”’`: right behind a double quotation. */
const endsNested = ({ doubles }: Stretch, at: number): boolean => lastBefore(doubles, at)?.end === at;

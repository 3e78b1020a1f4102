/** Words said longer apart than this many days are not compared, so that what is looked through does not grow with the log. */
export const RECALLED_DAYS = 365;
/** The days that share a key: few keys to look under, and not many days beside those that are asked for. */
const SPAN_DAYS = 128;

interface Recalled {
  /** The day it is looked for by. */
  readonly around: number;
  readonly shingles: ReadonlySet<number>;
}

export const areRecalled = (a: Recalled, b: Recalled): boolean =>
  Math.abs(a.around - b.around) <= RECALLED_DAYS;

/** What a proposition is kept under: each of its shingles in its span of days, as one number. */
export const keptUnder = ({ around, shingles }: Recalled): number[] =>
  [...shingles].map((shingle) => keyOf(spanOf(around), shingle));

/** What all that it may be one with is kept under. */
export function soughtUnder({ around, shingles }: Recalled): number[] {
  const [first, last] = [spanOf(around - RECALLED_DAYS), spanOf(around + RECALLED_DAYS)];
  const spans = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return [...shingles].flatMap((shingle) => spans.map((span) => keyOf(span, shingle)));
}

const spanOf = (day: number): number => Math.floor(day / SPAN_DAYS);
const keyOf = (span: number, shingle: number): number => span * 2 ** 32 + (shingle >>> 0);

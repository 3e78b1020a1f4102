/** One case in which something of ours is measured beside something else. Both give a rate: higher is better. */
export interface Rival {
  readonly case: string;
  readonly versus: string;
  /** The ratio ours / theirs that must be reached; with `lowerIsBetter`, the ratio that must not be passed. */
  readonly goal: number;
  /** Of the numbers given: 'events/s', 'ms'. */
  readonly unit: string;
  /** The numbers are times or sizes. */
  readonly lowerIsBetter?: boolean;
  ours(): Promise<number>;
  theirs(): Promise<number>;
}

export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export interface Row {
  readonly case: string;
  readonly versus: string;
  readonly unit: string;
  readonly ours: Spread;
  readonly theirs: Spread;
  /** Median of the ratios of the rounds: what slows a whole round down slows both. */
  readonly ratio: number;
  readonly goal: number;
  readonly met: boolean;
}

export interface MeasureOptions {
  readonly rounds?: number;
  /** Only cases whose name contains it. */
  readonly only?: string | undefined;
  /** Told what runs now. */
  readonly progress?: (line: string) => void;
}

/** Measures A B A B: in each round ours, then theirs, of every rival. A first round warms up and is thrown away. */
export async function measure(
  rivals: readonly Rival[],
  { rounds = 5, only = '', progress = toStderr }: MeasureOptions = {},
): Promise<Row[]> {
  const chosen = rivals.filter((rival) => rival.case.includes(only));
  const pairs = new Map<Rival, [ours: number, theirs: number][]>(chosen.map((rival) => [rival, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const rival of chosen) {
      const pair: [number, number] = [await rival.ours(), await rival.theirs()];
      progress(`${round === 0 ? 'warm-up' : `round ${round}/${rounds}`}  ${describe(rival, pair)}`);
      if (round > 0) pairs.get(rival)?.push(pair);
    }
  }
  return chosen.map((rival) => toRow(rival, pairs.get(rival) ?? []));
}

export function toRow(rival: Rival, pairs: readonly (readonly [ours: number, theirs: number])[]): Row {
  const { case: name, versus, unit, goal, lowerIsBetter = false } = rival;
  const ratio = median(pairs.map(([ours, theirs]) => ours / theirs));
  return {
    case: name,
    versus,
    unit,
    ours: spread(pairs.map(([ours]) => ours)),
    theirs: spread(pairs.map(([, theirs]) => theirs)),
    ratio,
    goal,
    met: lowerIsBetter ? ratio <= goal : ratio >= goal,
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

const spread = (values: readonly number[]): Spread => ({
  median: median(values),
  min: Math.min(...values),
  max: Math.max(...values),
});

const describe = (rival: Rival, [ours, theirs]: readonly [number, number]): string =>
  `${rival.case}: ours ${format(ours)}, ${rival.versus} ${format(theirs)} ${rival.unit} (${(ours / theirs).toFixed(2)}x)`;

/** Three digits or, from 100 on, whole numbers. */
export const format = (value: number): string =>
  Math.abs(value) >= 100 ? String(Math.round(value)) : value.toPrecision(3);

const toStderr = (line: string): void => void process.stderr.write(`${line}\n`);

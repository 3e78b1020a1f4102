import { extractArticle } from './extract-article.js';
import { ATTACKS, filledWith, RULE_ATTACKS } from './testing/attacks.js';

/** Time a doubling may cost: linear reading takes 2, quadratic 4. */
const PER_DOUBLING = 2.5;
const SMALL = 4_500;
/** Each text is read at n, 2n and 4n. */
const LENGTHS = [1, 2, 4];
/** Faster than this (ms) for the longer text, the ratio is noise. */
const TRIFLE = 8;
/** Growth that seems too large is looked at again on longer texts: what is not linear grows more there, and noise less. */
const LOOKS = [
  { times: 1, rounds: 20 },
  { times: 4, rounds: 5 },
  { times: 8, rounds: 5 },
];

/** Processor time of this process in milliseconds: other work on the machine counts little. */
function timeOf(read: (text: string) => unknown, text: string): number {
  const before = process.cpuUsage();
  read(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** The growth of the first look that shows it linear, else of the last. */
function growthOf(read: (text: string) => unknown, unit: string, size = SMALL): number {
  let growth = Infinity;
  for (const { times, rounds } of LOOKS) {
    growth = growthFrom(read, unit, size * times, rounds);
    if (growth <= PER_DOUBLING) return growth;
  }
  return growth;
}

/**
 * What a doubling costs, the worse of the two: by the least times for n, 2n and 4n, or by half of the rounds, whichever is less. A machine that is
 * busy lengthens now the one time and now the other. Stops as soon as the rounds so far show linear growth.
 */
function growthFrom(read: (text: string) => unknown, unit: string, size: number, most: number): number {
  const texts = LENGTHS.map((length) => filledWith(unit, size * length));
  const rounds: number[][] = [];
  let growth = Infinity;
  while (rounds.length < most && growth > PER_DOUBLING) {
    rounds.push(texts.map((text) => timeOf(read, text)));
    growth = Math.max(...texts.slice(1).map((_, at) => doublingOf(rounds, at)));
  }
  return growth;
}

/** From the length of this place to the next. */
function doublingOf(rounds: readonly (readonly number[])[], at: number): number {
  const [short, long] = [at, at + 1].map((length) => Math.min(...rounds.map((times) => times[length]!)));
  if (long! <= TRIFLE) return 1;
  const ratios = rounds.map((times) => times[at + 1]! / times[at]!).sort((a, b) => a - b);
  const median = ratios.length < 5 ? Infinity : ratios[ratios.length >> 1]!;
  return Math.min(long! / short!, median);
}

describe('hostile text', () => {
  const read = (text: string): unknown => extractArticle({ text });
  beforeAll(() => {
    for (let i = 0; i < 5; i++)
      read(filledWith('“We go,” Marta Ruiz said on Monday. 12 people died. ', 8_000));
  });

  it.each(Object.entries(ATTACKS))('of %s takes at most 2.5 times as long a doubling', (_, unit) => {
    expect(growthOf(read, unit)).toBeLessThanOrEqual(PER_DOUBLING);
  });

  describe.each(Object.entries(RULE_ATTACKS))('made for %s', (_, units) => {
    it('repeats it and misses it nearly, and takes at most 2.5 times as long a doubling', () => {
      expect(units.length).toBeGreaterThanOrEqual(2);
      const growths = units.map((unit) => ({ unit, growth: growthOf(read, unit) }));
      expect(growths.filter(({ growth }) => growth > PER_DOUBLING)).toEqual([]);
    });
  });

  it('fails a reader that looks at every pair of words', () => {
    let pairs = 0;
    const quadratic = (text: string): void => {
      const words = text.split(' ');
      for (const a of words) for (const b of words) if (a.length < b.length) pairs++;
    };
    // Compiled first: a slow first round would make the short text look long, and the growth small.
    for (let i = 0; i < 5; i++) quadratic(filledWith('abcd abc ', SMALL));
    expect(growthOf(quadratic, 'abcd abc ')).toBeGreaterThan(PER_DOUBLING);
    expect(pairs).toBeGreaterThan(0);
  });

  it('of 1 MB in one line takes at most 2.5 times as long a doubling', () => {
    const unit = 'the town and the river, Marta Ruiz said, had 12 “new houses” and ';
    expect(growthOf(read, unit, 250_000)).toBeLessThanOrEqual(PER_DOUBLING);
  });
});

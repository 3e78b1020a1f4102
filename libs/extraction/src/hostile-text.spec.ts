import { extractArticle } from './extract-article.js';
import { ATTACKS, filledWith, RULE_ATTACKS } from './testing/attacks.js';

/** Time a doubling may cost: linear reading takes 2, quadratic 4. */
const PER_DOUBLING = 2.5;
const SMALL = 4_500;
/** Each text is read at n, 2n and 4n. */
const LENGTHS = [1, 2, 4];
/** Faster than this (ms) for the longer text, the ratio is noise. */
const TRIFLE = 8;
const ROUNDS = 20;

/** Processor time of this process in milliseconds: other work on the machine counts little. */
function timeOf(read: (text: string) => unknown, text: string): number {
  const before = process.cpuUsage();
  read(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** The larger of the ratios of the least times for n, 2n and 4n: stops as soon as the rounds so far show linear growth. */
function growthOf(read: (text: string) => unknown, unit: string, size = SMALL): number {
  const texts = LENGTHS.map((length) => filledWith(unit, size * length));
  const times = texts.map(() => Infinity);
  let growth = Infinity;
  for (let round = 0; round < ROUNDS && growth > PER_DOUBLING; round++) {
    texts.forEach((text, at) => (times[at] = Math.min(times[at]!, timeOf(read, text))));
    growth = Math.max(...times.slice(1).map((long, at) => (long <= TRIFLE ? 1 : long / times[at]!)));
  }
  return growth;
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

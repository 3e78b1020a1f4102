import { extractArticle } from './extract-article.js';
import { ATTACKS, filledWith } from './testing/attacks.js';

/** Time a doubling may cost: linear reading takes 2, quadratic 4. */
const PER_DOUBLING = 2.5;
const SMALL = 6_000;
const DOUBLINGS = 2;
/** Faster than this (ms) for the longer text, the ratio is noise. */
const TRIFLE = 15;
const ROUNDS = 10;

/** Processor time of this process in milliseconds: other work on the machine counts little. */
function timeOf(read: (text: string) => unknown, text: string): number {
  const before = process.cpuUsage();
  read(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** The least seen ratio of the times for n and 4n per doubling: stops as soon as one round shows linear growth. */
function growthOf(read: (text: string) => unknown, unit: string): number {
  const small = filledWith(unit, SMALL);
  const large = filledWith(unit, SMALL * 2 ** DOUBLINGS);
  let [short, long] = [Infinity, Infinity];
  for (let round = 0; round < ROUNDS; round++) {
    short = Math.min(short, timeOf(read, small));
    long = Math.min(long, timeOf(read, large));
    if (long <= TRIFLE || long <= short * PER_DOUBLING ** DOUBLINGS) break;
  }
  return long <= TRIFLE ? 1 : (long / short) ** (1 / DOUBLINGS);
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

  it('reads one line of 1 MB within a bound that only a runaway breaks', () => {
    const unit = 'the town and the river, Marta Ruiz said, had 12 “new houses” and ';
    expect(timeOf(read, filledWith(unit, 1_000_000))).toBeLessThan(20_000);
  });
});

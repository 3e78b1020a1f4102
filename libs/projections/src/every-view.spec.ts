import fs from 'node:fs';
import { jest } from '@jest/globals';
import fc from 'fast-check';
import type { StoredEvent } from '#event-store';
import { inventedLog } from '../../../test/support/stored-log.js';
import { projections, type Projection, type Row } from './index.js';
import { inSealedWorld, MemoryWriter, ReachedOutside } from './testing/index.js';

/** The three rules of `Projection`, held against every view there is, and against views that break each of them. */
const log = inventedLog();

const relevant = (projection: Projection, events: readonly StoredEvent[]): StoredEvent[] =>
  events.filter(({ type }) => (projection.types as readonly string[]).includes(type));

/** Applies the events in batches of the sizes given, over and over. */
async function replay(
  projection: Projection,
  sizes: readonly number[],
  events: readonly StoredEvent[] = log,
): Promise<string> {
  const view = new MemoryWriter();
  const left = relevant(projection, events);
  for (let n = 0; left.length > 0; n++) {
    const batch = left.splice(0, sizes[n % sizes.length]);
    await projection.apply(batch, view);
  }
  if (view.size === 0) throw new Error(`${projection.name} has no rows: the test says nothing of it.`);
  return view.digest();
}

async function replayAt(time: string, projection: Projection, sizes: readonly number[]): Promise<string> {
  jest.useFakeTimers({ now: new Date(time), doNotFake: ['nextTick', 'queueMicrotask'] });
  try {
    return await replay(projection, sizes);
  } finally {
    jest.useRealTimers();
  }
}

/** As if a stream had been parked, and tried again at the end. */
const delayed = (stream: string): StoredEvent[] => [
  ...log.filter((event) => event.stream !== stream),
  ...log.filter((event) => event.stream === stream),
];

const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 5 });

describe.each(projections.map((projection) => [projection.name, projection] as const))(
  '%s',
  (_name, projection) => {
    it('gives equal rows at another time, with the log cut in other places', async () => {
      const before = await replayAt('2026-03-10T00:00:00Z', projection, [log.length]);
      await fc.assert(
        fc.asyncProperty(sizes, async (some) => {
          expect(await replayAt('2027-12-31T23:59:59Z', projection, some)).toBe(before);
        }),
        { numRuns: 25 },
      );
    });

    it('gives equal rows whichever stream comes late', async () => {
      const inOrder = await replay(projection, [1_000]);
      for (const stream of new Set(log.map((event) => event.stream)))
        expect(await replay(projection, [7], delayed(stream))).toBe(inOrder);
    });

    it('reads no clock and no chance, no file and no network', async () => {
      await expect(inSealedWorld(() => replay(projection, [5]))).resolves.toMatch(/^[0-9a-f]{64}$/);
    });

    it('is given every type it folds by the test', () => {
      expect(projection.types.filter((type) => !log.some((event) => event.type === type))).toEqual([]);
    });
  },
);

describe('CONTROL: a view that is wrong is caught', () => {
  const [plain] = projections;
  const table = plain!.tables.find(({ firstBy }) => firstBy !== null)!;
  /** Puts something into every row that does not come from the events. */
  const tainted = (taint: (row: Row, index: number) => unknown): Projection => ({
    ...plain!,
    apply: (batch, view) =>
      plain!.apply(batch, {
        insertFirst: (into, rows) =>
          view.insertFirst(
            into,
            rows.map((row, index) => ({ ...row, text: taint(row, index) })),
          ),
        upsert: (...given) => view.upsert(...given),
        load: (...given) => view.load(...given),
        retire: (...given) => view.retire(...given),
      }),
  });

  const digests = async (projection: Projection) => [
    await replayAt('2026-03-10T00:00:00Z', projection, [5]),
    await replayAt('2027-12-31T23:59:59Z', projection, [3]),
  ];

  it.each([
    ['reads the clock', tainted(() => new Date().toISOString())],
    ['throws dice', tainted(() => Math.random())],
    ['counts places in its batch', tainted((_row, index) => index)],
  ])('because its rows differ: it %s', async (_case, wrong) => {
    const [one, other] = await digests(wrong);
    expect(one).not.toBe(other);
  });

  it.each([
    ['new Date()', tainted(() => new Date())],
    ['Date.now', tainted(() => Date.now())],
    ['Math.random', tainted(() => Math.random())],
    ['performance.now', tainted(() => performance.now())],
    ['fetch', tainted(() => fetch('http://127.0.0.1:9'))],
    ['fs.readFileSync', tainted(() => fs.readFileSync('package.json', 'utf8'))],
  ])('because it used %s', async (what, wrong) => {
    const replayed = inSealedWorld(() => replay(wrong, [5]));
    await expect(replayed).rejects.toThrow(ReachedOutside);
    await expect(replayed).rejects.toThrow(what);
  });

  it('because a stream that comes late leaves other rows', async () => {
    let last = 0n;
    const wrong = tainted((row) => {
      const before = last;
      last = row[table.firstBy ?? ''] as bigint;
      return before;
    });
    const inOrder = await replay(wrong, [1_000]);
    last = 0n;
    expect(await replay(wrong, [1_000], delayed(log[0]!.stream))).not.toBe(inOrder);
  });
});

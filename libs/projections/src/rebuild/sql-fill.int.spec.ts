import fc from 'fast-check';
import type { Pool } from 'pg';
import { UpcasterChains, upcasterChains } from '#domain';
import type { PostgresEventStore } from '#event-store';
import { type NewEvent } from '#event-store';
import {
  append,
  eventsOf,
  supersedingOf,
  withdrawalOf,
  WORKSPACE,
  type InventedArticle,
} from '../../../../test/support/invented-articles.js';
import { ViewedLog } from '../../../../test/support/viewed-log.js';
import { viewDigest } from '../../../../test/support/view-digest.js';
import { projections, rebuildView, type Projection, type RebuildOptions } from '../index.js';
import type { SqlForm } from '../writing/sql-form.js';

const inSql = projections.filter((projection) => projection.inSql);
const figures = inSql.find(({ name }) => name === 'figure-timeline')!;
let log: ViewedLog;
let store: PostgresEventStore;
let pool: Pool;
let articles = 0;

beforeEach(async () => {
  log = await ViewedLog.open();
  ({ store, pool } = log);
});

afterEach(() => log.close());

/** Every row of a version that is rebuilt in this way. */
async function rowsOf(projection: Projection, given: Partial<RebuildOptions> = {}): Promise<string> {
  const options = { projection, reader: store, pool, workspaces: [WORKSPACE], ...given };
  const { version } = await rebuildView(options);
  return viewDigest(pool, projection, version);
}

const byFold = (projection: Projection): Projection => ({ ...projection, inSql: undefined });

/** Without a fold to fall back on: what the statements cannot do fails. */
const bySql = (projection: Projection): Projection => ({
  ...projection,
  apply: (batch) =>
    batch.length === 0 ? Promise.resolve() : Promise.reject(new Error('it was folded after all')),
});

const formOf = (projection: Projection, fill: SqlForm['fill']): Projection => ({
  ...projection,
  inSql: { types: projection.inSql!.types, fill },
});

const ODD = [
  'Zoë  “Å”\t\\N',
  "l'Île-d'Été's",
  'ﬁne ŁÓDŹ ⅔',
  '{"a":"\\u0041"}',
  'İstanbul\nß',
  '👩‍👩‍👧 名',
  '" , NULL',
];
const name = fc.oneof(
  fc.constantFrom(...ODD),
  fc.string({ unit: 'grapheme', maxLength: 8 }).map((tail) => `N${tail}`),
);
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 2 });
const place = fc.record({
  text: name,
  role: fc.constantFrom('origin' as const, 'destination' as const),
  span: fc.constant(null),
});
const period = fc.record({
  start: orNull(fc.constantFrom('2026-03-01', '2026-03-02')),
  end: fc.constant(null),
  accuracy: fc.constant('day' as const),
  text: name,
});
const figure = fc.record({
  value: orNull(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.double({ min: 1e-9, max: 1e21, noNaN: true }))),
  measure: fc.constantFrom('stock' as const, 'flow' as const),
  unit: fc.constantFrom('person' as const, 'household' as const, 'dwelling' as const),
  population: orNull(name),
  places: fc.array(place, { maxLength: 3 }),
  period: orNull(period),
  asOf: orNull(fc.constant('2026-03-04')),
});
const story = fc.record({
  outlet: orNull(name),
  speaker: orNull(name),
  publishedAt: fc.constantFrom('2026-03-09', '2026-03-09T10:00:00Z', '2026-03-09T10:00:00+05:30'),
  figures: fc.array(figure, { maxLength: 3 }),
  utteredOn: orNull(fc.constant('2026-03-05')),
  superseded: fc.boolean(),
  revised: fc.boolean(),
  withdrawn: fc.boolean(),
});
type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

async function record(told: Story): Promise<void> {
  const { outlet, speaker, publishedAt, utteredOn, superseded, revised, withdrawn } = told;
  const text = 'One fled, two fled, three fled, they said. No dam broke.';
  const article: InventedArticle = {
    name: `story-${articles++}`,
    outlet: outlet ?? undefined,
    publishedAt,
    text,
    figures: told.figures.map((fields, n) => ({
      ...fields,
      words: ['One', 'two', 'three'][n] ?? 'One',
      speaker: speaker ?? undefined,
    })),
    statements: [{ quote: 'two fled', speaker: speaker ?? 'Somebody' }],
    claims: [{ quote: 'No dam broke' }, { quote: 'dam broke', answers: 'No dam broke' }],
  };
  const dated = (events: readonly NewEvent[]): NewEvent[] =>
    events.map((event) =>
      event.type === 'StatementMade' ? { ...event, data: { ...(event.data as object), utteredOn } } : event,
    );
  await append(store, article, dated(eventsOf(article)));
  if (superseded) {
    await append(store, article, [
      supersedingOf(article, 'figure', 'One'),
      supersedingOf(article, 'statement', 'two fled'),
      supersedingOf(article, 'claim', 'No dam broke'),
    ]);
  }
  if (withdrawn) await append(store, article, [withdrawalOf(article)]);
  if (revised) await append(store, article, dated(eventsOf(article, 2)));
}

describe('a view written by statements', () => {
  it('has the rows of its fold, whatever the log holds and however it is cut', async () => {
    const stories = fc.array(story, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(stories, fc.integer({ min: 1, max: 30 }), async (told, batchSize) => {
        for (const each of told) await record(each);
        for (const projection of inSql)
          expect(await rowsOf(bySql(projection), { batchSize })).toBe(await rowsOf(byFold(projection)));
      }),
      // Each run reads what those before it recorded as well.
      { numRuns: 6 },
    );
  });

  it('CONTROL: is caught where a statement leaves an event out', async () => {
    for (const each of fc.sample(story, { numRuns: 3, seed: 7 })) await record(each);
    for (const projection of inSql) {
      const forgetful = formOf(projection, (session, range) =>
        projection.inSql!.fill(session, {
          ...range,
          skipped: Array.from({ length: 20 }, (_, n) => BigInt(n)),
        }),
      );
      expect(await rowsOf(forgetful)).not.toBe(await rowsOf(byFold(projection)));
    }
  });

  it('is folded where events are of an older version, and has their rows as they are lifted', async () => {
    for (const each of fc.sample(story, { numRuns: 3, seed: 8 })) await record(each);
    const later = new UpcasterChains(
      Object.fromEntries(upcasterChains.types.map((type) => [type, { schemaVersion: 2 }])),
      upcasterChains.types.map((type) => ({
        type,
        from: 1,
        to: 2,
        upcast: (data) => ({ ...(data as object), rule: 'lifted' }),
      })),
    );
    const expected = await rowsOf(byFold(figures), { chains: later });
    expect(await rowsOf(figures, { chains: later, batchSize: 5 })).toBe(expected);
    // CONTROL: the statements alone would have shown the old form.
    expect(await rowsOf(bySql(figures))).not.toBe(expected);
  });

  it('is folded where a statement fails, and where a type is not among its own', async () => {
    for (const each of fc.sample(story, { numRuns: 3, seed: 9 })) await record(each);
    const expected = await rowsOf(byFold(figures));
    const failing = formOf(figures, async (session, range) => {
      await figures.inSql!.fill(session, range);
      if (range.after === 0n) await session.query('SELECT 1 / 0');
    });
    expect(await rowsOf(failing, { batchSize: 5 })).toBe(expected);
    const narrow = { ...figures, inSql: { ...figures.inSql!, types: ['FigureReported'] as const } };
    expect(await rowsOf(narrow, { batchSize: 5 })).toBe(expected);
  });

  it('is filled with one connection to spare as well', async () => {
    for (const each of fc.sample(story, { numRuns: 2, seed: 10 })) await record(each);
    const expected = await rowsOf(byFold(figures));
    const { max } = pool.options;
    pool.options.max = 2;
    try {
      expect(await rowsOf(figures, { batchSize: 3 })).toBe(expected);
    } finally {
      pool.options.max = max;
    }
  });
});

import type { Pool } from 'pg';
import { EVENT_TYPES, upcasters, UpcasterChains } from '#domain';
import type { PostgresEventStore } from '#event-store';
import { type StoredEvent } from '#event-store';
import { createLogger } from '#platform';
import {
  append,
  articleIdOf,
  eventsOf,
  withdrawalOf,
  WORKSPACE,
  type InventedArticle,
} from '../../../../test/support/invented-articles.js';
import { ViewedLog } from '../../../../test/support/viewed-log.js';
import { viewDigest } from '../../../../test/support/view-digest.js';
import {
  liveVersion,
  NotParked,
  ProjectionRunner,
  projections,
  readCheckpoint,
  readParked,
  readSkipped,
  RebuildStopped,
  rebuildView,
  retryParked,
  skipParked,
  TooManyParked,
  type Projection,
} from '../index.js';

let log: ViewedLog;
let store: PostgresEventStore;
let pool: Pool;

beforeEach(async () => {
  log = await ViewedLog.open();
  ({ store, pool } = log);
});

afterEach(() => log.close());

const figures = projections.find(({ name }) => name === 'figure-timeline')!;

const article = (name: string, value: number): InventedArticle => ({
  name,
  outlet: 'The Example',
  publishedAt: '2026-03-09',
  text: `${value} people fled. Later ${value} families fled.`,
  figures: [
    { words: `${value} people`, value },
    { words: `${value} families`, value, unit: 'household' },
  ],
});

/** With a statement and a claim too, by a speaker that several articles have in common. */
const spoken = (name: string, value: number): InventedArticle => ({
  ...article(name, value),
  statements: [{ quote: `${value} people fled`, speaker: value % 2 ? 'Ada Moreno' : 'Ben Okafor' }],
  claims: [{ quote: `Later ${value} families fled` }],
});

/** A view whose fold throws on events of some seqs. */
const failingOn = (poison: (event: StoredEvent) => boolean, projection = figures): Projection => ({
  ...projection,
  inSql: undefined,
  apply: (batch, view) => {
    const found = batch.find(poison);
    if (found) throw new Error(`cannot fold event ${found.seq}`);
    return projection.apply(batch, view);
  },
});

const options = (projection: Projection, chains?: UpcasterChains) => ({
  projection,
  reader: store,
  pool,
  workspace: WORKSPACE,
  chains,
});

const catchUp = (projection: Projection, batchSize = 100, chains?: UpcasterChains) =>
  new ProjectionRunner({
    ...options(projection, chains),
    logger: createLogger('silent'),
    batchSize,
    pause: () => Promise.resolve(),
  }).catchUp();

const rebuild = (projection: Projection, chains?: UpcasterChains) =>
  rebuildView({ ...options(projection, chains), workspaces: [WORKSPACE] });

const parked = async (view = 'figure-timeline') =>
  (await readParked(pool, { workspace: WORKSPACE, view })).map(({ seq, reason, attempts }) => [
    Number(seq),
    reason,
    attempts,
  ]);

/** Each article: text, two figures, the end of the reading (4 events); then a revision of each. */
async function ingest(names: readonly string[], make = article): Promise<void> {
  for (const [n, name] of names.entries()) await append(store, make(name, n), eventsOf(make(name, n)));
  for (const [n, name] of names.entries()) {
    await append(store, make(name, n + 50), eventsOf(make(name, n + 50), 2));
  }
}

const liveDigest = async (projection: Projection) =>
  viewDigest(pool, projection, (await liveVersion(pool, projection.name))!.version);

describe('a poison event', () => {
  it.each([1, 3, 100])(
    'is parked with what follows in its stream, and others go on (batches of %i)',
    async (size) => {
      await ingest(['a', 'b', 'c']);
      await catchUp(
        failingOn(({ seq }) => seq === 6n),
        size,
      );
      expect(await readCheckpoint(pool, { view: 'figure-timeline', version: 1, workspace: WORKSPACE })).toBe(
        24n,
      );
      expect(await parked()).toEqual([
        [6, 'failed', 1],
        [7, 'behind', 0],
        [17, 'behind', 0],
        [18, 'behind', 0],
        [19, 'behind', 0],
      ]);
      const [first] = await readParked(pool, { workspace: WORKSPACE, seq: 6n });
      expect(first).toMatchObject({
        view: 'figure-timeline',
        version: 1,
        stream: `article-${articleIdOf('b')}`,
        streamVersion: 2,
        type: 'FigureReported',
        error: 'cannot fold event 6',
      });
      expect(first?.stack).toContain('parked.int.spec');
      const { rows } = await pool.query('SELECT DISTINCT article_id FROM views.figure_report');
      expect(rows).toHaveLength(2);
    },
  );

  it('gives, once the fold is corrected and it is tried again, the rows of a run without it', async () => {
    const names = Array.from({ length: 12 }, (_, n) => `article-${n}`);
    await ingest(names, spoken);
    await append(store, article('article-3', 3), [withdrawalOf(article('article-3', 3))]);
    const log = await store.readAll(WORKSPACE, { limit: 1_000 });
    for (const projection of projections) {
      const types: readonly string[] = projection.types;
      const folded = log.filter(({ type }) => types.includes(type)).map(({ seq }) => seq);
      // Views of decisions have nothing to fold in a log without any.
      if (folded.length === 0) continue;
      const poison = new Set(folded.filter((_seq, n) => n % 7 === 2));
      const broken = failingOn(({ seq }) => poison.has(seq), projection);
      await catchUp(broken, 7);
      const before = await parked(projection.name);
      const wrong = await liveDigest(projection);
      await retryParked(options(broken));
      expect((await parked(projection.name)).length).toBe(before.length);
      const result = await retryParked(options(projection));
      expect(result).toEqual({ applied: before.length, stillParked: 0 });
      const { version } = await rebuild(projection);
      const clean = await viewDigest(pool, projection, version);
      expect(await viewDigest(pool, projection, version - 1)).toBe(clean);
      // CONTROL: with events missing, the rows were others.
      expect(before.length).toBeGreaterThan(0);
      expect(wrong).not.toBe(clean);
    }
  });

  it('that fails again keeps its place, with one attempt more', async () => {
    await ingest(['a', 'b']);
    const broken = failingOn(({ seq }) => seq === 2n || seq === 3n);
    await catchUp(broken);
    expect(await parked()).toEqual([
      [2, 'failed', 1],
      [3, 'behind', 0],
      [9, 'behind', 0],
      [10, 'behind', 0],
      [11, 'behind', 0],
    ]);
    expect(await retryParked(options(broken))).toEqual({ applied: 0, stillParked: 5 });
    const halfFixed = failingOn(({ seq }) => seq === 3n);
    expect(await retryParked(options(halfFixed))).toEqual({ applied: 1, stillParked: 4 });
    expect((await parked())[0]).toEqual([3, 'failed', 1]);
  });

  it('can be skipped with a reason that is kept; what waited behind it goes on, and rebuilds do without it too', async () => {
    await ingest(['a', 'b']);
    const broken = failingOn(({ seq }) => seq === 2n);
    await catchUp(broken);
    await expect(skipParked(options(broken), 4n, 'no', 'test')).rejects.toThrow(NotParked);
    expect(await skipParked(options(broken), 2n, 'a test event', 'Ada')).toEqual({
      applied: 4,
      stillParked: 0,
    });
    expect(await readSkipped(pool, WORKSPACE)).toMatchObject([
      {
        view: 'figure-timeline',
        seq: 2n,
        reason: 'a test event',
        skippedBy: 'Ada',
        error: 'cannot fold event 2',
      },
    ]);
    const live = await liveDigest(figures);
    const { version } = await rebuild(broken);
    expect(await viewDigest(pool, figures, version)).toBe(live);
    // Code of another version may be able to fold it, so there it is tried again.
    const corrected = { ...figures, codeVersion: figures.codeVersion + 1 };
    const { version: next } = await rebuild(corrected);
    expect(await viewDigest(pool, figures, next)).not.toBe(live);
  });

  it('stops a rebuild, which says where and leaves the old version; corrected, it goes on from there', async () => {
    await ingest(['a', 'b']);
    await catchUp(figures);
    const broken = failingOn(({ seq }) => seq === 6n);
    const stopped = await rebuild(broken).catch((error: unknown) => error);
    expect(stopped).toBeInstanceOf(RebuildStopped);
    expect(stopped).toMatchObject({ code: 'PROJECTIONS.REBUILD_STOPPED', seq: 6n, version: 2 });
    expect((stopped as Error).message).toContain('claimtrail parked skip figure-timeline 6');
    expect((await liveVersion(pool, 'figure-timeline'))?.version).toBe(1);
    expect(await parked()).toEqual([[6, 'failed', 1]]);
    const live = await liveDigest(figures);
    expect(await rebuild(figures)).toEqual({ version: 2, resumed: true });
    expect(await parked()).toEqual([]);
    expect(await liveDigest(figures)).toBe(live);
  });

  it('is not what it is taken for when the database is in trouble or the view itself is broken', async () => {
    await ingest(['a']);
    const troubled: Projection = {
      ...figures,
      apply: () => Promise.reject(Object.assign(new Error('deadlock detected'), { code: '40P01' })),
    };
    await expect(catchUp(troubled)).rejects.toThrow('deadlock');
    const broken: Projection = { ...figures, apply: () => Promise.reject(new Error('always')) };
    await expect(catchUp(broken)).rejects.toThrow('always');
    expect(await parked()).toEqual([]);
  });

  it('in more than a thousand streams stops the view: the fault is its own', async () => {
    const events = Array.from({ length: 1_001 }, (_, n) => withdrawalOf(article(`many-${n}`, n)));
    for (let n = 0; n < events.length; n += 200) {
      const streams = events.slice(n, n + 200).map((event, i) => ({
        stream: `article-many-${n + i}`,
        expectedVersion: 'any' as const,
        events: [event],
      }));
      await store.append({ workspace: WORKSPACE, actor: 'test', streams });
    }
    const broken = failingOn(() => true);
    await expect(catchUp(broken, 2_000)).rejects.toThrow(TooManyParked);
    expect(await parked()).toEqual([]);
  });
});

describe('an event that this program does not know', () => {
  const invented = async (schemaVersion: number) => {
    const streams = [
      {
        stream: 'dam-north',
        expectedVersion: 'any' as const,
        events: [{ type: 'DamInspected', schemaVersion, data: { articleId: articleIdOf('a') } }],
      },
    ];
    await store.append({ workspace: WORKSPACE, actor: 'newer', streams });
  };
  /** The same program a release later: it knows the type, at its second version, and reads it as a withdrawal would be. */
  const later = new UpcasterChains({ ...EVENT_TYPES, DamInspected: { schemaVersion: 2 } }, [
    ...upcasters,
    { type: 'DamInspected', from: 1, to: 2, upcast: (data) => ({ ...(data as object), lifted: true }) },
  ]);

  it('is parked live and stops a rebuild, both naming the type', async () => {
    await ingest(['a']);
    await invented(1);
    await catchUp(figures);
    const [only] = await readParked(pool, { workspace: WORKSPACE });
    expect(only).toMatchObject({ seq: 9n, type: 'DamInspected', reason: 'failed' });
    expect(only?.error).toContain('newer version');
    await expect(rebuild(figures)).rejects.toThrow(/stopped at event 9 \(DamInspected/);
    // CONTROL: to a program that knows the type it is an event like others.
    await rebuild(figures, later);
    expect(await retryParked(options(figures, later))).toEqual({ applied: 0, stillParked: 0 });
  });

  it('is lifted by every way of reading, once there is an upcaster', async () => {
    await invented(1);
    await invented(2);
    await invented(3);
    const seen: unknown[] = [];
    const watching = {
      ...figures,
      inSql: undefined,
      types: ['DamInspected'] as unknown as Projection['types'],
      apply: (batch: readonly StoredEvent[]) => {
        for (const { seq, schemaVersion, data } of batch) seen.push([Number(seq), schemaVersion, data]);
        return Promise.resolve();
      },
    };
    const articleId = articleIdOf('a');
    const expected = [
      [1, 2, { articleId, lifted: true }],
      [2, 2, { articleId }],
    ];
    await catchUp(watching, 100, later);
    expect(seen.splice(0)).toEqual(expected);
    expect(await parked()).toEqual([[3, 'failed', 1]]);
    await expect(rebuild(watching, later)).rejects.toThrow(/known up to schema version 2/);
    seen.splice(0);
    await pool.query('UPDATE views.parked_event SET seq = 1, stream_version = 1 WHERE version = 1');
    await retryParked(options(watching, later));
    expect(seen).toEqual(expected.slice(0, 1));
  });
});

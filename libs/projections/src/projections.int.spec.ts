import fc from 'fast-check';
import type { Pool } from 'pg';
import type { PostgresEventStore } from '#event-store';
import { plainEvent } from '#event-store';
import { createLogger, inTransaction } from '#platform';
import {
  append,
  eventsOf,
  supersedingOf,
  withdrawalOf,
  WORKSPACE,
  type InventedArticle,
} from '../../../test/support/invented-articles.js';
import { viewDigest } from '../../../test/support/view-digest.js';
import { ViewedLog } from '../../../test/support/viewed-log.js';
import {
  liveVersion,
  ProjectionRunner,
  projections,
  readCheckpoint,
  rebuildView,
  type Projection,
} from './index.js';
import { moveCheckpoint } from './runner/checkpoint.js';

const logger = createLogger('silent');
let log: ViewedLog;
let store: PostgresEventStore;
let pool: Pool;

beforeEach(async () => {
  log = await ViewedLog.open();
  ({ store, pool } = log);
});

afterEach(() => log.close());

const story: InventedArticle = {
  name: 'flood',
  outlet: 'The Example',
  publishedAt: '2026-03-09',
  text: 'At least 40 people fled Westhaven, the mayor said. Officials denied that the dam broke. Villagers say the dam broke.',
  figures: [{ words: '40 people', value: 40, quantifier: 'at_least', speaker: 'Ada Moreno' }],
  statements: [{ quote: 'At least 40 people fled Westhaven', speaker: 'Ada Moreno' }],
  claims: [
    { quote: 'the dam broke.' },
    { quote: 'Officials denied that the dam broke', answers: 'the dam broke.' },
  ],
};
const revisedStory: InventedArticle = {
  ...story,
  text: story.text.replace('40', '55'),
  figures: [{ words: '55 people', value: 55, quantifier: 'at_least', speaker: 'Ada Moreno' }],
  statements: [],
  claims: [],
};

const runner = (projection: Projection, batchSize?: number): ProjectionRunner =>
  new ProjectionRunner({
    projection,
    reader: store,
    pool,
    workspace: WORKSPACE,
    logger,
    batchSize,
    pause: () => Promise.resolve(),
  });

const rebuild = (projection: Projection, batchSize?: number) =>
  rebuildView({ projection, reader: store, pool, workspaces: [WORKSPACE], batchSize });

const digest = (projection: Projection, version: number) => viewDigest(pool, projection, version);

async function ingestStory(): Promise<void> {
  await append(store, story, eventsOf(story));
  await append(store, revisedStory, eventsOf(revisedStory, 2));
}

describe('a view', () => {
  it('shows what the log holds, with reports of an older text marked', async () => {
    await ingestStory();
    for (const projection of projections) await runner(projection).catchUp();
    const { rows } = await pool.query(
      'SELECT value, superseded_seq, speaker, outlet FROM views.figure_report ORDER BY seq',
    );
    expect(rows).toEqual([
      { value: 40, superseded_seq: 7n, speaker: 'Ada Moreno', outlet: 'The Example' },
      { value: 55, superseded_seq: null, speaker: 'Ada Moreno', outlet: 'The Example' },
    ]);
  });

  it('links a denial to the claim it answers', async () => {
    await append(store, story, eventsOf(story));
    for (const projection of projections) await runner(projection).catchUp();
    const { rows } = await pool.query(
      `SELECT claim.quote->>'exact' AS claim FROM views.claim_report denial
       JOIN views.claim_report claim ON claim.report_id = denial.answers WHERE denial.polarity = 'denied'`,
    );
    expect(rows).toEqual([{ claim: 'the dam broke.' }]);
  });

  it('marks the reports of a withdrawn article, and not those of a text that came after', async () => {
    await append(store, story, [...eventsOf(story), withdrawalOf(story)]);
    await append(store, revisedStory, eventsOf(revisedStory, 2));
    for (const projection of projections) await runner(projection).catchUp();
    const { rows } = await pool.query('SELECT value, withdrawn_seq FROM views.figure_report ORDER BY seq');
    expect(rows).toEqual([
      { value: 40, withdrawn_seq: 7n },
      { value: 55, withdrawn_seq: null },
    ]);
    const { rows: articles } = await pool.query('SELECT withdrawn_reason, revision FROM views.article');
    expect(articles).toEqual([{ withdrawn_reason: null, revision: 2 }]);
  });
});

describe('a report that a later reading superseded', () => {
  it('is marked alone, by the reading that came first, in whatever batches it comes', async () => {
    const twice: InventedArticle = {
      ...story,
      figures: [...story.figures!, { words: 'the dam', value: 7 }],
    };
    await append(store, twice, eventsOf(twice));
    await append(store, twice, [
      supersedingOf(twice, 'figure', '40 people'),
      supersedingOf(twice, 'claim', 'the dam broke.'),
    ]);
    await append(store, revisedStory, eventsOf(revisedStory, 2));
    for (const projection of projections) await runner(projection, 3).catchUp();
    const marks = async (table: string) =>
      (
        await pool.query<{ superseded_seq: bigint | null }>(
          `SELECT superseded_seq FROM ${table} ORDER BY seq`,
        )
      ).rows.map((row) => row.superseded_seq);
    expect(await marks('views.figure_report')).toEqual([8n, 10n, null]);
    expect(await marks('views.claim_report')).toEqual([9n, 10n]);
    expect(await marks('views.statement_report')).toEqual([10n]);
  });
});

describe('rebuilding', () => {
  it('gives the live rows, however the log is cut into batches', async () => {
    const articles = fc.array(
      fc.record({
        name: fc.constantFrom('a', 'b', 'c'),
        value: fc.nat(99),
        supersede: fc.boolean(),
        withdraw: fc.boolean(),
      }),
      { minLength: 1, maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(
        articles,
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        async (steps, live, shadow) => {
          const revisions = new Map<string, number>();
          for (const { name, value, supersede, withdraw } of steps) {
            const revision = (revisions.get(name) ?? Number(await nextRevision(name))) + 1;
            revisions.set(name, revision);
            const words = `${value} people`;
            const article = {
              ...story,
              name,
              text: `${words} fled.`,
              figures: [{ words, value }],
              statements: [],
              claims: [],
            };
            await append(store, article, [
              ...eventsOf(article, revision),
              ...(supersede ? [supersedingOf(article, 'figure', words, revision)] : []),
              ...(withdraw ? [withdrawalOf(article)] : []),
            ]);
          }
          for (const projection of projections) {
            await runner(projection, live).catchUp();
            const before = await liveVersion(pool, projection.name);
            const liveRows = await digest(projection, before!.version);
            const { version } = await rebuild(projection, shadow);
            expect(await digest(projection, version)).toBe(liveRows);
          }
        },
      ),
      // Each run reads what those before it recorded as well.
      { numRuns: 5 },
    );
  });

  it('CONTROL: rows that depend on the clock are caught as different', async () => {
    const [plain] = projections;
    const clocked: Projection = {
      ...plain!,
      async apply(batch, view) {
        const read = batch.map((event) => ({
          ...plainEvent(event),
          recordedAt: new Date(Number(process.hrtime.bigint() / 1_000n)),
        }));
        await plain!.apply(read, view);
      },
    };
    await ingestStory();
    await runner(clocked).catchUp();
    const liveRows = await digest(clocked, 1);
    const { version } = await rebuild(clocked);
    expect(await digest(clocked, version)).not.toBe(liveRows);
  });

  it('leaves the old version answering until the new one is level, keeps it to go back to, and starts again from zero', async () => {
    const [projection] = projections;
    await ingestStory();
    await runner(projection!).catchUp();
    for (const expected of [2, 3]) {
      const seen: number[] = [];
      const { version } = await rebuildView({
        projection: projection!,
        reader: store,
        pool,
        workspaces: [WORKSPACE],
        batchSize: 2,
        onProgress: ({ applied }) => seen.push(Number(applied)),
      });
      expect(version).toBe(expected);
      expect(seen[0]).toBe(6);
    }
    const { rows } = await pool.query(
      `SELECT version, state FROM views.view_version WHERE view = 'article' ORDER BY version`,
    );
    expect(rows).toEqual([
      { version: 2, state: 'retired' },
      { version: 3, state: 'live' },
    ]);
  });

  it('goes on where it was interrupted', async () => {
    const [projection] = projections;
    await ingestStory();
    const interrupt = new AbortController();
    const interrupted = rebuildView({
      projection: projection!,
      reader: store,
      pool,
      workspaces: [WORKSPACE],
      batchSize: 2,
      signal: interrupt.signal,
      onProgress: () => interrupt.abort(new Error('stop')),
    });
    await expect(interrupted).rejects.toThrow('stop');
    expect(await readCheckpoint(pool, { view: 'article', version: 2, workspace: WORKSPACE })).toBe(6n);
    expect((await liveVersion(pool, 'article'))?.version).toBe(1);
    expect(await rebuild(projection!, 2)).toEqual({ version: 2, resumed: true });
  });

  it('loses nothing that is recorded while it runs, beside a live runner', async () => {
    const stop = new AbortController();
    const runners = projections.map((projection) => runner(projection, 3));
    const running = runners.map((each) => each.run(stop.signal));
    const writing = (async () => {
      for (let n = 0; n < 40; n++) {
        const article = { ...story, name: `flood-${n}` };
        await append(store, article, eventsOf(article));
      }
    })();
    for (const projection of projections) await rebuild(projection, 7);
    await writing;
    stop.abort();
    await Promise.all(running);
    expect(runners.map(({ failuresInARow }) => failuresInARow)).toEqual(projections.map(() => 0));
    for (const projection of projections) await runner(projection).catchUp();
    const { rows } = await pool.query('SELECT count(*) AS n FROM views.figure_report');
    expect(rows).toEqual([{ n: 40n }]);
    for (const projection of projections) {
      const live = await digest(projection, (await liveVersion(pool, projection.name))!.version);
      const { version } = await rebuild(projection);
      expect(await digest(projection, version)).toBe(live);
    }
  });
});

describe('a checkpoint', () => {
  it('lets one of two runners count a batch, and refuses the one that is behind', async () => {
    await ingestStory();
    const [projection] = projections;
    await Promise.all([
      runner(projection!, 1).catchUp(),
      runner(projection!, 1).catchUp(),
      runner(projection!, 2).catchUp(),
    ]);
    const key = { view: 'article', version: 1, workspace: WORKSPACE };
    const head = await store.head(WORKSPACE);
    expect(await readCheckpoint(pool, key)).toBe(head);
    expect(await inTransaction(pool, (client) => moveCheckpoint(client, key, head - 1n, head))).toBe(false);
    expect(await inTransaction(pool, (client) => moveCheckpoint(client, key, head, head + 1n))).toBe(true);
  });

  it('stays where it was when the batch fails', async () => {
    await ingestStory();
    const failing: Projection = { ...projections[0]!, apply: () => Promise.reject(new Error('broken fold')) };
    await expect(runner(failing).catchUp()).rejects.toThrow('broken fold');
    expect(await readCheckpoint(pool, { view: 'article', version: 1, workspace: WORKSPACE })).toBe(0n);
  });
});

async function nextRevision(name: string): Promise<bigint> {
  const { rows } = await pool.query<{ n: bigint }>(
    `SELECT count(*) AS n FROM event_store.event WHERE type IN ('ArticleIngested', 'ArticleRevised') AND data->>'title' = $1`,
    [name],
  );
  return rows[0]?.n ?? 0n;
}

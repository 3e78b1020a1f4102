import { projections, readCheckpoint, rebuildView, type Projection } from '#projections';
import { append, eventsOf, WORKSPACE, type InventedArticle } from '../support/invented-articles.js';
import { viewDigest } from '../support/view-digest.js';
import { ViewedLog } from '../support/viewed-log.js';
import { ChildProgram, killLeftPrograms } from './child-program.js';

const ARTICLES = 12;
const SIZE = 10;
/** The range in whose middle the rebuild dies begins behind this event. */
const STAYS_BEHIND = 30n;
const BUILDING = 2;

const articles: readonly InventedArticle[] = Array.from({ length: ARTICLES }, (_, n) => ({
  name: `story-${n}`,
  outlet: 'The Example',
  publishedAt: '2026-03-09',
  text: `In Westhaven ${40 + n} people fled, Odo Krell said. The dam broke.`,
  figures: [{ words: `${40 + n} people`, value: 40 + n, speaker: 'Odo Krell', population: `group ${n}` }],
  statements: [{ quote: `${40 + n} people fled`, speaker: 'Odo Krell' }],
  claims: [{ quote: 'The dam broke.' }],
}));
const view = projections.find(({ name }) => name === 'figure-timeline')!;

let log: ViewedLog;
beforeEach(async () => {
  log = await ViewedLog.open();
  for (const article of articles) await append(log.store, article, eventsOf(article));
});
afterEach(async () => {
  await killLeftPrograms();
  await log.close();
});

const checkpoint = (): Promise<bigint> =>
  readCheckpoint(log.pool, { view: view.name, version: BUILDING, workspace: WORKSPACE });

const rebuild = (projection: Projection) =>
  rebuildView({ projection, reader: log.store, pool: log.pool, workspaces: [WORKSPACE], batchSize: SIZE });

async function killWhileFilling(): Promise<void> {
  const args = [log.test.database.url, view.name, SIZE, String(STAYS_BEHIND)];
  const program = ChildProgram.start('test/chaos/kills/filling-program.ts', args);
  await program.says('filling');
  while ((await checkpoint()) < STAYS_BEHIND);
  await program.kill();
  // By the database's clock its lease runs out now.
  await log.pool.query('UPDATE views.lease SET expires_at = clock_timestamp()');
  expect(await checkpoint()).toBe(STAYS_BEHIND);
}

/** The rows that the fold gives. */
async function expected(): Promise<string> {
  const { version } = await rebuild({ ...view, inSql: undefined });
  return viewDigest(log.pool, view, version);
}

describe('kill -9 in the middle of a rebuild by statements', () => {
  it('leaves the ranges that were committed, and the same command goes on to the rows of the fold', async () => {
    await killWhileFilling();
    const { version, resumed } = await rebuild(view);
    expect({ version, resumed }).toEqual({ version: BUILDING, resumed: true });
    expect(await viewDigest(log.pool, view, version)).toBe(await expected());
  });

  it('CONTROL: a checkpoint that is committed before its rows leaves a hole', async () => {
    await killWhileFilling();
    await log.pool.query('UPDATE views.checkpoint SET seq = seq + $1 WHERE view = $2 AND version = $3', [
      SIZE,
      view.name,
      BUILDING,
    ]);
    const { version, resumed } = await rebuild(view);
    expect({ version, resumed }).toEqual({ version: BUILDING, resumed: true });
    expect(await viewDigest(log.pool, view, version)).not.toBe(await expected());
  });
});

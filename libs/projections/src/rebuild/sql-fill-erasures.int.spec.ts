import type { Pool } from 'pg';
import type { PostgresEventStore } from '#event-store';
import {
  append,
  eventsOf,
  WORKSPACE,
  type InventedArticle,
} from '../../../../test/support/invented-articles.js';
import { ErasingLog } from '../../../../test/support/erasing-log.js';
import { tablesHolding } from '../../../../test/support/tables-holding.js';
import { viewDigest } from '../../../../test/support/view-digest.js';
import { projections, rebuildView, type Projection } from '../index.js';
import type { SqlForm } from '../writing/sql-form.js';

const MARKER = 'Quellbrunn';
const inSql = projections.filter((projection) => projection.inSql);
const pause = () => Promise.resolve();
const names = ['a', 'b', 'c', 'd', 'e', 'f'];

let log: ErasingLog;
let store: PostgresEventStore;
let pool: Pool;

beforeEach(async () => {
  log = await ErasingLog.open();
  ({ store, pool } = log);
});
afterEach(() => log.close());

/** Those that are erased hold the marker; all speak of the same claim. */
const article = (name: string, erased: boolean): InventedArticle => {
  const [speaker, place] = erased ? [`Ada ${MARKER}`, MARKER] : ['Odo Krell', 'Westhaven'];
  return {
    name,
    outlet: 'The Example',
    publishedAt: '2026-03-09',
    text: `In ${place} 40 people fled Westhaven, ${speaker} said. The dam broke.`,
    figures: [{ words: '40 people', value: 40, speaker }],
    statements: [{ quote: '40 people fled Westhaven', speaker }],
    claims: [{ quote: 'The dam broke.' }],
  };
};
const isVictim = (n: number): boolean => n % 2 === 0;
const articles = names.map((name, n) => article(name, isVictim(n)));
const victims = articles.filter((_, n) => isVictim(n));

async function record(): Promise<void> {
  for (const each of articles) await append(store, each, eventsOf(each));
}

const erase = (victim: InventedArticle): Promise<void> => log.erase(victim);

async function rowsOf(projection: Projection, batchSize?: number): Promise<string> {
  const options = { projection, reader: store, pool, workspaces: [WORKSPACE], batchSize };
  const { version } = await rebuildView(options);
  return viewDigest(pool, projection, version);
}

const byFold = (projection: Projection): Projection => ({ ...projection, inSql: undefined });

/** Counts the ranges that statements wrote. */
function counted(projection: Projection, after: () => Promise<void> = pause) {
  const ranges = { written: 0 };
  const fill: SqlForm['fill'] = async (session, range) => {
    await projection.inSql!.fill(session, range);
    ranges.written++;
    await after();
  };
  return { ranges, projection: { ...projection, inSql: { ...projection.inSql!, fill } } };
}

const marked = () => tablesHolding(log.test.database.login, MARKER);

describe('a view written by statements over a log with erasures', () => {
  it.each([3, 10, 1_000])(
    'has the rows of its fold in ranges of %i events, and no erased word',
    async (size) => {
      await record();
      for (const victim of victims) await erase(victim);
      for (const each of inSql) {
        const { projection, ranges } = counted(each);
        expect([each.name, await rowsOf(projection, size)]).toEqual([each.name, await rowsOf(byFold(each))]);
        if (size < 1_000) expect(ranges.written).toBeGreaterThan(0);
      }
      expect(await marked()).toEqual([]);
    },
  );

  it('CONTROL: holds the words where nothing was erased', async () => {
    await record();
    for (const projection of inSql) await rowsOf(projection, 10);
    for (const { tables } of inSql)
      expect((await marked()).some((name) => name.includes(tables[0]?.name ?? '-'))).toBe(true);
  });

  it('forgets what it wrote before it was erased', async () => {
    for (const each of inSql) {
      const names = articles.map(({ name }) => ({ ...article(`${each.name} ${name}`, true) }));
      for (const one of names) await append(store, one, eventsOf(one));
      let left = names;
      const { projection, ranges } = counted(each, async () => {
        const erasing = left;
        left = [];
        for (const one of erasing) await erase(one);
      });
      const written = await rowsOf(projection, 10);
      expect(ranges.written).toBeGreaterThan(0);
      expect([each.name, written]).toEqual([each.name, await rowsOf(byFold(each))]);
    }
    expect((await marked()).filter((name) => name.startsWith('views.'))).toEqual([]);
  });
});

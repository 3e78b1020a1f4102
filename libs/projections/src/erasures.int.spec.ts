import fc from 'fast-check';
import type { Pool } from 'pg';
import type { EventReader, PostgresEventStore, StoredEvent } from '#event-store';
import { createLogger } from '#platform';
import {
  append,
  articleIdOf,
  eventsOf,
  WORKSPACE,
  type InventedArticle,
} from '../../../test/support/invented-articles.js';
import { linkOf, printingOf } from '../../../test/support/invented-decisions.js';
import { ErasingLog } from '../../../test/support/erasing-log.js';
import { tablesHolding } from '../../../test/support/tables-holding.js';
import { viewDigest } from '../../../test/support/view-digest.js';
import { claimCardsProjection } from './claim-cards/claim-cards.projection.js';
import { articleProjection } from './article/article.projection.js';
import { figureTimelineProjection } from './figure-timeline/figure-timeline.projection.js';
import {
  liveVersion,
  ProjectionRunner,
  projections,
  readParked,
  rebuildView,
  reclaimViews,
  skipParked,
  type Projection,
} from './index.js';

const MARKER = 'Quellbrunn';
const logger = createLogger('silent');
const pause = () => Promise.resolve();

let log: ErasingLog;
let store: PostgresEventStore;
let pool: Pool;

beforeEach(async () => {
  log = await ErasingLog.open();
  ({ store, pool } = log);
});
afterEach(() => log.close());

const article = (name: string, n: number, place = 'Westhaven'): InventedArticle => ({
  name: `${MARKER} ${name}`,
  outlet: 'The Example',
  publishedAt: '2026-03-09',
  text: `In ${MARKER} ${n} people fled ${place}, Ada ${MARKER} said. Villagers say the dam broke.`,
  figures: [
    {
      words: `${n} people`,
      value: n,
      speaker: `Ada ${MARKER}`,
      places: [{ text: place, role: 'origin', span: null }],
    },
  ],
  statements: [{ quote: `${n} people fled ${place}`, speaker: `Ada ${MARKER}` }],
  claims: [{ quote: 'the dam broke.' }],
});

const erase = (victim: InventedArticle, ...claims: string[]): Promise<void> => log.erase(victim, ...claims);

const runner = (projection: Projection, reader: EventReader = store, batchSize?: number) =>
  new ProjectionRunner({ projection, reader, pool, workspace: WORKSPACE, logger, pause, batchSize });

const rebuild = (projection: Projection, reader: EventReader = store, batchSize?: number) =>
  rebuildView({ projection, reader, pool, workspaces: [WORKSPACE], logger, batchSize });

async function levelAll(reader?: EventReader, batchSize?: number): Promise<void> {
  for (const projection of projections) await runner(projection, reader, batchSize).catchUp();
}

async function liveDigest(projection: Projection): Promise<string> {
  const live = await liveVersion(pool, projection.name);
  return viewDigest(pool, projection, live?.version ?? 0);
}

/** Gives each event once as it was before it was erased, to whoever read it just then; afterwards as it is. */
function staleReader(before: readonly StoredEvent[]): EventReader {
  const given = new Set<bigint>();
  const asItWas = (event: StoredEvent): StoredEvent => {
    const old = given.has(event.seq) ? undefined : before[Number(event.seq) - 1];
    given.add(event.seq);
    return old ?? event;
  };
  return Object.assign(Object.create(store) as EventReader, {
    readAll: async (...read: Parameters<EventReader['readAll']>) =>
      (await store.readAll(...read)).map(asItWas),
  });
}

describe('an erasure', () => {
  it('leaves no word of the article in any table, of the live version or the one kept before it', async () => {
    const victim = article('north', 40);
    await append(store, victim, eventsOf(victim));
    await levelAll();
    for (const projection of projections) await rebuild(projection);
    expect(
      (await tablesHolding(log.test.database.login, MARKER)).filter((name) => name.includes('_v1')),
    ).not.toEqual([]);
    await erase(victim);
    await levelAll();
    // As the verb does: what the server keeps of frequent values goes with the next look at the table.
    await reclaimViews(pool);
    expect(await tablesHolding(log.test.database.login, MARKER)).toEqual([]);
  });

  it('leaves other reports of the same places, which begin with the next of them', async () => {
    const [first, second, other] = [article('a', 40), article('b', 50), article('c', 60, 'Norvale')];
    for (const each of [first, second, other]) await append(store, each, eventsOf(each));
    await levelAll();
    const places = async () =>
      (await pool.query('SELECT texts, first_seq FROM views.figure_places ORDER BY first_seq'))
        .rows as unknown[];
    expect(await places()).toEqual([
      { texts: ['Westhaven'], first_seq: 2n },
      { texts: ['Norvale'], first_seq: 12n },
    ]);
    await erase(first);
    await levelAll();
    expect(await places()).toEqual([
      { texts: ['Westhaven'], first_seq: 7n },
      { texts: ['Norvale'], first_seq: 12n },
    ]);
    await erase(second);
    await levelAll();
    expect(await places()).toEqual([{ texts: ['Norvale'], first_seq: 12n }]);
  });

  it('recounts the claims that the article had a part in, as a rebuild does', async () => {
    const [original, copy, other] = [article('a', 40), article('b', 40), article('c', 60)];
    for (const each of [original, copy, other]) await append(store, each, eventsOf(each));
    const claim = [original, copy, other].map((each) => linkOf('fled', each));
    const streams = [{ stream: 'claim-fled', expectedVersion: 'any' as const, events: claim }];
    await store.append({ workspace: WORKSPACE, actor: 'test', streams });
    for (const [each, role] of [[original, 'original'] as const, [copy, 'copy'] as const])
      await append(store, each, [printingOf(each, role)]);
    await levelAll();
    const counts = async () =>
      (await pool.query('SELECT report_count, article_count, highest FROM views.claim_card'))
        .rows as unknown[];
    expect(await counts()).toEqual([{ report_count: 3, article_count: 3, highest: 60 }]);
    await erase(other);
    await levelAll();
    expect(await counts()).toEqual([{ report_count: 2, article_count: 2, highest: 40 }]);
    await erase(original);
    await levelAll();
    expect(await counts()).toEqual([{ report_count: 1, article_count: 1, highest: 40 }]);
    const live = await liveDigest(claimCardsProjection);
    await rebuild(claimCardsProjection);
    expect(await liveDigest(claimCardsProjection)).toBe(live);
  });

  it('takes what people decided on claims about its reports, and the claims that nothing is left of', async () => {
    const [victim, other] = [article('a', 40), article('b', 50)];
    for (const each of [victim, other]) await append(store, each, eventsOf(each));
    const decide = async (claim: string, ...events: ReturnType<typeof linkOf>[]) => {
      const streams = [{ stream: `claim-${claim}`, expectedVersion: 'any' as const, events }];
      await store.append({ workspace: WORKSPACE, actor: 'ada', streams });
    };
    const told = { decidedBy: 'ada', reasons: [`Ada ${MARKER} told us`] };
    const link = linkOf('begun by a person', victim);
    await decide('begun', { ...link, data: { ...(link.data as object), ...told } });
    await decide('shared', linkOf('shared', other));
    await levelAll();
    const cards = async () => (await pool.query('SELECT FROM views.claim_card')).rowCount;
    expect(await cards()).toBe(2);
    await erase(victim, 'claim-begun');
    await levelAll();
    expect(await cards()).toBe(1);
    const { rows } = await pool.query('SELECT data FROM views.claim_decision');
    expect(JSON.stringify(rows)).not.toContain(MARKER);
    const live = await liveDigest(claimCardsProjection);
    await rebuild(claimCardsProjection);
    expect(await liveDigest(claimCardsProjection)).toBe(live);
  });

  it('is not kept waiting by a parked event of the article, and takes what its failure said', async () => {
    const victim = article('parked', 40);
    await append(store, victim, eventsOf(victim));
    const failing: Projection = {
      ...figureTimelineProjection,
      apply: (batch) => Promise.reject(new Error(`cannot fold ${JSON.stringify(batch[0]?.data)}`)),
    };
    await runner({
      ...failing,
      apply: (batch, view) => (batch.length ? failing.apply(batch, view) : Promise.resolve()),
    }).catchUp();
    const parked = await readParked(pool, { workspace: WORKSPACE });
    expect(parked.map(({ error }) => error?.includes(MARKER))).toContain(true);
    const options = { projection: figureTimelineProjection, reader: store, pool, workspace: WORKSPACE };
    await skipParked(options, parked[0]?.seq ?? 0n, `about ${MARKER}`, 'test');
    await erase(victim);
    await levelAll();
    expect(await readParked(pool, { workspace: WORKSPACE })).toEqual([]);
    expect(await tablesHolding(log.test.database.login, MARKER)).toEqual([]);
  });

  it('is remembered: when, and under which law', async () => {
    const victim = article('north', 40);
    await append(store, victim, eventsOf(victim));
    await erase(victim);
    await levelAll();
    const { rows } = await pool.query('SELECT article_id, subject, seq FROM views.erased_article');
    expect(rows).toEqual([{ article_id: articleIdOf(victim.name), subject: 'article', seq: 6n }]);
  });
});

describe('views that read words just before they were erased', () => {
  const names = ['a', 'b', 'c', 'd'];
  const step = fc.record({ victim: fc.constantFrom(...names), again: fc.boolean() });
  const twice = [
    { victim: 'a', again: true },
    { victim: 'a', again: true },
  ];
  const some = fc.sample(
    fc.record({
      steps: fc.array(step, { minLength: 1, maxLength: 4 }),
      batchSize: fc.integer({ min: 1, max: 30 }),
    }),
    3,
  );
  const cases = [{ steps: twice, batchSize: 4 }, ...some];

  async function recordAgain(named: InventedArticle, revision: number): Promise<void> {
    const [begin, ...rest] = eventsOf(named);
    const again = eventsOf(named, revision).slice(1);
    if (begin && rest.length > 0)
      await append(store, named, [{ ...begin, data: { ...(begin.data as object), revision } }, ...again]);
  }

  it.each(cases)('look in the end like views that never saw them: %j', async ({ steps, batchSize }) => {
    const articles = names.map((name, n) => article(name, 40 + n, n % 2 ? 'Norvale' : 'Westhaven'));
    for (const each of articles) await append(store, each, eventsOf(each));
    const before: StoredEvent[] = [];
    for (const [n, { victim, again }] of steps.entries()) {
      before.push(...(await store.readAll(WORKSPACE, { afterSeq: BigInt(before.length), limit: 10_000 })));
      const named = articles[names.indexOf(victim)]!;
      if (steps.findIndex((other) => other.victim === victim) === n || again)
        await recordAgainAndErase(named, n);
      if (again) await recordAgain(named, n + 20);
    }
    await levelAll(staleReader(before), batchSize);
    for (const projection of projections) {
      const live = await liveDigest(projection);
      await rebuild(projection, staleReader(before), batchSize);
      expect([projection.name, await liveDigest(projection)]).toEqual([projection.name, live]);
      await rebuild(projection);
      expect([projection.name, await liveDigest(projection)]).toEqual([projection.name, live]);
    }
  });

  async function recordAgainAndErase(named: InventedArticle, n: number): Promise<void> {
    await recordAgain(named, n + 10);
    await erase(named);
  }

  it('CONTROL: without forgetting, they differ', async () => {
    const victim = article('north', 40);
    await append(store, victim, eventsOf(victim));
    await runner(articleProjection).catchUp();
    const before = await liveDigest(articleProjection);
    await erase(victim);
    await rebuild(articleProjection);
    expect(await liveDigest(articleProjection)).not.toBe(before);
  });
});

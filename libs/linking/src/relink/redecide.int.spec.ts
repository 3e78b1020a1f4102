import { buildEvent, type ClaimtrailEvent } from '#domain';
import { append, articleIdOf, eventsOf, WORKSPACE } from '../../../../test/support/invented-articles.js';
import { Chance } from '../../../../test/support/chance.js';
import { LinkingLog } from '../../../../test/support/linking-log.js';
import { entityIdOf, source, sourcedArticle } from '../../../../test/support/sourced-articles.js';
import { inventStory, writeArticle } from '../../../../test/support/wire-news/index.js';
import {
  EntityResolver,
  ProcessOfOtherVersion,
  recluster,
  resolveAnew,
  wireClusters,
  type Decided,
  type DecisionProcess,
} from '../index.js';

let log: LinkingLog;
let store: LinkingLog['store'];

beforeEach(async () => {
  log = await LinkingLog.open();
  ({ store } = log);
});
afterEach(() => log.close());

const eventsSince = async (seq: bigint) =>
  (await store.readAll(WORKSPACE, { afterSeq: seq, limit: 1_000 })).map(({ type, data, actor }) => ({
    type,
    actor,
    data: data as Record<string, string>,
  }));
const head = () => store.head(WORKSPACE);
const options = (process: DecisionProcess, dryRun: boolean) => ({
  process,
  store,
  pool: log.pool,
  workspace: WORKSPACE,
  dryRun,
});

describe('a new version of the wire clusters', () => {
  const chance = new Chance(11);
  const STORY = writeArticle(chance, inventStory(chance));
  const print = async (name: string, hour: number, outlet = `${name} Post`) => {
    const article = { name, text: STORY, publishedAt: `2031-03-07T${hour}:00:00Z`, outlet };
    await append(store, article, eventsOf(article));
  };
  /** As a version would that knows nothing of one outlet. */
  const without = (outlet: string): DecisionProcess => ({
    ...wireClusters,
    version: '2.0.0',
    decide: (batch, context) =>
      wireClusters.decide(
        batch.filter(({ data }) => (data as { outlet?: string }).outlet !== outlet),
        context,
      ),
  });
  const printings = async () => {
    const { rows } = await log.pool.query<{ id: string; cluster: string | null; role: string | null }>(
      'SELECT article_id AS id, cluster_id AS cluster, role FROM linking.printing ORDER BY article_id',
    );
    return rows;
  };

  it('changes nothing where it decides alike, and goes on', async () => {
    await print('a', 10);
    await print('b', 11);
    await log.catchUp(wireClusters);
    const newer = { ...wireClusters, version: '2.0.0' };
    await expect(log.catchUp(newer)).rejects.toThrow(ProcessOfOtherVersion);
    const before = await head();
    expect(await recluster(options(newer, false))).toEqual({
      version: { stored: wireClusters.version, ours: '2.0.0' },
      kept: 2,
      moved: [],
    });
    expect(await head()).toBe(before);
    await print('c', 12);
    const since = await head();
    await log.catchUp(newer);
    expect(await eventsSince(since)).toMatchObject([
      { type: 'ArticleClustered', actor: 'wire-clusters/2.0.0', data: { role: 'copy' } },
    ]);
  });

  it('shows, then records where it decides otherwise; what people keep out stays out', async () => {
    await print('a', 10);
    for (const [name, hour] of [
      ['b', 11],
      ['c', 12],
      ['d', 13],
    ] as const)
      await print(name, hour);
    await log.catchUp(wireClusters);
    const [first] = await eventsSince(0n).then((all) =>
      all.filter(({ type }) => type === 'ArticleClustered'),
    );
    const apart = articleIdOf('d');
    await log.decide(
      `article-${apart}`,
      buildEvent('ArticleUnclustered', {
        articleId: apart,
        clusterId: first!.data['clusterId']!,
        decidedBy: 'editor',
        reasons: ['own reporter'],
      }),
    );
    await log.catchUp(wireClusters);
    const before = await printings();
    const since = await head();
    const looked = await recluster(options(without('a Post'), true));
    expect([await head(), await printings()]).toEqual([since, before]);
    const done = await recluster(options(without('a Post'), false));
    expect(done).toEqual(looked);
    expect(done.moved.map(({ articleId }) => articleId).sort()).toEqual(
      [articleIdOf('b'), articleIdOf('c')].sort(),
    );
    const recorded = await eventsSince(since);
    expect(recorded.map(({ type, actor, data }) => [type, actor, data['articleId'], data['role']])).toEqual(
      expect.arrayContaining([
        ['ArticleClustered', 'wire-clusters/2.0.0', articleIdOf('b'), 'original'],
        ['ArticleClustered', 'wire-clusters/2.0.0', articleIdOf('c'), 'copy'],
      ]),
    );
    expect(recorded).toHaveLength(2);
    expect((await printings()).find(({ id }) => id === apart)).toMatchObject({ cluster: null });
  });
});

describe('a new version of the entity resolver', () => {
  const ARTICLES = [
    sourcedArticle('one', [source('NAR', 'organisation')]),
    sourcedArticle(
      'two',
      [source('Norvale Agency for Relief', 'organisation')],
      'Norvale Agency for Relief (NAR) counted.',
    ),
    sourcedArticle('three', [source('Mevlin Sarkhov', 'person', 'foreign minister')]),
    sourcedArticle('four', [source('Sarkhov', 'person', 'foreign minister')]),
  ];
  const [NAR, AGENCY] = [
    entityIdOf('NAR', 'organisation'),
    entityIdOf('Norvale Agency for Relief', 'organisation'),
  ];
  const resolver = new EntityResolver({ select: () => Promise.resolve([]) });

  /** A version that leaves out decisions of some type: in its memory too, as it never sees what leads to them. */
  const blindTo = (words: string, version = '2.0.0'): DecisionProcess => ({
    name: resolver.name,
    version,
    reads: resolver.reads,
    folds: resolver.folds,
    decide: (batch, context): Promise<readonly Decided[]> =>
      resolver.decide(
        batch.map((event) =>
          JSON.stringify(event.data).includes(words) && 'text' in (event.data as object)
            ? { ...event, data: { ...(event.data as object), text: '' } }
            : event,
        ),
        context,
      ),
  });
  const same = blindTo('nothing of the kind');
  const told = async () => {
    for (const one of ARTICLES) await append(store, one, eventsOf(one));
    await log.catchUp(resolver);
  };
  const merger = async () =>
    (await store.readAll(WORKSPACE, { types: ['EntitiesMerged'] })).find(({ actor }) => actor.includes('/'));
  const byAPerson = (stream: string, event: ClaimtrailEvent) => log.decide(stream, event);

  it('changes nothing where it decides alike', async () => {
    await told();
    const before = await head();
    expect(await resolveAnew(options(same, false))).toMatchObject({ added: [], withdrawn: [] });
    expect(await head()).toBe(before);
    await log.catchUp(same);
    expect(await head()).toBe(before);
  });

  it('undoes what it does not decide, proposes instead, and takes it back with the next version', async () => {
    await told();
    const before = await head();
    const looked = await resolveAnew(options(blindTo('(NAR)'), true));
    expect(await head()).toBe(before);
    expect(looked).toMatchObject({
      withdrawn: [{ type: 'EntitiesMerged', entityId: AGENCY, otherEntityId: NAR }],
      added: [{ type: 'EntityMergeProposed' }],
    });
    expect(await resolveAnew(options(blindTo('(NAR)'), false))).toEqual(looked);
    expect((await eventsSince(before)).map(({ type }) => type).sort()).toEqual([
      'DecisionReverted',
      'EntityMergeProposed',
    ]);
    const third = blindTo('nothing of the kind', '3.0.0');
    expect(await resolveAnew(options(third, false))).toMatchObject({
      added: [{ type: 'EntitiesMerged', entityId: AGENCY, otherEntityId: NAR }],
      withdrawn: [{ type: 'EntityMergeProposed' }],
    });
  });

  it('does not merge again what people undid, nor propose what they declined', async () => {
    await told();
    const merged = await merger();
    await byAPerson(
      merged!.stream,
      buildEvent('DecisionReverted', {
        decisionId: merged!.eventId,
        decisionType: 'EntitiesMerged',
        claimId: null,
        reportId: null,
        reason: 'two agencies',
      }),
    );
    const pair = {
      entityId: entityIdOf('Mevlin Sarkhov', 'person'),
      otherEntityId: entityIdOf('Sarkhov', 'person'),
    };
    await byAPerson(
      `entity-${pair.entityId}`,
      buildEvent('EntityMergeDeclined', { ...pair, decidedBy: 'editor', reasons: ['brothers'] }),
    );
    await log.catchUp(resolver);
    const before = await head();
    expect(await resolveAnew(options(same, false))).toMatchObject({ added: [], withdrawn: [] });
    await append(
      store,
      sourcedArticle('five', []),
      eventsOf(sourcedArticle('five', [source('NAR', 'organisation')])),
    );
    await log.catchUp(same);
    const since = await eventsSince(before);
    expect(since.filter(({ type }) => /Merge/.test(type))).toEqual([]);
  });
});

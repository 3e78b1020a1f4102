import { buildEvent, type ArticleClustered, type ClaimtrailEvent } from '#domain';
import { findClusters, printingOf } from '#tracking';
import { Chance } from '../../../../test/support/chance.js';
import {
  append,
  articleIdOf,
  erasureOf,
  eventsOf,
  WORKSPACE,
  type InventedArticle,
} from '../../../../test/support/invented-articles.js';
import { LinkingLog } from '../../../../test/support/linking-log.js';
import { inventStory, wireVariant, writeArticle } from '../../../../test/support/wire-news/index.js';
import { wireClusters } from '../index.js';

const chance = new Chance(7);
const STORY = writeArticle(chance, inventStory(chance));
const OTHER = writeArticle(chance, inventStory(chance));

const article = (name: string, text: string, change: Partial<InventedArticle> = {}): InventedArticle => ({
  name,
  text,
  publishedAt: '2031-03-07T10:00:00Z',
  outlet: `${name} Post`,
  ...change,
});

let log: LinkingLog;
let store: LinkingLog['store'];
let pool: LinkingLog['pool'];

beforeEach(async () => {
  log = await LinkingLog.open();
  ({ store, pool } = log);
});

afterEach(() => log.close());

const decide = (batchSize = 100) => log.catchUp(wireClusters, batchSize);

const ingest = (one: InventedArticle, revision = 1): Promise<void> =>
  append(store, one, eventsOf(one, revision));

async function byAPerson(name: string, event: ClaimtrailEvent): Promise<string> {
  const stream = `article-${articleIdOf(name)}`;
  const streams = [{ stream, expectedVersion: 'any' as const, events: [event] }];
  await store.append({ workspace: WORKSPACE, actor: 'ada', streams });
  const events = await store.readAll(WORKSPACE, { types: [event.type], limit: 100 });
  return events.at(-1)!.eventId;
}

/** Where the log says that each article stands: its role and the cluster, by the name of its original. */
async function standing(): Promise<Record<string, string>> {
  const types = ['ArticleIngested', 'ArticleClustered', 'ArticleUnclustered'];
  const events = await store.readAll(WORKSPACE, { types, limit: 10_000 });
  const names = new Map<string, string>();
  const last = new Map<string, ArticleClustered | null>();
  for (const { type, data } of events) {
    const one = data as ArticleClustered & { readonly title: string };
    if (type === 'ArticleIngested') names.set(one.articleId, one.title);
    else last.set(one.articleId, type === 'ArticleClustered' ? one : null);
  }
  const clustered = [...last.values()].filter((one) => one !== null);
  const originals = new Map(
    clustered
      .filter(({ role }) => role === 'original')
      .map((one) => [one.clusterId, names.get(one.articleId)]),
  );
  return Object.fromEntries(
    clustered
      .map((one): [string, string] => [
        names.get(one.articleId)!,
        `${one.role} of ${originals.get(one.clusterId)}`,
      ])
      .sort(),
  );
}

const decisions = async (): Promise<number> =>
  (await store.readAll(WORKSPACE, { types: ['ArticleClustered', 'ArticleUnclustered'], limit: 10_000 }))
    .length;

describe('wire clusters', () => {
  it.each([1, 7, 1_000])(
    'are the same in whatever order articles come, in batches of %i',
    async (batchSize) => {
      const press = new Chance(11);
      const articles = Array.from({ length: 6 }, (_, at) => {
        const text = writeArticle(press, inventStory(press));
        const copies = Array.from({ length: at % 4 }, () => wireVariant(press, text, 'Northwire'));
        return [text, ...copies].map((one, copy) =>
          article(`${at}-${copy}`, one, { outlet: copy === 0 ? 'Northwire' : `Post ${at}-${copy}` }),
        );
      }).flat();
      const shuffled = articles
        .map((one) => ({
          one,
          at: new Chance(batchSize + one.name.length * 31 + articles.indexOf(one) * 7).next(),
        }))
        .sort((a, b) => a.at - b.at);
      for (const { one } of shuffled) await ingest(one);
      await decide(batchSize);
      const nameOf = new Map(articles.map(({ name }) => [articleIdOf(name), name]));
      const expected = findClusters(
        articles.map((one) =>
          printingOf({
            articleId: articleIdOf(one.name),
            byline: null,
            outlet: one.outlet!,
            publishedAt: one.publishedAt,
            text: one.text,
          }),
        ),
      ).flatMap((cluster) => {
        const original = nameOf.get(cluster.find(({ role }) => role === 'original')!.articleId);
        return cluster.map(({ articleId, role }): [string, string] => [
          nameOf.get(articleId)!,
          `${role} of ${original}`,
        ]);
      });
      expect(expected.length).toBe(1 + 1 + 2 + 3 + 4);
      expect(await standing()).toEqual(Object.fromEntries(expected));
    },
  );

  it('say it anew where an earlier original comes late', async () => {
    await ingest(article('copy', STORY));
    await ingest(article('second', STORY, { publishedAt: '2031-03-07T12:00:00Z' }));
    await decide();
    expect(await standing()).toEqual({ copy: 'original of copy', second: 'copy of copy' });
    await ingest(article('late', STORY, { publishedAt: '2031-03-07T08:00:00Z' }));
    await decide();
    expect(await standing()).toEqual({
      copy: 'copy of late',
      late: 'original of late',
      second: 'copy of late',
    });
  });

  it('become one by an article that bridges them', async () => {
    const [top, bottom] = [STORY.slice(0, STORY.length / 2), STORY.slice(STORY.length / 2)];
    for (const [name, text] of [
      ['a', top],
      ['b', top],
      ['c', bottom],
      ['d', bottom],
    ] as const)
      await ingest(article(name, text));
    await decide();
    expect(new Set(Object.values(await standing())).size).toBe(4);
    await ingest(article('whole', STORY, { publishedAt: '2031-03-07T08:00:00Z' }));
    await decide();
    expect(Object.values(await standing()).filter((one) => one === 'copy of whole')).toHaveLength(4);
  });

  it('look at a revised article anew', async () => {
    await ingest(article('a', STORY));
    await ingest(article('b', STORY));
    await decide();
    expect(Object.keys(await standing())).toEqual(['a', 'b']);
    await ingest(article('b', OTHER), 2);
    await decide();
    expect(await standing()).toEqual({});
    await ingest(article('b', STORY), 3);
    await decide();
    expect(Object.keys(await standing())).toEqual(['a', 'b']);
  });

  it('leave apart what people took out, until that is undone', async () => {
    await ingest(article('a', STORY));
    await ingest(article('b', STORY));
    await decide();
    const [clustered] = await store.readAll(WORKSPACE, { types: ['ArticleClustered'], limit: 1 });
    const { clusterId } = clustered!.data as ArticleClustered;
    const articleId = articleIdOf('b');
    const taken = { articleId, clusterId, decidedBy: 'ada', reasons: ['our own text'] };
    const decisionId = await byAPerson('b', buildEvent('ArticleUnclustered', taken));
    await decide();
    await ingest(article('c', STORY, { publishedAt: '2031-03-08' }));
    await decide(1);
    expect(await standing()).toEqual({ a: 'original of a', c: 'copy of a' });
    const undo = {
      decisionId,
      decisionType: 'ArticleUnclustered',
      claimId: null,
      reportId: null,
      reason: 'a slip',
    };
    await byAPerson('b', buildEvent('DecisionReverted', undo));
    await decide();
    expect(await standing()).toEqual({ a: 'original of a', b: 'copy of a', c: 'copy of a' });
  });

  it('forget an article that was erased', async () => {
    const first = article('first', STORY, { publishedAt: '2031-03-06' });
    await ingest(first);
    await ingest(article('b', STORY));
    await ingest(article('c', STORY, { publishedAt: '2031-03-07T11:00:00Z' }));
    await decide();
    await append(store, first, [erasureOf(first, [1n])]);
    await decide();
    expect(await standing()).toMatchObject({ b: 'original of b', c: 'copy of b' });
    const { rows } = await pool.query(
      `SELECT 1 FROM linking.printing WHERE article_id = $1
       UNION SELECT 1 FROM linking.printing_pair WHERE a = $1 OR b = $1`,
      [articleIdOf('first')],
    );
    expect(rows).toEqual([]);
  });

  it('are taken from the log where the state was lost, and go on from there', async () => {
    await ingest(article('a', STORY));
    await ingest(article('b', STORY));
    await decide();
    const before = await decisions();
    await pool.query(
      'DELETE FROM linking.process; DELETE FROM linking.printing; DELETE FROM linking.printing_pair',
    );
    await decide();
    expect(await decisions()).toBe(before);
    await ingest(article('c', STORY, { publishedAt: '2031-03-08' }));
    await decide();
    expect(await standing()).toEqual({ a: 'original of a', b: 'copy of a', c: 'copy of a' });
    expect(await decisions()).toBe(before + 1);
  });
});

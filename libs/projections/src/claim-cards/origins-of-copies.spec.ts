import { buildEvent } from '#domain';
import { deterministicId } from '#platform';
import {
  articleIdOf,
  eventsOf,
  WORKSPACE,
  type InventedArticle,
} from '../../../../test/support/invented-articles.js';
import { claimIdOf, linkOf } from '../../../../test/support/invented-decisions.js';
import { storedLog } from '../../../../test/support/stored-log.js';
import { MemoryWriter } from '../testing/index.js';
import { claimCardsProjection } from './claim-cards.projection.js';
import { claimCardTable } from './claim-cards.tables.js';
import { loadFamilies } from './load-ledgers.js';

/** An article that tells a figure in its own voice. */
const article = (name: string, outlet: string, words = 'Some 40'): InventedArticle => ({
  name,
  outlet,
  publishedAt: '2031-05-01',
  text: `${words} fled.`,
  figures: [{ words }],
});
const told = (of: InventedArticle, revision = 1) => ({
  stream: `article-${articleIdOf(of.name)}`,
  events: eventsOf(of, revision),
});
const linked = (claim: string, of: InventedArticle) => ({
  stream: `claim-${claimIdOf(claim)}`,
  events: [linkOf(claim, of)],
});
const prints = (story: string, of: InventedArticle, role: 'original' | 'copy') => ({
  stream: `cluster-${story}`,
  events: [
    buildEvent('ArticleClustered', {
      articleId: articleIdOf(of.name),
      clusterId: deterministicId('cluster', story),
      method: 'minhash/1.0.0',
      similarity: 0.9,
      role,
    }),
  ],
});

async function folded(appends: Parameters<typeof storedLog>[0], size: number): Promise<MemoryWriter> {
  const view = new MemoryWriter();
  const types: readonly string[] = claimCardsProjection.types;
  const log = storedLog(appends).filter(({ type }) => types.includes(type));
  for (let from = 0; from < log.length; from += size)
    await claimCardsProjection.apply(log.slice(from, from + size), view);
  return view;
}

/** What it says shares nothing with the figures of the copy. */
const ORIGINAL: InventedArticle = {
  ...article('original', 'Norvale Wire'),
  figures: [],
  statements: [{ quote: 'fled', speaker: 'the mayor' }],
};
const COPY = article('copy', 'Coast Mail');
const AGENCY = article('agency', 'Norvale Wire', 'About 40');

it.each([1, 100])('knows whose copies are once their original is read, in batches of %d', async (size) => {
  const clustered = [
    ...[COPY, AGENCY].flatMap((of) => [told(of), linked('one', of)]),
    prints('story', ORIGINAL, 'original'),
    prints('story', COPY, 'copy'),
  ];
  const originsOf = async (appends: typeof clustered): Promise<unknown> => {
    const view = await folded(appends, size);
    const [card] = await view.load(claimCardTable, WORKSPACE, 'claim_id', [claimIdOf('one')]);
    return card?.['origin_count'];
  };
  expect(await originsOf(clustered)).toBe(2);
  expect(await originsOf([...clustered, told(ORIGINAL)])).toBe(1);
});

it.each([1, 100])(
  'goes back to no original that was put elsewhere since, or set apart, in batches of %d',
  async (size) => {
    const story = [
      ...[ORIGINAL, COPY, AGENCY].map((of) => told(of)),
      ...[COPY, AGENCY].map((of) => linked('one', of)),
      prints('story', ORIGINAL, 'original'),
      prints('story', COPY, 'copy'),
    ];
    const originsOf = async (appends: typeof story): Promise<unknown> => {
      const view = await folded(appends, size);
      const [card] = await view.load(claimCardTable, WORKSPACE, 'claim_id', [claimIdOf('one')]);
      return card?.['origin_count'];
    };
    expect(await originsOf(story)).toBe(1);
    expect(await originsOf([...story, prints('another', ORIGINAL, 'copy')])).toBe(2);
    const apart = buildEvent('ArticleUnclustered', {
      articleId: articleIdOf(ORIGINAL.name),
      clusterId: deterministicId('cluster', 'another'),
      decidedBy: 'editor',
      reasons: ['no wire story'],
    });
    expect(await originsOf([...story, { stream: 'cluster-another', events: [apart] }])).toBe(2);
  },
);

it('gives a claim who prints the originals of its own copies, and once as long as that is the same', async () => {
  const other = {
    original: article('other original', 'Coast Mail'),
    copy: article('other copy', 'The Example'),
  };
  const view = await folded(
    [
      ...[ORIGINAL, COPY, other.original, other.copy].map((of) => told(of)),
      told(ORIGINAL, 2),
      prints('story', ORIGINAL, 'original'),
      prints('story', COPY, 'copy'),
      prints('other', other.original, 'original'),
      prints('other', other.copy, 'copy'),
      linked('one', COPY),
      linked('another', other.copy),
    ],
    100,
  );
  const families = await loadFamilies(
    (table, column, values, first) => view.load(table, WORKSPACE, column, values, first),
    [claimIdOf('one'), claimIdOf('another')],
  );
  const imprints = families.map(({ originals }) =>
    originals.map(({ articleId, publisher }) => [articleId, publisher?.name]),
  );
  expect(imprints).toEqual([
    [[articleIdOf(ORIGINAL.name), 'Norvale Wire']],
    [[articleIdOf(other.original.name), 'Coast Mail']],
  ]);
});

import {
  append,
  erasureOf,
  eventsOf,
  reportIdOf,
  WORKSPACE,
  type InventedArticle,
} from '../../../../test/support/invented-articles.js';
import { LinkingLog } from '../../../../test/support/linking-log.js';
import { PropositionLinker } from './proposition-linker.process.js';

let log: LinkingLog;
let store: LinkingLog['store'];
let pool: LinkingLog['pool'];

beforeEach(async () => {
  log = await LinkingLog.open();
  ({ store, pool } = log);
});

afterEach(() => log.close());

const SHELLED = 'Northern troops shelled the harbour hospital of Westhaven on Monday night.';
const SHORTER = 'troops shelled the harbour hospital of Westhaven';
const DENIED = 'No hospital was shelled, the army said.';
const HALVES = [
  'Northern troops shelled the harbour hospital',
  'harbour hospital of Westhaven on Monday night',
] as const;

const articles: Readonly<Record<string, InventedArticle>> = {
  first: { name: 'first', publishedAt: '2031-05-04', text: SHELLED, claims: [{ quote: SHELLED }] },
  copy: {
    name: 'copy',
    publishedAt: '2031-05-05',
    text: `${SHORTER}. ${DENIED}`,
    claims: [{ quote: SHORTER }, { quote: DENIED, answers: SHORTER }],
  },
  left: { name: 'left', publishedAt: '2031-05-04', text: `${HALVES[0]}.`, claims: [{ quote: HALVES[0] }] },
  right: { name: 'right', publishedAt: '2031-05-04', text: `${HALVES[1]}.`, claims: [{ quote: HALVES[1] }] },
};

async function tell(name: keyof typeof articles): Promise<string[]> {
  const article = articles[name]!;
  await append(store, article, eventsOf(article));
  return article.claims!.map(({ quote }) => reportIdOf(article.name, 1, 'claim', quote));
}

const catchUp = () => log.catchUp(new PropositionLinker());
const claimsOf = (...reports: string[]) => log.claimsOf(...reports);

describe('the proposition linker', () => {
  it('links words told again, and a denial with what it answers', async () => {
    const reports = [...(await tell('first')), ...(await tell('copy'))];
    await catchUp();
    const [claim, ...others] = await claimsOf(...reports);
    expect(others).toEqual([claim, claim]);
  });

  it('merges two claims that a later report is alike to', async () => {
    const halves = [...(await tell('left')), ...(await tell('right'))];
    await catchUp();
    expect(new Set(await claimsOf(...halves)).size).toBe(2);
    const [whole] = await tell('first');
    await catchUp();
    expect(new Set(await claimsOf(...halves, whole!)).size).toBe(1);
  });

  it('knows its claims again from the log alone, and forgets erased articles', async () => {
    const [first] = await tell('first');
    await catchUp();
    const [before] = await claimsOf(first!);
    const head = await store.head(WORKSPACE);
    for (const table of ['process', 'claim_report', 'proposition'])
      await pool.query(`DELETE FROM linking.${table}`);
    await catchUp();
    expect(await store.head(WORKSPACE)).toBe(head);
    const [copy] = await tell('copy');
    await append(store, articles['first']!, [erasureOf(articles['first']!, [1n])]);
    await catchUp();
    expect(await claimsOf(copy!)).toEqual([before]);
    const { rows } = await pool.query('SELECT report_id FROM linking.proposition');
    expect(rows).toHaveLength(2);
  });
});

import { generateKeyPairSync } from 'node:crypto';
import { buildEvent } from '#domain';
import { eventStoreMigrations, noteSigner, PayloadEraser, PostgresEventStore, Sealer } from '#event-store';
import { createLogger } from '#platform';
import { openArticleReader } from '#reading';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import {
  EraseAgainHandler,
  EraseArticle,
  EraseArticleHandler,
  ErasePerson,
  ErasePersonHandler,
  IngestArticle,
  IngestArticleHandler,
  MakeDecision,
  MakeDecisionHandler,
  type Decision,
  type ErasureTools,
} from '../index.js';

const W = 'test';
const TEXT = 'At least 40 people were killed in Norvale on Monday, Mayor Ada Brill said.';

let test: TestDatabase;
let store: PostgresEventStore;
let sealer: Sealer;
let articleId: string;
let reportId: string;
const articles = openArticleReader({ threads: 0, budgetMs: 20_000 });

beforeEach(async () => {
  test = await createTestDatabase(eventStoreMigrations);
  store = new PostgresEventStore(test.database);
  const signer = noteSigner('claimtrail/test', generateKeyPairSync('ed25519').privateKey);
  const pause = () => Promise.resolve();
  sealer = new Sealer({ workspace: W, pools: test.database, signer, logger: createLogger('silent'), pause });
  const ingest = new IngestArticle(W, 'test', { id: 'a', text: TEXT, publishedAt: '2031-05-14' });
  ({ articleId } = await new IngestArticleHandler(store, store, articles).execute(ingest));
  const [figure] = await store.readAll(W, { types: ['FigureReported'] });
  ({ reportId } = figure?.data as { reportId: string });
});
afterEach(async () => {
  await store.close();
  await test.drop();
});

const decide = (decision: Decision) =>
  new MakeDecisionHandler(store, store).execute(new MakeDecision(W, 'test', decision));
const comment = (words: string): Promise<unknown> =>
  decide({ type: 'comment_field', reportId, articleId, field: 'value', verdict: 'unclear', comment: words });
const correct = (unitText: string): Promise<unknown> =>
  decide({
    type: 'correct_report',
    reportId,
    articleId,
    kind: 'source',
    changes: [{ field: 'unitText', to: unitText }],
    reason: `they were ${unitText}`,
  });
const words = async () =>
  JSON.stringify(
    (await store.readAll(W)).filter(({ type }) => type !== 'ErasureRecorded').map(({ data }) => data),
  );
const tools = (before: () => Promise<unknown> = () => Promise.resolve()): ErasureTools => {
  let first = true;
  return {
    reader: store,
    eraser: new PayloadEraser(test.database.login),
    sealedTo: async () => {
      if (first) await before();
      first = false;
      await sealer.sealAll();
    },
  };
};
const erase = (erasure = tools()) =>
  new EraseArticleHandler(erasure).execute(new EraseArticle(W, 'test', articleId, 'asked'));

describe('what people decided on the reports of an article that is erased', () => {
  it('goes with it: corrections, comments and what undid them', async () => {
    await correct('ferrymen');
    await comment('Tarn Velling counted them');
    expect(
      await new EraseArticleHandler(tools()).preview(new EraseArticle(W, 'test', articleId, 'asked')),
    ).toMatchObject({ ReportCorrected: 1, FieldCommented: 1 });
    const { erased, erasureSeq } = await erase();
    expect(await words()).not.toMatch(/ferrymen|Velling|Norvale/);
    const events = await store.readAll(W);
    expect(erased).toBe(events.filter(({ type }) => type !== 'ErasureRecorded').length);
    expect(events.find(({ seq }) => seq === erasureSeq)).toMatchObject({ stream: `article-${articleId}` });
  });

  it('goes with it also where it was decided while the article was erased', async () => {
    await erase(tools(() => comment('Tarn Velling counted them')));
    expect(await words()).not.toContain('Velling');
  });

  it('goes with it also where it was decided on a claim that nobody had decided on, at the last moment', async () => {
    const claimId = 'c1000000-0000-4000-8000-000000000001';
    const link = buildEvent('ReportLinked', {
      ...{ claimId, reportId, score: 1, place: null },
      ...{ decidedBy: 'figure-linker/1.0.0', reasons: ['first report of this claim'] },
    });
    const streams = [{ stream: `claim-${claimId}`, expectedVersion: 0, events: [link] }];
    await store.append({ workspace: W, actor: 'figure-linker/1.0.0', streams });
    const { eraser, ...others } = tools();
    const unlink = { type: 'unlink_report', claimId, reportId, reason: 'Tarn Velling says so' } as const;
    let times = 0;
    const late: Pick<PayloadEraser, 'erase'> = {
      erase: async (order) => {
        if (times++ === 0) await decide(unlink);
        return eraser.erase(order);
      },
    };
    await erase({ ...others, eraser: late as PayloadEraser });
    expect(times).toBe(2);
    expect(await words()).not.toMatch(/Velling|Norvale/);
  });

  it('is refused afterwards', async () => {
    await erase();
    await expect(comment('Tarn Velling counted them')).rejects.toMatchObject({
      code: 'DOMAIN.ARTICLE_ERASED',
    });
  });

  it('goes where it alone names a person who is erased, and the article is recorded again', async () => {
    await comment('Tarn Velling counted them');
    const handler = new ErasePersonHandler(tools(), articles);
    const done: string[] = [];
    for await (const article of handler.execute(new ErasePerson(W, 'test', ['Tarn Velling'], 'asked')))
      done.push(article.articleId);
    expect(done).toEqual([articleId]);
    expect(await words()).not.toContain('Velling');
    expect(await words()).toContain('Ada Brill');
  });

  it('goes with it where it was decided on a claim about a report of it, and what is of other articles stays', async () => {
    const other = new IngestArticle(W, 'test', { id: 'b', text: TEXT, publishedAt: '2031-05-15' });
    const { articleId: otherArticle } = await new IngestArticleHandler(store, store, articles).execute(other);
    const figures = await store.readAll(W, { types: ['FigureReported'] });
    const { reportId: kept } = figures.at(-1)!.data as { reportId: string };
    const claimId = 'c0ffee00-0000-4000-8000-000000000001';
    const reason = 'Tarn Velling told us';
    await decide({ type: 'link_report', claimId, reportId, articleId, reason });
    const { decisionId } = await decide({
      type: 'recommend_figure',
      claimId,
      reportId,
      role: 'recommended',
      calculationLogic: reason,
      reason,
    });
    await decide({ type: 'revert_decision', decisionId: decisionId!, reason: `${reason} otherwise` });
    await decide({
      type: 'link_report',
      claimId,
      reportId: kept,
      articleId: otherArticle,
      reason: 'read both',
    });
    await decide({ type: 'split_claim', claimId, reportIds: [reportId, kept], reason });
    await decide({ type: 'request_review', claimId, reason: 'before it is shown' });
    const before = await store.readAll(W, { types: ['ReportLinked'] });
    await erase();
    const left = await store.readAll(W, { types: ['ReportLinked'] });
    const linkOf =
      (id: string) =>
      ({ data }: { data: unknown }) =>
        (data as { reportId?: string }).reportId === id;
    expect([before.filter(linkOf(reportId)).length, left.filter(linkOf(reportId)).length]).toEqual([2, 0]);
    expect(left.filter(linkOf(kept))).toHaveLength(2);
    expect(await words()).not.toContain('Velling');
    expect(await words()).toContain('before it is shown');
  });

  it('is erased again in a log that was restored from before', async () => {
    await comment('Tarn Velling counted them');
    const [{ seq } = { seq: 0n }] = await store.readAll(W, { types: ['FieldCommented'] });
    await sealer.sealAll();
    const listed = {
      workspace: W,
      stream: `report-${reportId}`,
      seqs: [[Number(seq), Number(seq)]] as const,
      seq: '99',
      recordedAt: '2031-05-15T00:00:00.000Z',
    };
    const again = new EraseAgainHandler(tools());
    expect(await again.execute(listed, 'test')).not.toBeNull();
    expect(await words()).not.toMatch(/Velling|Norvale/);
    expect(await again.execute(listed, 'test')).toBeNull();
  });
});

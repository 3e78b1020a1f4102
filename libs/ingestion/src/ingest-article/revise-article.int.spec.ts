import type { ArticleRevisionCompared, ReportChange } from '#domain';
import { eventStoreMigrations, PostgresEventStore } from '#event-store';
import { EXTRACTOR } from '#extraction';
import { openArticleReader, type ArticleReader } from '#reading';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { articleStream } from '../article/article-stream.js';
import {
  IngestArticle,
  IngestArticleHandler,
  ReextractArticle,
  ReextractArticleHandler,
  ReviseArticle,
  ReviseArticleHandler,
} from '../index.js';
import { sha256Of } from './added-headline.js';

const WORKSPACE = 'test';
/** The number stands in what the mayor said, too. */
const CHANGES = [
  'figure changed value 40 -> 60',
  'statement changed quote At least 40 people were killed in Westhaven on Monday -> At least 60 people were killed in Westhaven on Monday',
];
const TEXT = `Flood in Westhaven

At least 40 people were killed in Westhaven on Monday, the mayor, Ada Moreno, said.

"We have lost whole streets," Moreno said.`;

let test: TestDatabase;
let store: PostgresEventStore;
let articles: ArticleReader;

beforeAll(() => {
  articles = openArticleReader({ threads: 0, budgetMs: 20_000 });
});
afterAll(() => articles.close());

beforeEach(async () => {
  test = await createTestDatabase(eventStoreMigrations);
  store = new PostgresEventStore(test.database);
});
afterEach(async () => {
  await store.close();
  await test.drop();
});

const ingest = (text: string, reader = articles, more: { readonly publishedAt?: string } = {}) =>
  new IngestArticleHandler(store, store, reader).execute(
    new IngestArticle(WORKSPACE, 'test', {
      id: 'flood',
      text,
      outlet: 'The Example',
      publishedAt: '2031-03-07',
      ...more,
    }),
  );

const types = async (after: bigint): Promise<string[]> =>
  (await store.readAll(WORKSPACE, { afterSeq: after, limit: 100 })).map(({ type }) => type);

const briefly = ({ kind, change, fields }: ReportChange): string =>
  [kind, change, ...fields.map(({ field, from, to }) => `${field} ${String(from)} -> ${String(to)}`)].join(
    ' ',
  );

/** The same reader as if it had been another version before. */
const older = (extractorVersion: string): ArticleReader => ({
  read: async (article) => {
    const reading = await articles.read(article);
    const { statements, ...extraction } = reading.extraction;
    return {
      ...reading,
      extraction: { ...extraction, extractor: EXTRACTOR, extractorVersion, statements: statements.slice(1) },
    };
  },
  close: () => Promise.resolve(),
});

describe('another text of an article', () => {
  it('is compared with the one before, in the same append', async () => {
    const first = await ingest(TEXT);
    const { outcome, comparison, lastSeq } = await ingest(TEXT.replace('40', '60'));
    expect({ outcome, changes: comparison?.changes.map(briefly) }).toEqual({
      outcome: 'revised',
      changes: CHANGES,
    });
    expect(comparison).toMatchObject({ extent: 'body', stealth: true });
    const written = await types(first.lastSeq!);
    expect(written[0]).toBe('ArticleRevised');
    expect(written.slice(-2)).toEqual(['ArticleRevisionCompared', 'ExtractionCompleted']);
    const [event] = await store.readAll(WORKSPACE, { types: ['ArticleRevisionCompared'], limit: 1 });
    const [change] = (event!.data as ArticleRevisionCompared).changes;
    const reports = await store.readAll(WORKSPACE, { types: ['FigureReported'], limit: 10 });
    expect([change?.previousReportId, change?.reportId]).toEqual(
      reports.map(({ data }) => (data as { reportId: string }).reportId),
    );
    expect(lastSeq).toBe(await store.head(WORKSPACE));
  });

  it('leaves the reports where the edit is trivial, and is compared with the text they stand in', async () => {
    const first = await ingest(TEXT);
    const trivial = await ingest(`3 min read\n${TEXT}\n\n12 comments`);
    expect(trivial).toMatchObject({ outcome: 'revised', revision: 2, comparison: { extent: 'trivial' } });
    expect(await types(first.lastSeq!)).toEqual(['ArticleRevised', 'ArticleRevisionCompared']);
    const [revised] = await store.readAll(WORKSPACE, { types: ['ArticleRevised'], limit: 1 });
    expect(revised!.data).toMatchObject({ keepsReports: true });
    const again = new ReextractArticleHandler(store, store, articles);
    const command = new ReextractArticle(WORKSPACE, 'test', first.articleId);
    expect((await again.execute(command)).outcome).toBe('unchanged');
    const third = await ingest(TEXT.replace('40', '60'));
    expect(third.comparison?.changes.map(briefly)).toEqual(CHANGES);
    expect(third.revision).toBe(3);
  });

  it('is read anew where its date is another, however little was edited', async () => {
    const first = await ingest(TEXT);
    await ingest(`${TEXT}\n\n12 comments`, articles, { publishedAt: '2031-03-09' });
    expect(await types(first.lastSeq!)).toContain('FigureReported');
  });

  it('may be handed in by the id of its article, which keeps what is known of it', async () => {
    const { articleId } = await ingest(TEXT);
    const revise = (id: string) =>
      new ReviseArticleHandler(store, store, articles).execute(
        new ReviseArticle(WORKSPACE, 'test', id, { text: TEXT.replace('40', '60') }),
      );
    expect(await revise(articleId)).toMatchObject({ outcome: 'revised', articleId, revision: 2 });
    const [revised] = await store.readAll(WORKSPACE, { types: ['ArticleRevised'], limit: 1 });
    expect(revised!.data).toMatchObject({ outlet: 'The Example', publishedAt: '2031-03-07' });
    expect((await revise(articleId)).outcome).toBe('duplicate');
    await expect(revise(articleId.replace(/^./, '0'))).rejects.toThrow(/no article/);
  });

  it('is not said to have what a later reader found in the text before', async () => {
    await ingest(TEXT, older('0.0.1'));
    const { comparison } = await ingest(TEXT.replace('40', '60'));
    expect(comparison?.changes.map(briefly)).toEqual(CHANGES);
    const [first] = await store.readAll(WORKSPACE, { types: ['FigureReported'], limit: 1 });
    const { reportId } = first!.data as { reportId: string };
    expect(comparison?.changes.map(({ previousReportId }) => previousReportId)).toEqual([reportId, null]);
  });

  it('CONTROL: compared with what that reader had found, it would be said to', async () => {
    await ingest(TEXT, older('0.0.1'));
    const { extractorVersion } = (await articles.read({ text: TEXT })).extraction;
    const disguised: ArticleReader = {
      ...articles,
      read: async (article) => {
        const reading = await articles.read(article);
        return { ...reading, extraction: { ...reading.extraction, extractorVersion: '0.0.1' } };
      },
      close: () => Promise.resolve(),
    };
    expect(extractorVersion).not.toBe('0.0.1');
    const { comparison } = await ingest(TEXT.replace('40', '60'), disguised);
    expect(comparison?.changes.map(briefly)).toContain('statement appeared');
  });
});

describe('an article that is on record without the headline that is put first by now', () => {
  const HEADLINE = '40 people killed as flood wrecks Westhaven';
  const BODY = TEXT.slice(TEXT.indexOf('At least'));
  const known = { id: 'flood', outlet: 'The Example', title: HEADLINE, publishedAt: '2031-03-07' };
  const take = (text: string, more: object = {}, making: object | null = { headlineFirst: true }) =>
    new IngestArticleHandler(store, store, articles).execute(
      new IngestArticle(WORKSPACE, 'test', { ...known, text, ...more }, undefined, false, { ...making }),
    );

  it('is a duplicate where only that is new, and has another title where it was given one', async () => {
    await take(BODY, {}, null);
    expect((await take(`${HEADLINE}\n\n${BODY}`)).outcome).toBe('duplicate');
    const retitled = await take(`Flood in Westhaven\n\n${BODY}`, { title: 'Flood in Westhaven' });
    expect(retitled.outcome).toBe('metadata_changed');
  });

  it('CONTROL: without the word of its making it is another text, edited in stealth', async () => {
    await take(BODY, {}, null);
    const { outcome, comparison } = await take(`${HEADLINE}\n\n${BODY}`, {}, null);
    expect({ outcome, ...comparison }).toMatchObject({
      outcome: 'revised',
      extent: 'headline',
      stealth: true,
    });
  });

  it('is compared by its body where that was edited, and by its headline from then on', async () => {
    await take(BODY, {}, null);
    const edited = BODY.replace('40', '60');
    const second = await take(`${HEADLINE}\n\n${edited}`);
    expect(second.comparison?.changes.map(briefly)).toEqual(CHANGES);
    const headline = HEADLINE.replace('40', '60');
    const third = await take(`${headline}\n\n${edited}`, { title: headline });
    expect(third.comparison).toMatchObject({ extent: 'headline', stealth: true });
    expect(third.comparison?.changes.map(briefly)).toEqual(['figure changed value 40 -> 60']);
  });

  it('is still without it where it is read anew for its date, so that a later headline is no edit', async () => {
    const undated = { publishedAt: undefined };
    await take(BODY, undated, null);
    expect((await take(`${HEADLINE}\n\n${BODY}`)).outcome).toBe('revised');
    const edited = await take(`${HEADLINE}\n\n${BODY.replace('40', '60')}`);
    expect(edited.comparison?.changes.map(briefly)).toEqual(CHANGES);
  });

  it('is read without it where names were masked in it and it may come back, so that spans keep to their words', async () => {
    const { articleId } = await take(BODY, {}, null);
    const erasure = {
      type: 'ErasureRecorded',
      schemaVersion: 1,
      data: {
        articleId,
        subject: 'person',
        revision: 1,
        seqs: [],
        recordedAgain: true,
        reason: 'asked',
        legalBasis: null,
      },
    };
    const [{ data } = { data: {} }] = await store.readAll(WORKSPACE, {
      types: ['ArticleIngested'],
      limit: 1,
    });
    const text = BODY.replaceAll('Moreno', '\u2588'.repeat(6));
    const masked = {
      type: 'ArticleIngested',
      schemaVersion: 1,
      data: { ...(data as object), revision: 2, text, textSha256: sha256Of(text) },
    };
    const { lastSeq } = await store.append({
      workspace: WORKSPACE,
      actor: 'test',
      streams: [{ stream: articleStream(articleId), expectedVersion: 'any', events: [erasure, masked] }],
    });
    const command = { ...known, text: `${HEADLINE}\n\n${BODY}` };
    await new IngestArticleHandler(store, store, articles).execute(
      new IngestArticle(WORKSPACE, 'test', command, undefined, true, { headlineFirst: true }),
    );
    const events = await store.readAll(WORKSPACE, { afterSeq: lastSeq, limit: 10 });
    expect(events.find(({ type }) => type === 'ArticleRevised')?.data).toMatchObject({ text: BODY });
    const figure = events.find(({ type }) => type === 'FigureReported')?.data as { quote: { exact: string } };
    expect(figure.quote.exact).toContain('40 people');
  });

  it('is recorded with it where somebody names the article', async () => {
    const { articleId } = await take(BODY, {}, null);
    const command = new ReviseArticle(
      WORKSPACE,
      'test',
      articleId,
      { text: `${HEADLINE}\n\n${BODY}` },
      { headlineFirst: true },
    );
    const { outcome, figures, comparison } = await new ReviseArticleHandler(store, store, articles).execute(
      command,
    );
    expect({ outcome, figures }).toEqual({ outcome: 'revised', figures: 2 });
    expect(comparison).toMatchObject({ extent: 'trivial', stealth: false, changes: [] });
    const [revised] = await store.readAll(WORKSPACE, { types: ['ArticleRevised'], limit: 1 });
    expect(revised!.data).toMatchObject({ keepsReports: false });
  });
});

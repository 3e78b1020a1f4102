import { join } from 'node:path';
import { extractArticle, type Extraction, type ReadableArticle } from '#extraction';
import {
  IngestArticle,
  IngestArticleHandler,
  ReextractArticle,
  ReextractArticleHandler,
  type ReextractArticleResult,
} from '#ingestion';
import { liveVersion, projections, rebuildView } from '#projections';
import type { ArticleReader } from '#reading';
import { killLeftProcesses } from '../support/claimtrail-process.js';
import { makeScratchFolder, removeScratchFolder } from '../support/embedded-user.js';
import { runVerb } from '../support/resident-program.js';
import { TestApp } from '../support/test-app.js';
import { viewDigest } from '../support/view-digest.js';

const WORKSPACE = 'default';
const SUBMISSION = {
  outlet: 'The Example',
  title: 'Ferry sinks off Norvale',
  publishedAt: '2031-05-14',
  text: `At least 40 people were killed in Norvale on Monday, Mayor Ada Brill said.
Some 300 people fled Oster, and 12 homes were destroyed.`,
};
let app: TestApp;
let folder: string;
let articleId: string;

/** Reads as the rules do, but for what `change` makes of it. */
const readerOf = (change: (read: Extraction) => Partial<Extraction>): ArticleReader => ({
  read: (article: ReadableArticle) => {
    const extraction = extractArticle(article);
    return Promise.resolve({
      language: 'en',
      notExtracted: null,
      extraction: { ...extraction, ...change(extraction) },
    });
  },
  close: () => Promise.resolve(),
});
const today = readerOf(() => ({}));
/** Took the killed for injured, and did not see that anybody fled. */
const older = readerOf(({ figures }) => ({
  extractorVersion: '0.9.0',
  figures: figures
    .filter(({ metric }) => metric !== 'displaced')
    .map((figure) => (figure.metric === 'killed' ? { ...figure, metric: 'injured' as const } : figure)),
}));

const reextract = (dryRun = false): Promise<ReextractArticleResult> =>
  new ReextractArticleHandler(app.store, app.store, today).execute(
    new ReextractArticle(WORKSPACE, 'test', articleId, dryRun),
  );

const figures = async (query = ''): Promise<{ id: string; metric: string; superseded: boolean }[]> => {
  await app.catchUp();
  return (await app.get(`/v1/figures?first=50${query}`)).body.items;
};
const metrics = (items: readonly { metric: string }[]): string[] => items.map(({ metric }) => metric);

beforeAll(async () => {
  app = await TestApp.start();
  folder = makeScratchFolder();
  const ingest = new IngestArticleHandler(app.store, app.store, older);
  ({ articleId } = await ingest.execute(new IngestArticle(WORKSPACE, 'test', SUBMISSION)));
});

afterAll(async () => {
  await killLeftProcesses();
  await app.stop();
  await removeScratchFolder(folder);
});

const claimtrail = (...args: string[]) =>
  runVerb(args, {
    DATABASE_URL: app.test.database.url,
    CLAIMTRAIL_DATA_DIR: join(folder, 'data'),
  });

describe('reading an article again', () => {
  it('shows what is read otherwise, and records nothing, in a dry run', async () => {
    const head = await app.head();
    const { difference } = await reextract(true);
    expect(difference.changed.map(({ fields }) => fields.includes('metric'))).toEqual([true]);
    expect(difference.added.map(({ data }) => data.quote.exact)).toEqual(['Some 300 people']);
    const { stdout } = await claimtrail('reextract', '--dry-run');
    expect(stdout).toMatch(
      /claimtrail-rules 0\.9\.0 -> claimtrail-rules [^]*"injured" -> "killed"[^]*dry run/,
    );
    expect(await app.head()).toBe(head);
    expect(metrics(await figures())).toEqual(['injured', 'homes_destroyed']);
  });

  it('takes what was read otherwise out of the record, and keeps it for those who ask', async () => {
    const [before] = await figures();
    expect((await reextract()).outcome).toBe('reextracted');
    expect(metrics(await figures()).sort()).toEqual(['displaced', 'homes_destroyed', 'killed']);
    const all = await figures('&includeRetired=true');
    expect(all.filter(({ superseded }) => superseded)).toMatchObject([{ id: before?.id, metric: 'injured' }]);
    const { body: article } = await app.get(`/v1/articles/${articleId}`);
    expect(article).toMatchObject({ figures: 3, statements: 1 });
  });

  it('traces each fact to the reading that recorded it', async () => {
    for (const { id, superseded } of await figures('&includeRetired=true')) {
      const { body } = await app.get(`/v1/facts/${id}/provenance`);
      const isNew = BigInt(body.event.seq) > 5n;
      expect(body.extractor.version === '0.9.0').toBe(!isNew);
      expect(body.supersededSeq !== null).toBe(superseded);
      expect(body.cues.map(({ kind }: { kind: string }) => kind)).toContain('number');
      expect(body.cues.every(({ span }: { span: { verified: boolean } }) => span.verified)).toBe(true);
    }
    const [{ id = '' } = {}] = await figures();
    const query = `{ provenance(factId: "${id}") { cues { kind span { exact verified } } supersededSeq } }`;
    const { body } = await app.graphql(query);
    expect(body.data.provenance.cues).toContainEqual({
      kind: 'UNIT',
      span: { exact: 'homes', verified: true },
    });
  });

  it('gives the same rows in a rebuild', async () => {
    await app.catchUp();
    const pool = app.test.database.writer;
    for (const projection of projections) {
      const live = await viewDigest(pool, projection, (await liveVersion(pool, projection.name))!.version);
      const options = { projection, reader: app.store, pool, workspaces: [WORKSPACE] };
      const { version } = await rebuildView(options);
      expect(await viewDigest(pool, projection, version)).toBe(live);
    }
  });

  it('changes nothing when it is done again', async () => {
    const head = await app.head();
    expect((await reextract()).outcome).toBe('unchanged');
    expect(await app.head()).toBe(head);
  });
});

describe('claimtrail explain', () => {
  it('tells how a fact was read, by its id, its event or its seq', async () => {
    const killed = (await figures()).find(({ metric }) => metric === 'killed');
    const { body } = await app.get(`/v1/facts/${killed?.id}/provenance`);
    const { exitCode, stdout, stderr } = await claimtrail('explain', killed?.id ?? '');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain('«[At least](quantifier) [40](number) [people](unit)» were [killed](metric)');
    expect(stdout).toContain('figure/subject-of-verb: the verb behind the number');
    expect(stdout).toContain('The Example (publishes) > Ada Brill');
    expect(stdout).toContain('holds these words at these characters');
    for (const id of [body.event.eventId, body.event.seq])
      expect((await claimtrail('explain', id)).stdout).toBe(stdout);
    const json = JSON.parse((await claimtrail('explain', killed?.id ?? '', '--json')).stdout) as object;
    expect(json).toMatchObject({ ...body, meaning: expect.stringContaining('the verb behind') });
  });

  it('says so of one that stands no more, and of an id that no fact has', async () => {
    const old = (await figures('&includeRetired=true')).find(({ superseded }) => superseded);
    expect((await claimtrail('explain', old?.id ?? '')).stdout).toMatch(
      /stands +no: superseded by event \d+/,
    );
    for (const id of ['1', '999', articleId, 'nonsense'])
      expect(await claimtrail('explain', id)).toMatchObject({
        exitCode: 1,
        stderr: expect.stringMatching(/reports no|no event|no fact|neither/),
      });
  });
});

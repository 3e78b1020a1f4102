import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseVerifierKeys, openCheckpoint, verifyInclusion } from '#verifier';
import { ClaimtrailProcess, killLeftProcesses } from '../support/claimtrail-process.js';
import { makeScratchFolder, removeScratchFolder } from '../support/embedded-user.js';
import { runVerb } from '../support/resident-program.js';
import { tablesHolding } from '../support/tables-holding.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

/** Invented names that stand nowhere else. */
const PERSON = 'Isolde Varnhagen';
const SURNAME = 'Varnhagen';
const ARTICLE_WORD = 'Trollvikssund';

const articles = [
  {
    id: 'storm',
    outlet: 'The Example',
    publishedAt: '2031-05-14',
    title: `Storm in Norvale, says ${PERSON}`,
    text: `At least 40 people were killed in Norvale on Monday, Mayor ${PERSON} said. ${SURNAME} denied that the dam broke. "We need 12 boats," Governor Odo Krell told reporters. About 900 people fled Norvale, Krell said.`,
  },
  {
    id: 'flood',
    outlet: 'The Example',
    publishedAt: '2031-05-15',
    title: `Flood in ${ARTICLE_WORD}`,
    text: `At least 70 people were killed in ${ARTICLE_WORD} on Tuesday, Governor Odo Krell said. Officials denied that the dam broke.`,
  },
];

/** What the answers asked for here may hold. */
interface Body {
  readonly text: string;
  readonly title: string;
  readonly items: readonly { readonly seq: string; readonly stream: string; readonly data: unknown }[];
  readonly leaf: unknown;
  readonly leafHash: string;
  readonly treeSize: number;
  readonly hashes: readonly string[];
  readonly checkpoint: string;
}

let test: TestDatabase;
let folder: string;
let data: string;
let env: Record<string, string>;
let url: string;
let storm: string;
let flood: string;

const claimtrail = (...args: string[]) => runVerb(args, env);
const get = async (path: string) => {
  const answer = await fetch(`${url}${path}`);
  return { status: answer.status, body: (await answer.json()) as Body };
};
const bytes = (base64: string): string => Buffer.from(base64, 'base64').toString('latin1');
const holding = (word: string) => tablesHolding(test.database.login, word);

async function untilSealed(seq: number): Promise<void> {
  while ((await get(`/v1/events/${seq}/proof`)).status === 503);
}

beforeAll(async () => {
  test = await createTestDatabase();
  folder = makeScratchFolder();
  data = join(folder, 'data');
  env = { DATABASE_URL: test.database.url, CLAIMTRAIL_DATA_DIR: data, PORT: '0' };
  url = await ClaimtrailProcess.start(['up', '--no-seeds'], env).url();
  const file = join(folder, 'articles.jsonl');
  await writeFile(file, articles.map((article) => JSON.stringify(article)).join('\n'));
  const { stdout } = await claimtrail('ingest', file);
  [storm = '', flood = ''] = [...stdout.matchAll(/ingested ([0-9a-f-]{36})/g)].map((match) => match[1] ?? '');
});
afterAll(async () => {
  await killLeftProcesses();
  await test.drop();
  await removeScratchFolder(folder);
});

describe('claimtrail erase --person', () => {
  const verb = ['erase', '--person', PERSON, '--reason', 'a request was granted', '--as', 'records desk'];

  it('CONTROL: the name stands in the log and in the views before', async () => {
    const tables = await holding(SURNAME);
    expect(tables).toEqual(
      expect.arrayContaining(['event_store.event_p0', 'views.article_text_v1', 'views.statement_report_v1']),
    );
  });

  it('shows with --dry-run what it would change, and changes nothing', async () => {
    const { stdout, exitCode } = await claimtrail(...verb, '--dry-run');
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`${storm} (2031-05-14): 2 names in its text`);
    expect(stdout).toContain('1 articles name the person.');
    expect(await holding(SURNAME)).not.toEqual([]);
  });

  it('refuses a reason that names the person: it would stay', async () => {
    const { stderr, exitCode } = await claimtrail(
      'erase',
      '--person',
      PERSON,
      '--reason',
      `for ${SURNAME}, ${PERSON}`,
    );
    expect(exitCode).toBe(2);
    expect(stderr).toContain('names the person');
  });

  it('leaves the name in no table, and what others said and counted', async () => {
    const { stdout, stderr, exitCode } = await claimtrail(...verb);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`${storm}: 2 names masked`);
    const erasures = await claimtrail('events', '--type', 'ErasureRecorded');
    expect(erasures.stdout).toContain('"actor":"records desk"');
    expect(await holding(SURNAME)).toEqual([]);
    expect(await holding('Isolde')).toEqual([]);
    const { body } = await get(`/v1/articles/${storm}`);
    expect(body.text).toBe(
      articles[0]?.text.replaceAll(PERSON, '█'.repeat(16)).replaceAll(SURNAME, '█'.repeat(9)),
    );
    expect(body.title).toBe(`Storm in Norvale, says ${'█'.repeat(16)}`);
    const figures = (await get(`/v1/figures?articleId=${storm}`)).body.items as unknown as {
      value: number;
      speaker: { name: string } | null;
    }[];
    expect(figures).toContainEqual(
      expect.objectContaining({ value: 900, speaker: expect.objectContaining({ name: 'Odo Krell' }) }),
    );
    expect(figures).toContainEqual(expect.objectContaining({ value: 40 }));
  });

  it('finds nothing the second time', async () => {
    expect((await claimtrail(...verb)).stdout).toContain('0 articles name the person.\n');
  });

  it('does not let the same text in again, but does let another', async () => {
    const file = join(folder, 'again.json');
    await writeFile(file, JSON.stringify(articles[0]));
    const again = await claimtrail('ingest', file);
    expect(again.exitCode).toBe(1);
    expect(again.stdout + again.stderr).toContain('was erased');
    expect(await holding(SURNAME)).toEqual([]);
  });
});

describe('claimtrail erase --article', () => {
  const verb = () => [
    'erase',
    '--article',
    flood,
    '--reason',
    'a request was granted',
    '--legal-basis',
    'GDPR Art. 17(1)(a)',
  ];
  let first: { readonly seq: string; readonly proof: Body };

  it('leaves no word of it in any table, and says that it was there', async () => {
    const { items } = (await get('/v1/events?first=200')).body as Body & {
      items: { seq: string; stream: string }[];
    };
    const seq = items.find(({ stream }) => stream === `article-${flood}`)?.seq ?? '';
    await untilSealed(Number(seq));
    first = { seq, proof: (await get(`/v1/events/${seq}/proof`)).body };
    expect(await holding(ARTICLE_WORD)).not.toEqual([]);
    const { stdout, stderr, exitCode } = await claimtrail(...verb());
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(new RegExp(`^Erased the data of \\d+ events of article ${flood}`));
    expect(await holding(ARTICLE_WORD)).toEqual([]);
    expect(await get(`/v1/articles/${flood}`)).toMatchObject({
      status: 410,
      body: { code: 'DOMAIN.ARTICLE_ERASED' },
    });
    expect((await get('/v1/articles')).body.items).toHaveLength(1);
  });

  it('leaves the proof of its events as it was', async () => {
    const { items } = (await get('/v1/events?first=200')).body as Body & {
      items: { seq: string; data: unknown }[];
    };
    expect(items.find(({ seq }) => seq === first.seq)?.data).toEqual({ erased: true });
    const { body: proof } = await get(`/v1/events/${first.seq}/proof`);
    expect([proof.leaf, proof.leafHash]).toEqual([first.proof.leaf, first.proof.leafHash]);
    const keys = parseVerifierKeys(await readFile(join(data, 'verifier-key.default.txt'), 'utf8'));
    const root = openCheckpoint(proof.checkpoint, keys)?.root ?? '';
    const path = proof.hashes.map(bytes);
    expect(
      verifyInclusion(bytes(proof.leafHash), BigInt(first.seq) - 1n, BigInt(proof.treeSize), path, root),
    ).toBe(true);
  });

  it('is done once', async () => {
    expect(await claimtrail(...verb())).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('was erased before'),
    });
  });

  it('does not let the article in again unless that is allowed', async () => {
    const file = join(folder, 'flood.json');
    await writeFile(file, JSON.stringify(articles[1]));
    const refused = await claimtrail('ingest', file);
    expect([refused.exitCode, refused.stderr.includes('--allow-erased')]).toEqual([1, true]);
    const { stdout, exitCode } = await claimtrail('ingest', file, '--allow-erased');
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining(flood)]);
    expect((await get(`/v1/articles/${flood}`)).status).toBe(200);
  });
});

describe('after erasures', () => {
  it('verify finds nothing changed, and says how much was erased', async () => {
    const { stdout, exitCode } = await claimtrail('verify');
    expect([exitCode, stdout]).toEqual([0, expect.stringMatching(/The data of \d+ events was erased/)]);
  });

  it('a rebuild gives the views that answered before', async () => {
    const paths = [
      '/v1/articles',
      '/v1/figures?first=200',
      '/v1/statements?first=200',
      '/v1/claims?first=200',
    ];
    const all = () => Promise.all(paths.map(async (path) => (await get(path)).body.items));
    const before = await all();
    expect((await claimtrail('rebuild', 'all')).exitCode).toBe(0);
    expect(await all()).toEqual(before);
  });

  it('the list of erasures for older backups names no word', async () => {
    const list = await readFile(join(data, 'checkpoints', 'default', 'erasures.ndjson'), 'utf8');
    expect(list.trim().split('\n')).toHaveLength(2);
    for (const word of [SURNAME, ARTICLE_WORD, 'request']) expect(list).not.toContain(word);
  });
});

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isErased } from '#domain';
import { loadSigningKey, PostgresEventStore, ProofReader } from '#event-store';
import { killLeftProcesses, type Outcome } from '../support/claimtrail-process.js';
import { makeScratchFolder, removeScratchFolder } from '../support/embedded-user.js';
import { runVerb } from '../support/resident-program.js';
import { tablesHolding } from '../support/tables-holding.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

/** Invented names that stand nowhere else. */
const PERSON = 'Ottilie Brandvik';
const SURNAME = 'Brandvik';
const PLACE = 'Skarvholmen';
const WORDS = [SURNAME, PLACE];

const articles = [
  {
    id: 'harbour',
    publishedAt: '2031-05-14',
    text: `At least 40 people were killed in Norvale on Monday, Mayor ${PERSON} said. About 900 people fled Norvale, Governor Odo Krell said.`,
  },
  {
    id: 'island',
    publishedAt: '2031-05-15',
    text: `At least 70 people were killed in ${PLACE} on Tuesday, Governor Odo Krell said.`,
  },
  {
    id: 'valley',
    publishedAt: '2031-05-16',
    text: 'At least 12 people fled Westhaven on Sunday, the governor said.',
  },
];

let here: TestDatabase;
let folder: string;
let backup: string;
let list: string;
const others: TestDatabase[] = [];

interface Place {
  readonly test: TestDatabase;
  readonly env: Readonly<Record<string, string>>;
}

const placeOf = (test: TestDatabase, dataDir: string): Place => ({
  test,
  env: { DATABASE_URL: test.database.url, CLAIMTRAIL_DATA_DIR: dataDir },
});

async function newPlace(name: string): Promise<Place> {
  const test = await createTestDatabase();
  others.push(test);
  return placeOf(test, join(folder, name));
}

/** Runs a verb that has to succeed, and gives what it printed. */
async function succeed({ env }: Place, ...args: string[]): Promise<Outcome> {
  const outcome = await runVerb(args, env);
  if (outcome.exitCode !== 0)
    throw new Error(`claimtrail ${args.join(' ')}: ${outcome.stdout}${outcome.stderr}`);
  return outcome;
}

const holding = async ({ test }: Place): Promise<string[]> =>
  (await Promise.all(WORDS.map((word) => tablesHolding(test.database.login, word)))).flat();

/** The events that were erased, and a proof of each of them and of its neighbours. */
async function proveAll({ test }: Place): Promise<{ erased: number; words: string }> {
  const store = new PostgresEventStore(test.database);
  const proofs = new ProofReader(test.database.reader);
  const { size } = await proofs.newestCheckpoint('default');
  const events = await store.readAll('default', { limit: 1_000 });
  await store.close();
  // Each is checked against the signed root before it is given.
  for (const { seq } of events.slice(0, size)) await proofs.inclusion('default', seq.toString());
  const erased = events.filter(({ data }) => isErased(data)).length;
  return { erased, words: JSON.stringify(events.map(({ data }) => data)) };
}

beforeAll(async () => {
  here = await createTestDatabase();
  folder = makeScratchFolder();
  backup = join(folder, 'backup');
  const data = join(folder, 'data');
  list = join(data, 'checkpoints', 'default', 'erasures.ndjson');
  const original = placeOf(here, data);
  await loadSigningKey(undefined, data);
  const file = join(folder, 'articles.jsonl');
  await writeFile(file, articles.map((article) => JSON.stringify(article)).join('\n'));
  const { stdout } = await succeed(original, 'ingest', file);
  const island = [...stdout.matchAll(/ingested ([0-9a-f-]{36})/g)][1]?.[1] ?? '';
  await succeed(original, 'backup', backup);
  await succeed(original, 'erase', '--person', PERSON, '--reason', 'asked');
  await succeed(original, 'erase', '--article', island, '--reason', 'asked');
});
afterAll(async () => {
  await killLeftProcesses();
  for (const each of [here, ...others]) await each.drop();
  await removeScratchFolder(folder);
});

describe('a backup that is older than erasures', () => {
  it('is restored with them: no word is left in any table, and everything proves', async () => {
    const there = await newPlace('with-list');
    const { stdout } = await succeed(there, 'restore', backup, '--erasures', list);
    expect(stdout).toContain('Workspace "default": Nothing was changed');
    expect(stdout).toContain('2 of 2 listed erasures were made again');
    expect(await holding(there)).toEqual([]);
    const { erased, words } = await proveAll(there);
    expect(erased).toBeGreaterThan(0);
    expect(words).toContain('Westhaven');
    expect((await succeed(there, 'verify')).stdout).toContain(`The data of ${erased} events was erased`);
  });

  it('CONTROL: holds the words without the list, which takes them away later as well, once', async () => {
    const there = await newPlace('without-list');
    await succeed(there, 'restore', backup);
    await succeed(there, 'rebuild', 'all');
    expect(await holding(there)).toEqual(
      expect.arrayContaining(['event_store.event_p0', 'views.article_text_v2']),
    );
    expect(await proveAll(there)).toMatchObject({ erased: 0 });
    const first = await succeed(there, 'erase', '--list', list);
    expect(first.stdout).toContain('2 of 2 listed erasures were made again');
    expect(await holding(there)).toEqual([]);
    expect((await proveAll(there)).erased).toBeGreaterThan(0);
    await succeed(there, 'verify');
    expect((await succeed(there, 'erase', '--list', list)).stdout).toContain('0 of 2 listed erasures');
  });

  it('does nothing to the log in which they were made', async () => {
    const original = placeOf(here, join(folder, 'data'));
    const head = async () =>
      (await here.database.login.query('SELECT seq FROM event_store.workspace_head')).rows as unknown;
    const before = await head();
    expect((await succeed(original, 'erase', '--list', list)).stdout).toContain('0 of 2 listed erasures');
    expect(await head()).toEqual(before);
  });

  it('is not restored where the list cannot be read', async () => {
    const there = await newPlace('no-list');
    const outcome = await runVerb(['restore', backup, '--erasures', join(folder, 'none.ndjson')], there.env);
    expect(outcome).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('none.ndjson') });
    expect(await tablesHolding(there.test.database.login, 'Westhaven')).toEqual([]);
  });
});

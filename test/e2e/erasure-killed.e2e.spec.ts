import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isErased } from '#domain';
import { loadSigningKey, PostgresEventStore, type StoredEvent } from '#event-store';
import { ClaimtrailProcess, killLeftProcesses } from '../support/claimtrail-process.js';
import { makeScratchFolder, removeScratchFolder } from '../support/embedded-user.js';
import { runVerb } from '../support/resident-program.js';
import { tablesHolding } from '../support/tables-holding.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const PERSON = 'Marit Sollheim';
const SURNAME = 'Sollheim';
const ARTICLES = 30;
const VERB = ['erase', '--person', PERSON, '--reason', 'asked'];

let test: TestDatabase;
let folder: string;
let env: Record<string, string>;
let store: PostgresEventStore;

beforeAll(async () => {
  test = await createTestDatabase();
  folder = makeScratchFolder();
  const data = join(folder, 'data');
  env = { DATABASE_URL: test.database.url, CLAIMTRAIL_DATA_DIR: data };
  await loadSigningKey(undefined, data);
  const articles = Array.from({ length: ARTICLES }, (_, n) => ({
    id: `story-${n}`,
    publishedAt: '2031-05-14',
    text: `At least ${40 + n} people were killed in Norvale, Mayor ${PERSON} said. About ${900 + n} people fled Norvale, Odo Krell said.`,
  }));
  const file = join(folder, 'articles.jsonl');
  await writeFile(file, articles.map((article) => JSON.stringify(article)).join('\n'));
  expect(await runVerb(['ingest', file], env)).toMatchObject({ exitCode: 0 });
  store = new PostgresEventStore(test.database);
});
afterAll(async () => {
  await killLeftProcesses();
  await store.close();
  await test.drop();
  await removeScratchFolder(folder);
});

const erasuresMade = async (): Promise<number> => {
  const { rows } = await test.database.login.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM event_store.event WHERE type = 'ErasureRecorded'`,
  );
  return rows[0]?.n ?? 0;
};
async function byStream(): Promise<Map<string, StoredEvent[]>> {
  const streams = new Map<string, StoredEvent[]>();
  for (const event of await store.readAll('default', { limit: 10_000 }))
    streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
  return streams;
}

/** How an article stands: never touched, or erased and recorded again without the name. */
function stateOf(events: readonly StoredEvent[], before: readonly StoredEvent[]): 'as it was' | 'done' {
  if (!events.some(({ type }) => type === 'ErasureRecorded')) {
    expect(events).toEqual(before);
    return 'as it was';
  }
  const [old, rest] = [events.slice(0, before.length), events.slice(before.length)];
  expect(old.every(({ data }) => isErased(data))).toBe(true);
  expect(rest.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['ErasureRecorded', 'FigureReported', 'ExtractionCompleted']),
  );
  const words = JSON.stringify(events.map(({ data }) => data));
  expect([words.includes(SURNAME), words.includes('Odo Krell')]).toEqual([false, true]);
  return 'done';
}

describe('claimtrail erase --person that is killed', () => {
  it('leaves each article as it was or done, and the same command goes on', async () => {
    const before = await byStream();
    const running = ClaimtrailProcess.start(VERB, env);
    while ((await erasuresMade()) < 3) {
      if (running.child.exitCode !== null) throw new Error((await running.outcome()).stderr);
      await delay(2);
    }
    await running.kill();
    expect(running.child.signalCode).toBe('SIGKILL');

    const after = await byStream();
    const states = [...before].map(([stream, events]) => stateOf(after.get(stream) ?? [], events));
    const done = states.filter((state) => state === 'done').length;
    expect([done, states.length]).toEqual([await erasuresMade(), ARTICLES]);
    // CONTROL: it was killed in the middle, and the name stands in what is left.
    expect([done >= 3, done < ARTICLES]).toEqual([true, true]);
    expect(await tablesHolding(test.database.login, SURNAME)).toContain('event_store.event_p0');
    expect(await runVerb(['verify'], env)).toMatchObject({ exitCode: 0 });

    const again = await runVerb(VERB, env);
    expect([again.exitCode, again.stdout]).toEqual([
      0,
      expect.stringContaining(`${ARTICLES - done} articles name the person.`),
    ]);
    expect(await erasuresMade()).toBe(ARTICLES);
    const end = await byStream();
    for (const [stream, events] of before) expect(stateOf(end.get(stream) ?? [], events)).toBe('done');
    expect(await tablesHolding(test.database.login, SURNAME)).toEqual([]);
    expect(again.stdout).toContain(`lists ${ARTICLES} erasures`);
    expect(await runVerb(['verify'], env)).toMatchObject({ exitCode: 0 });
  });

  it('killed behind its last erasure, is brought to its end by the next run, which finds nothing to erase', async () => {
    const list = join(env['CLAIMTRAIL_DATA_DIR'] ?? '', 'checkpoints', 'default', 'erasures.ndjson');
    await writeFile(list, '');
    const { stdout } = await runVerb(VERB, env);
    expect(stdout).toContain('0 articles name the person.');
    expect(stdout).toContain(`lists ${ARTICLES} erasures`);
  });
});

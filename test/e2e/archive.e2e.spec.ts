import { existsSync } from 'node:fs';
import { copyFile, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { loadSigningKey, PostgresEventStore } from '#event-store';
import { appendTo, takeEvents } from '../../libs/event-store/src/testing/index.js';
import { ClaimtrailProcess, killLeftProcesses, type Outcome } from '../support/claimtrail-process.js';
import { makeScratchFolder, removeScratchFolder } from '../support/embedded-user.js';
import { runVerb } from '../support/resident-program.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { rowsOf, writeManyEvents } from '../archive/raw-log.js';

const EVENTS = 20_000;

let here: TestDatabase;
let folder: string;
let data: string;
const others: TestDatabase[] = [];

const envOf = (database: TestDatabase, dataDir = data) => ({
  DATABASE_URL: database.database.url,
  CLAIMTRAIL_DATA_DIR: dataDir,
});
const claimtrail = (...args: string[]) => runVerb(args, envOf(here));

/** Runs a verb that has to succeed, and gives what it printed. */
async function succeed(env: Readonly<Record<string, string>>, ...args: string[]): Promise<Outcome> {
  const outcome = await runVerb(args, env);
  if (outcome.exitCode !== 0)
    throw new Error(`claimtrail ${args.join(' ')}: ${outcome.stdout}${outcome.stderr}`);
  return outcome;
}

async function newDatabase(): Promise<TestDatabase> {
  const made = await createTestDatabase();
  others.push(made);
  return made;
}

/** Kills a verb as soon as `isInTheMiddle`; true where it was in time. */
async function killWhen(running: ClaimtrailProcess, isInTheMiddle: () => Promise<boolean>): Promise<boolean> {
  while (running.child.exitCode === null) {
    if (await isInTheMiddle()) {
      await running.kill();
      return running.child.signalCode === 'SIGKILL';
    }
    await delay(5);
  }
  throw new Error(`It ended too early: ${(await running.outcome()).stderr}`);
}

const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  );
const ask = async (database: TestDatabase, sql: string): Promise<number> => {
  const answer = await database.database.login
    .query<{ n: string }>(`SELECT (${sql})::text AS n`)
    .catch(() => null);
  return Number(answer?.rows[0]?.n ?? 0);
};
const sameRows = async (there: TestDatabase): Promise<void> => {
  const [mine, theirs] = await Promise.all(
    [here, there].map(({ database }) => rowsOf(database.login, 'default')),
  );
  for (const table of Object.keys(mine ?? {})) {
    // Compared as a whole first: a difference among so many rows would take minutes to print.
    expect([table, theirs?.[table]?.join('\n') === mine?.[table]?.join('\n')]).toEqual([table, true]);
  }
};

/** A tail that stood at the end gets the next event, and it is the one after the last. */
async function goesOn({ database }: TestDatabase): Promise<void> {
  const store = new PostgresEventStore(database);
  const afterSeq = BigInt(EVENTS);
  const tail = takeEvents((signal) => store.subscribe('default', { afterSeq, signal }), 1);
  const { firstSeq, versions } = await store.append(appendTo('default', 'note-0', 3));
  expect([firstSeq, versions]).toEqual([afterSeq + 1n, [4]]);
  expect((await tail).map(({ seq }) => seq)).toEqual([afterSeq + 1n]);
  await store.close();
}

beforeAll(async () => {
  here = await createTestDatabase();
  folder = makeScratchFolder();
  data = join(folder, 'data');
  await loadSigningKey(undefined, data);
  expect(await claimtrail('parked', 'list')).toMatchObject({ exitCode: 0 });
  await writeManyEvents(here.database.login, 'default', EVENTS);
});
afterAll(async () => {
  await killLeftProcesses();
  for (const other of [here, ...others]) await other.drop();
  await removeScratchFolder(folder);
});

describe('claimtrail export and import', () => {
  const out = () => join(folder, 'log.ndjson');

  it('an export that is killed leaves nothing under its name, and goes on to the same bytes', async () => {
    const running = ClaimtrailProcess.start(['export', '--out', out()], envOf(here));
    const partial = `${out()}.partial`;
    expect(await killWhen(running, async () => (await sizeOf(partial)) > 1_000_000)).toBe(true);
    expect(existsSync(out())).toBe(false);
    const whole = await claimtrail('export');
    expect(whole).toMatchObject({ exitCode: 0 });
    expect(whole.stderr).toContain(`Exported ${EVENTS} events; all of the log is sealed.`);
    const before = await sizeOf(partial);
    expect(await claimtrail('export', '--out', out(), '--resume')).toMatchObject({ exitCode: 0, stdout: '' });
    expect(await sizeOf(out())).toBeGreaterThan(before);
    // The first and the last record have ids and times of their own.
    const eventsOf = (text: string) => text.split('\n').slice(1, -2).join('\n');
    expect(eventsOf(await readFile(out(), 'utf8')) === eventsOf(whole.stdout)).toBe(true);
    expect(await claimtrail('verify', '--export', out())).toMatchObject({ exitCode: 0 });
    expect((await claimtrail('export', '--out', out())).stderr).toContain('ARCHIVE.FILE_EXISTS');
  });

  it('an import that is killed stays closed, goes on, and makes the same log with the same tree', async () => {
    const there = await newDatabase();
    const env = envOf(there, join(folder, 'there'));
    const running = ClaimtrailProcess.start(['import', out()], env);
    const imported = () => ask(there, 'SELECT count(*) FROM event_store.event');
    expect(await killWhen(running, async () => (await imported()) > 0)).toBe(true);
    expect(await imported()).toBeLessThan(EVENTS);
    expect(await ask(there, 'SELECT count(*) FROM event_store.workspace_head')).toBe(0);
    const article = join(folder, 'article.txt');
    await writeFile(article, 'At least 12 people fled Westhaven on Sunday, the mayor said.\n');
    const refused = await runVerb(['ingest', article, '--published-at', '2026-03-09'], env);
    expect(refused).toMatchObject({ exitCode: 1 });
    expect(refused.stdout + refused.stderr).toContain('is being imported or restored');
    const done = await succeed(env, 'import', out());
    expect(done.stdout).toContain('an interrupted import went on');
    await sameRows(there);
    const again = await runVerb(['import', out()], env);
    expect(again.stderr).toContain('ARCHIVE.TARGET_NOT_EMPTY');
    const verified = await runVerb(['verify'], env);
    expect(verified.stdout).toContain(`Nothing was changed: ${EVENTS} events agree`);
    await goesOn(there);
  });

  it('a compressed export proves and moves as well', async () => {
    const packed = join(folder, 'log.ndjson.gz');
    expect(await claimtrail('export', '--out', packed)).toMatchObject({ exitCode: 0 });
    expect(await sizeOf(packed)).toBeLessThan((await sizeOf(out())) / 3);
    expect(await claimtrail('verify', '--export', packed)).toMatchObject({ exitCode: 0 });
    await copyFile(packed, `${packed}.partial`);
    const resumed = await claimtrail('export', '--out', join(folder, 'other.ndjson.gz'), '--resume');
    expect(resumed).toMatchObject({ exitCode: 0 });
  });
});

describe('claimtrail backup and restore', () => {
  const out = () => join(folder, 'backup');

  it('a backup that is killed is none, and goes on with what is there', async () => {
    const running = ClaimtrailProcess.start(['backup', out()], envOf(here));
    const files = () => readdir(out()).catch(() => [] as string[]);
    expect(await killWhen(running, async () => (await files()).some((name) => name.startsWith('log-')))).toBe(
      true,
    );
    const none = await newDatabase();
    const refused = await runVerb(['restore', out()], envOf(none));
    expect(refused.stderr).toContain('ARCHIVE.BACKUP_DAMAGED');
    const done = await claimtrail('backup', out());
    expect(done).toMatchObject({ exitCode: 0 });
    expect(done.stdout).toContain('The signing key is not in it');
    expect((await files()).filter((name) => !/^manifest\.json$|\.copy$/.test(name))).toEqual([]);
    const again = await claimtrail('backup', out(), '--with-key');
    expect(again.stdout).toContain(`${EVENTS} of them kept from before`);
  });

  it('a restore that is killed stays closed, goes on, and makes the same log, which then grows', async () => {
    const there = await newDatabase();
    const dataDir = join(folder, 'restored');
    const env = envOf(there, dataDir);
    const running = ClaimtrailProcess.start(['restore', out()], env);
    const begun = () => ask(there, 'SELECT count(*) FROM event_store.load');
    expect(await killWhen(running, async () => (await begun()) > 0)).toBe(true);
    expect(await ask(there, 'SELECT count(*) FROM event_store.workspace_head')).toBe(0);
    const done = await succeed(env, 'restore', out());
    expect(done.stdout).toContain(`Workspace "default": Nothing was changed: ${EVENTS} events agree`);
    await sameRows(there);
    expect((await stat(join(dataDir, 'signing-key.pem'))).mode & 0o777).toBe(0o600);
    expect((await runVerb(['restore', out()], env)).stderr).toContain('ARCHIVE.TARGET_NOT_EMPTY');
    await goesOn(there);
    await succeed(env, 'verify');
  });
});

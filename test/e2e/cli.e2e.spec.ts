import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ClaimtrailProcess, killLeftProcesses } from '../support/claimtrail-process.js';
import { makeScratchFolder, removeScratchFolder } from '../support/embedded-user.js';
import { runVerb } from '../support/resident-program.js';
import { readSeeds } from '../support/seeds.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let test: TestDatabase;
let folder: string;
let env: Record<string, string>;

beforeAll(async () => {
  test = await createTestDatabase();
  folder = makeScratchFolder();
  env = { DATABASE_URL: test.database.url, CLAIMTRAIL_DATA_DIR: join(folder, 'data'), PORT: '0' };
});

afterAll(async () => {
  await killLeftProcesses();
  await test.drop();
  await removeScratchFolder(folder);
});

/** In a process of its own. */
const claimtrail = (args: string[], input = '', extra: Record<string, string> = {}) =>
  ClaimtrailProcess.run(args, { ...env, ...extra }, input);
/** In a process that others share. */
const verb = (...args: string[]) => runVerb(args, env);

describe('claimtrail ingest, events, timeline, rebuild', () => {
  it('record the seeds as their manifest describes them, and know them again', async () => {
    const files = readSeeds().map(({ file }) => `seeds/${file}`);
    const first = await claimtrail(['ingest', ...files]);
    expect(first).toMatchObject({ exitCode: 0, stderr: '' });
    expect(first.stdout.match(/: ingested /g)).toHaveLength(2);
    const again = await verb('ingest', ...files);
    expect(again.stdout.match(/: duplicate /g)).toHaveLength(2);
  });

  it('print the figures of displacement and death as a table', async () => {
    const { stdout, exitCode } = await verb('timeline');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('at least 27,000');
    expect(stdout).toContain('2016-11-26 to');
    expect(stdout).toContain('Jan Egeland');
    expect(stdout).toContain('more than 60');
  });

  it('say what each claim comes to, what each report adds, and what happened', async () => {
    const claims = await verb('claims', '--place', 'Syria', '--metric', 'displaced', '--json');
    const [claim] = claims.stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { id: string });
    expect(claim).toMatchObject({ latest: 27000, reportCount: 1, originCount: 1 });
    const adds = await verb('timeline', claim!.id);
    expect(adds.stdout).toMatch(
      /27,000 \| 1 report, 1 origin[^]*Jan Egeland[^]*first report[^]*\n1 {2}[-0-9a-f]{36}\n/,
    );
    const none = await verb('timeline', claim!.id, '--asserted-by', '2016-11-30');
    expect(none).toMatchObject({
      exitCode: 1,
      stdout: '',
      stderr: expect.stringContaining('or was none yet'),
    });
    const unknown = '00000000-0000-4000-8000-000000000000';
    for (const [what, ...words] of [
      ['claim', 'changes', '--claim', unknown],
      ['claim', 'decisions', 'claim', unknown],
      ['report', 'decisions', 'report', unknown],
      ['entity', 'decisions', 'entity', unknown],
    ])
      expect(await verb(...words)).toMatchObject({
        exitCode: 1,
        stdout: '',
        stderr: expect.stringContaining(`There is no ${what}`),
      });
    expect(await verb('changes', '--since', '99999')).toMatchObject({
      ...{ exitCode: 0, stdout: '' },
      stderr: expect.stringMatching(/There is no event 99999 yet: the log's head is at \d+\./),
    });
    expect((await verb('changes', '--since', 'tomorrow')).exitCode).toBe(2);
    const people = await verb('entities', 'Cavusoglu', '--json');
    const [person] = people.stdout.split('\n').map((line) => JSON.parse(line || '{}') as { id: string });
    expect((await verb('entities', 'cavusoglu')).stdout).toContain(person!.id);
    expect((await verb('decisions', 'entity', person!.id)).exitCode).toBe(0);
    expect((await verb('entities', 'nobody called so')).exitCode).toBe(1);
    const linked = await verb('link', '--json');
    expect(JSON.parse(linked.stdout.split('\n')[0]!)).toMatchObject({ outcome: 'level', decided: {} });
    const changes = await verb('changes', '--claim', claim!.id);
    expect(changes.stdout).toMatch(/ReportLinked {2}\(figure-linker\/[^]*first: first report/);
    const { stdout } = await verb('conflicts');
    expect(stdout).toMatch(
      /"the Syrian military denied the claims"[^]*other origin, the same day, denies it/,
    );
    expect((await verb('conflicts', '--asserted-by', '2016-11-30')).stdout).toBe(
      'No reports contradict each other.\n',
    );
  });

  it('let people decide, tell them what others decided meanwhile, and undo it', async () => {
    const listed = await verb('timeline', '--place', 'Syria', '--metric', 'displaced', '--json');
    const { id } = JSON.parse(listed.stdout.split('\n')[0]!) as { id: string };
    const correct = ['decide', 'correct', id, '--kind', 'source', '--reason', 'a misprint'];
    expect((await verb('decisions', 'report', id)).stdout).toBe('It is at version 0: --expect 0\n');
    const made = await verb(
      ...correct,
      '--set',
      'value=30000',
      '--was',
      'value=27000',
      '--as',
      'desk',
      '--json',
    );
    expect(made).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('"outcome":"recorded"') });
    const late = await verb(...correct, '--set', 'value=31000', '--was', 'value=27000');
    expect(late).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(/ReportCorrected by desk \(a misprint\)/),
    });
    expect((await verb('place', 'Aleppo')).stdout).toMatch(/displaced \(flow\)[^]*30,000/);
    const { decisionId } = JSON.parse(made.stdout) as { decisionId: string };
    expect((await verb('decide', 'undo', decisionId, '--reason', 'it was right')).exitCode).toBe(0);
    expect((await verb('decisions', 'report', id)).stdout).toMatch(
      /undone by [^]*: value 27000 -> 30000: a misprint\n[^]*at version 2/,
    );
    expect((await verb('dossier', 'Cavusoglu', '--json')).stdout.trim().split('\n').length).toBeGreaterThan(
      2,
    );
    expect((await verb('proposals')).stdout).toContain('npx claimtrail decide link');
  });

  it('decide many things, each with an answer of its own', async () => {
    const file = join(folder, 'decisions.ndjson');
    await writeFile(
      file,
      `no\n\n${JSON.stringify({ type: 'confirm_report', reportId: randomUUID(), reason: 'r' })}\n`,
    );
    expect(await verb('decide', 'many', file)).toMatchObject({
      exitCode: 1,
      stdout: expect.stringMatching(/line 1: refused: It is not JSON[^]*line 3: refused: .*REPORT_NOT_FOUND/),
    });
  });

  it('print the log as NDJSON from any position', async () => {
    const { stdout } = await verb('events', '--after', '1', '--limit', '3');
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { seq: string });
    expect(lines.map(({ seq }) => seq)).toEqual(['2', '3', '4']);
  });

  it('rebuild a view beside the live one', async () => {
    const before = await verb('timeline', '--json');
    expect((await verb('rebuild', 'figure-timeline')).stdout).toContain(
      'figure-timeline: version 2 answers now',
    );
    expect((await verb('timeline', '--json')).stdout).toBe(before.stdout);
  });

  it('name what is wrong and exit with 1, or with 2 where words of the command are wrong', async () => {
    await writeFile(join(folder, 'bad.txt'), Buffer.from([0x66, 0xff, 0xfe]));
    await writeFile(
      join(folder, 'some.jsonl'),
      '{"id":"a","text":"Ten people fled Westhaven."}\n{"id":"b"}\n',
    );
    expect(await verb('ingest', join(folder, 'none.txt'))).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('There is no file'),
    });
    expect(await verb('ingest', join(folder, 'bad.txt'))).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('not UTF-8'),
    });
    const some = await verb('ingest', join(folder, 'some.jsonl'));
    expect(some).toMatchObject({
      exitCode: 1,
      stdout: expect.stringMatching(/:1: ingested /),
      stderr: expect.stringMatching(/:2: refused: .*text/),
    });
    const told = await verb('ingest', join(folder, 'some.jsonl'), '--json');
    expect(
      told.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toMatchObject([
      { outcome: 'duplicate', articleId: expect.any(String) },
      { outcome: 'refused', problem: { message: expect.stringMatching(/text/) } },
    ]);
    expect(told.stderr).toMatch(/:2: refused: .*text/);
    expect(await verb('rebuild', 'nothing')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('there are: article, figure-timeline'),
    });
    expect(await claimtrail(['fly'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("unknown command 'fly'"),
    });
  });
});

describe('claimtrail extract', () => {
  it('reads articles line by line without any database', async () => {
    const lines = readSeeds().map(({ file, text, publishedAt }) =>
      JSON.stringify({ id: file, text, publishedAt }),
    );
    const nowhere = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
    const { stdout, exitCode, stderr } = await claimtrail(['extract'], `${lines.join('\n')}\n`, nowhere);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const records = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; figures: { value: number }[] });
    expect(records.map(({ id }) => id)).toEqual(readSeeds().map(({ file }) => file));
    expect(records[0]?.figures.map(({ value }) => value)).toEqual([275000, 27000]);
  });

  it('names the line that it cannot read, and goes on', async () => {
    const { stdout, stderr, exitCode } = await runVerb(
      ['extract'],
      env,
      '{"id":"a"}\nnonsense\n{"id":"c","text":"Ten people fled."}\n',
    );
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/line 1: refused: "text" is missing[^]*line 2: refused: /);
    expect(JSON.parse(stdout)).toMatchObject({ id: 'c' });
  });
});

describe('claimtrail up', () => {
  it('ingests the seeds once, answers, and stops cleanly; again on the same folder', async () => {
    const embedded = { CLAIMTRAIL_DATA_DIR: join(folder, 'embedded'), PORT: '0' };
    for (const seeded of [2, 0]) {
      const up = ClaimtrailProcess.start(['up'], embedded);
      const url = await up.url();
      const answer = await fetch(`${url}/v1/figures?place=Aleppo&metric=displaced`);
      const { items } = (await answer.json()) as { items: unknown[] };
      // What is linked is linked before it says that it is up.
      expect(items).toMatchObject([{ value: 27000, claimId: expect.any(String) }]);
      const { exitCode, stdout, stderr } = await up.stop(seeded ? 'SIGTERM' : 'SIGINT');
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
      expect(stdout.match(/^Seed /gm) ?? []).toHaveLength(seeded);
    }
  });

  it('says in one sentence that its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const port = String((other.address() as AddressInfo).port);
    const up = await claimtrail(['up'], '', { PORT: port });
    expect(up).toMatchObject({ exitCode: 1, stderr: expect.stringContaining(`port ${port} is taken`) });
    other.close();
  });

  it('names the variable that is wrong', async () => {
    const { exitCode, stderr } = await runVerb(['up'], { ...env, PORT: 'http' });
    expect({ exitCode, names: stderr.includes('PORT: "http"') }).toEqual({ exitCode: 1, names: true });
  });
});

import { gzipSync } from 'node:zlib';
import { jest } from '@jest/globals';
import { HOSTILE_DOCUMENTS } from '../../libs/article-formats/src/testing/index.js';
import { ClaimtrailProcess, killLeftProcesses } from '../support/claimtrail-process.js';
import { makeScratchFolder, removeScratchFolder } from '../support/embedded-user.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

jest.setTimeout(180_000);

/** As long articles are: mostly words that report nothing. */
const SENTENCES = `At least 40 people fled Westhaven on Sunday, Mayor Ada Moreno said. ${'The road along the river is narrow there, and in spring the water often stands beside it for a week. '.repeat(30)}\n\n`;
const MEGABYTE = SENTENCES.repeat(Math.ceil(1_000_000 / SENTENCES.length)).slice(0, 1_000_000);

let test: TestDatabase;
let folder: string;
beforeAll(async () => {
  test = await createTestDatabase();
  folder = makeScratchFolder();
});
afterAll(async () => {
  await killLeftProcesses();
  await test.drop();
  await removeScratchFolder(folder);
});

const up = (env: Record<string, string>) =>
  ClaimtrailProcess.start(['up', '--no-seeds'], {
    DATABASE_URL: test.database.url,
    CLAIMTRAIL_DATA_DIR: folder,
    PORT: '0',
    ...env,
  });

const post = (url: string, body: string | Buffer, headers: Record<string, string>) =>
  fetch(`${url}/v1/articles`, { method: 'POST', headers, body: new Uint8Array(Buffer.from(body as string)) });
const postText = (url: string, text: string) =>
  post(url, JSON.stringify({ text }), { 'content-type': 'application/json' });

/** Milliseconds of the slowest health check while something else is under way. */
async function slowestCheckDuring(url: string, work: Promise<unknown>): Promise<number> {
  let slowest = 0;
  let over = false;
  void work.finally(() => (over = true));
  while (!over) {
    const before = performance.now();
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    slowest = Math.max(slowest, performance.now() - before);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return slowest;
}

async function slowestCheckWhileReading(
  env: Record<string, string>,
): Promise<{ slowest: number; took: number }> {
  const program = up(env);
  const url = await program.url();
  // What is loaded when it is first used is no part of it.
  await postText(url, 'At least 40 people fled Westhaven on Sunday, Mayor Ada Moreno said.');
  const before = performance.now();
  const reading = postText(url, MEGABYTE + (env['CLAIMTRAIL_READER_THREADS'] ?? ''));
  const slowest = await slowestCheckDuring(url, reading);
  const took = performance.now() - before;
  expect((await reading).status).toBe(201);
  await program.stop();
  return { slowest, took };
}

describe('an article of 1 MB', () => {
  it('does not keep health checks waiting while it is read; CONTROL: without threads it does', async () => {
    const patient = { CLAIMTRAIL_MAX_ARTICLE_CHARACTERS: '1100000', CLAIMTRAIL_READING_BUDGET_MS: '120000' };
    const threads = await slowestCheckWhileReading(patient);
    const inline = await slowestCheckWhileReading({ ...patient, CLAIMTRAIL_READER_THREADS: '0' });
    process.stderr.write(`${JSON.stringify({ threads, inline })}\n`);
    expect(threads.slowest).toBeLessThan(inline.slowest / 2);
    // Long enough that half of it is no chance.
    expect(inline.slowest).toBeGreaterThan(200);
  });

  it('is refused where it takes too long, and the next one is read', async () => {
    const program = up({ CLAIMTRAIL_READING_BUDGET_MS: '400' });
    const url = await program.url();
    const answer = await postText(url, MEGABYTE);
    expect({ status: answer.status, code: ((await answer.json()) as { code: string }).code }).toEqual({
      status: 422,
      code: 'WORKER_POOL.OVER_BUDGET',
    });
    let next = await postText(url, 'At least 50 people fled Westhaven on Sunday.');
    // The first article after a start has the models to load, which may be over so small a budget.
    for (let tries = 0; next.status === 422 && tries < 5; tries++)
      next = await postText(url, 'At least 50 people fled Westhaven on Sunday.');
    expect(next.status).toBe(201);
    await program.stop();
  });
});

describe('hostile pages', () => {
  it('are refused one by one while the API answers others', async () => {
    const program = up({});
    const url = await program.url();
    const html = { 'content-type': 'text/html' };
    const pages = HOSTILE_DOCUMENTS.filter(({ kind }) => kind === 'page').map(({ build }) => build());
    const packed = gzipSync(Buffer.alloc(50_000_000));
    const refuse = async (body: string | Buffer, headers: Record<string, string>): Promise<number> => {
      const before = performance.now();
      const answer = await post(url, body, headers);
      expect([413, 422]).toContain(answer.status);
      expect(((await answer.json()) as { code: string }).code).toMatch(
        // A machine that is busy elsewhere lets the budget run out before the guard comes to its end.
        /^(ARTICLE_FORMATS\..*|API\..*|WORKER_POOL\.OVER_BUDGET)$/,
      );
      return performance.now() - before;
    };
    const attack = async (): Promise<number[]> => {
      const times: number[] = [];
      for (const body of pages) times.push(await refuse(body, html));
      times.push(await refuse(packed, { ...html, 'content-encoding': 'gzip' }));
      return times;
    };
    // Starting the thread is no part of it.
    await post(
      url,
      `<html><body>${'<p>Ten people fled Westhaven, the mayor said.</p>'.repeat(9)}</body></html>`,
      html,
    );
    const attacking = attack();
    const slowest = await slowestCheckDuring(url, attacking);
    const times = await attacking;
    process.stderr.write(
      `${times.length} refused, slowest ${Math.max(...times).toFixed(0)} ms; check ${slowest.toFixed(0)} ms\n`,
    );
    expect(times.length).toBeGreaterThanOrEqual(30);
    // In the thread that answers, a check waits as long as the slowest page takes.
    expect(slowest).toBeLessThan(Math.max(1_000, ...times));
    expect((await postText(url, 'At least 60 people fled Westhaven on Sunday.')).status).toBe(201);
    await program.stop();
  });
});

import { gzipSync } from 'node:zlib';
import { HOSTILE_DOCUMENTS } from '../../libs/article-formats/src/testing/index.js';
import { ClaimtrailProcess, killLeftProcesses } from '../support/claimtrail-process.js';
import { makeScratchFolder, removeScratchFolder } from '../support/embedded-user.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

/** As long articles are: mostly words that report nothing. */
const SENTENCES = `At least 40 people fled Westhaven on Sunday, Mayor Ada Moreno said. ${'The road along the river is narrow there, and in spring the water often stands beside it for a week. '.repeat(30)}\n\n`;
/** Takes a good part of a second to read. */
const LONG = SENTENCES.repeat(Math.ceil(300_000 / SENTENCES.length)).slice(0, 300_000);

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

/** Asks health checks one after the other while something else is under way, and gives how long each took. */
async function checkDuring(url: string, work: Promise<unknown>): Promise<number[]> {
  const waits: number[] = [];
  let over = false;
  void work.finally(() => (over = true));
  while (!over) {
    const asked = performance.now();
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    waits.push(performance.now() - asked);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return waits;
}

let readings = 0;
/** Milliseconds of the longest wait for a health check while a long article is read. */
async function longestWaitWhileReading(url: string): Promise<number> {
  // What is loaded when it is first used is no part of it.
  await postText(url, `At least 40 people fled Westhaven on Sunday, Mayor Ada Moreno said (${++readings}).`);
  const reading = postText(url, `${LONG.repeat(3)}${readings}`);
  const waits = await checkDuring(url, reading);
  expect((await reading).status).toBe(201);
  return Math.max(...waits);
}

const PATIENT = { CLAIMTRAIL_READING_BUDGET_MS: '120000' };
/** A machine that stands still lengthens one wait: what counts is the shortest of so many. */
const MOST_READINGS = 6;
const TIMES = 3;

describe('a long article', () => {
  it('does not keep health checks waiting while it is read; CONTROL: without threads it does', async () => {
    const inline = up({ ...PATIENT, CLAIMTRAIL_READER_THREADS: '0' });
    const blocked = await longestWaitWhileReading(await inline.url());
    await inline.stop();
    const threads = up(PATIENT);
    const url = await threads.url();
    let waited = Infinity;
    for (let n = 0; n < MOST_READINGS && TIMES * waited >= blocked; n++)
      waited = Math.min(waited, await longestWaitWhileReading(url));
    process.stderr.write(`${JSON.stringify({ blocked, waited })}\n`);
    expect(blocked).toBeGreaterThan(TIMES * waited);
    await threads.stop();
  });

  it('is refused where it takes too long, and the next one is read', async () => {
    const program = up({ CLAIMTRAIL_READING_BUDGET_MS: '300' });
    const url = await program.url();
    const answer = await postText(url, LONG.repeat(3));
    expect({ status: answer.status, code: ((await answer.json()) as { code: string }).code }).toEqual({
      status: 422,
      code: 'WORKER_POOL.OVER_BUDGET',
    });
    let next = await postText(url, 'At least 50 people fled Westhaven on Sunday.');
    // The first article after a start has the models to load, which may be over so small a budget.
    for (let tries = 0; next.status === 422 && tries < 20; tries++)
      next = await postText(url, 'At least 50 people fled Westhaven on Sunday.');
    expect(next.status).toBe(201);
    await program.stop();
  });
});

/** A thread that answers and reads answers about once between two pages. */
const CHECKS_A_PAGE = 2;

describe('hostile pages', () => {
  it('are refused one by one while the API answers others', async () => {
    const program = up({});
    const url = await program.url();
    const html = { 'content-type': 'text/html' };
    const pages = HOSTILE_DOCUMENTS.filter(({ kind }) => kind === 'page').map(({ build }) => build());
    const packed = gzipSync(Buffer.alloc(50_000_000));
    const refuse = async (body: string | Buffer, headers: Record<string, string>): Promise<void> => {
      const answer = await post(url, body, headers);
      expect([413, 422]).toContain(answer.status);
      expect(((await answer.json()) as { code: string }).code).toMatch(
        // A machine that is busy elsewhere lets the budget run out before the guard comes to its end.
        /^(ARTICLE_FORMATS\..*|API\..*|WORKER_POOL\.OVER_BUDGET)$/,
      );
    };
    /** How many were refused. */
    const attack = async (): Promise<number> => {
      for (const body of pages) await refuse(body, html);
      await refuse(packed, { ...html, 'content-encoding': 'gzip' });
      return pages.length + 1;
    };
    // Starting the thread is no part of it.
    await post(
      url,
      `<html><body>${'<p>Ten people fled Westhaven, the mayor said.</p>'.repeat(9)}</body></html>`,
      html,
    );
    const attacking = attack();
    const checks = (await checkDuring(url, attacking)).length;
    const refused = await attacking;
    process.stderr.write(`${refused} refused, ${checks} checks\n`);
    expect(refused).toBeGreaterThanOrEqual(30);
    expect(checks).toBeGreaterThan(CHECKS_A_PAGE * refused);
    await program.stop();
  });
});

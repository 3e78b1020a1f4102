import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ClaimtrailProcess, killLeftProcesses, ROOT } from '../support/claimtrail-process.js';
import { makeScratchFolder, removeScratchFolder } from '../support/embedded-user.js';
import { runVerb } from '../support/resident-program.js';
import { terminalPicture } from '../support/terminal-picture.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const section = (title: string): string =>
  readme.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? '';

let test: TestDatabase;
let folder: string;
let up: ClaimtrailProcess;
let url: string;
const verb = (...args: string[]) =>
  runVerb(args, { DATABASE_URL: test.database.url, CLAIMTRAIL_DATA_DIR: join(folder, 'data') });

/** Sends what a section's call of curl sends. */
function callOf(title: string): Promise<Response> {
  const [, path, body] =
    /curl -s http:\/\/127\.0\.0\.1:3000(\S+) .*?-d '([^']+)'/s.exec(section(title)) ?? [];
  return fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: body!,
  });
}

beforeAll(async () => {
  test = await createTestDatabase();
  folder = makeScratchFolder();
  up = ClaimtrailProcess.start(['up'], {
    DATABASE_URL: test.database.url,
    CLAIMTRAIL_DATA_DIR: join(folder, 'data'),
    PORT: '0',
  });
  url = await up.url();
});

afterAll(async () => {
  await up.stop();
  await killLeftProcesses();
  await test.drop();
  await removeScratchFolder(folder);
});

/** What README shows is what the program does. `UPDATE_PICTURE=1` draws its picture anew. */
describe('README', () => {
  it('shows the answer that its query gets', async () => {
    const [, shown] = /```json\n(.+?)\n```/s.exec(section('Ask')) ?? [];
    expect(await (await callOf('Ask')).json()).toEqual(JSON.parse(shown!));
  });

  it('names addresses that answer', async () => {
    const table = section('Ask').split('| question | address |')[1] ?? '';
    const addresses = [...table.matchAll(/`(\/[^`]*)`/g)].map(([, address]) => address!);
    const complete = addresses.filter((address) => !address.includes('ID') && address !== '/graphql');
    expect(complete.length).toBeGreaterThanOrEqual(6);
    for (const address of complete)
      expect({ address, status: (await fetch(`${url}${address}`)).status }).toEqual({ address, status: 200 });
  });

  it('follows a figure through a story by the id that stands there, to the table of its picture', async () => {
    const file = join(folder, 'flood.jsonl');
    writeFileSync(
      file,
      execFileSync(process.execPath, [join(ROOT, 'test/fixtures/print-story.mjs'), 'story-norvale-flood']),
    );
    expect(await verb('ingest', file)).toMatchObject({ exitCode: 0 });

    const [, id] = /npx claimtrail timeline ([0-9a-f-]{36})/.exec(section('See a figure change')) ?? [];
    const claims = await verb('claims', '--metric', 'killed', '--place', 'Norvale');
    expect(claims.stdout).toContain(id);

    const timeline = await verb('timeline', id!);
    const picture = terminalPicture(`npx claimtrail timeline ${id}`, timeline.stdout);
    const path = join(ROOT, 'docs/timeline.svg');
    if (process.env['UPDATE_PICTURE'] !== undefined) writeFileSync(path, picture);
    expect(readFileSync(path, 'utf8')).toBe(picture);
  });

  it('adds an article', async () => {
    const answer = await callOf('Add articles');
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({ outcome: 'ingested' });
  });
});

import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openCheckpoint, parseVerifierKeys, verifyConsistency, verifyInclusion } from '#verifier';
import { ClaimtrailProcess, killLeftProcesses } from '../support/claimtrail-process.js';
import { makeScratchFolder, removeScratchFolder } from '../support/embedded-user.js';
import { runVerb } from '../support/resident-program.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let test: TestDatabase;
let folder: string;
let data: string;
let env: Record<string, string>;
let program: ClaimtrailProcess;
let url: string;
let keyText: string;

const get = async (path: string, accept = '*/*') => {
  const answer = await fetch(`${url}${path}`, { headers: { accept } });
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.includes('json');
  // Answers are read field by field; a wrong one fails the expectation it meets.

  return { status: answer.status, answer, body: isJson ? JSON.parse(text) : text };
};
const digest = (base64: string): string => Buffer.from(base64, 'base64').toString('latin1');
const hex = (text: string): string => Buffer.from(text, 'latin1').toString('hex');
const claimtrail = (...args: string[]) => runVerb(args, env);

beforeAll(async () => {
  test = await createTestDatabase();
  folder = makeScratchFolder();
  data = join(folder, 'data');
  env = { DATABASE_URL: test.database.url, CLAIMTRAIL_DATA_DIR: data, PORT: '0' };
  program = ClaimtrailProcess.start(['up'], env);
  url = await program.url();
  const { rows } = await test.database.login.query<{ seq: bigint }>(
    'SELECT seq FROM event_store.workspace_head',
  );
  const head = Number(rows[0]?.seq);
  for (let sealed = 0; sealed < head;)
    sealed = (await get('/v1/log/checkpoint', 'application/json')).body.size ?? 0;
  keyText = await readFile(join(data, 'verifier-key.default.txt'), 'utf8');
});
afterAll(async () => {
  await killLeftProcesses();
  await test.drop();
  await removeScratchFolder(folder);
});

describe('proofs over HTTP', () => {
  it('the key is made at the first start, for its owner alone', async () => {
    expect((await stat(join(data, 'signing-key.pem'))).mode & 0o777).toBe(0o600);
    expect(keyText).toMatch(/^claimtrail\/default\+[0-9a-f]{8}\+\S{44}\n$/);
  });

  it('the newest checkpoint as a signed note, or as JSON', async () => {
    const keys = parseVerifierKeys(keyText);
    const { answer, body } = await get('/v1/log/checkpoint');
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    const json = (await get('/v1/log/checkpoint', 'application/json')).body;
    expect(json).toMatchObject({ note: body });
    const opened = openCheckpoint(body, keys);
    expect(opened).toMatchObject({
      origin: 'claimtrail/default',
      size: json.size,
      root: digest(json.rootHash as string),
    });
  });

  it('every event is proven to stand in it, by seq and by id', async () => {
    const { items } = (await get('/v1/events?first=5')).body as { items: { seq: string; eventId: string }[] };
    const keys = parseVerifierKeys(keyText);
    for (const { seq, eventId } of items) {
      const { body: proof } = await get(`/v1/events/${eventId}/proof`);
      expect(proof).toEqual((await get(`/v1/events/${seq}/proof`)).body);
      expect(proof.leaf).toMatchObject({ seq: Number(seq), eventId, workspace: 'default' });
      const signed = openCheckpoint(proof.checkpoint as string, keys);
      expect(signed).toMatchObject({ size: proof.treeSize, root: digest(proof.rootHash as string) });
      const path = (proof.hashes as string[]).map(digest);
      const check = (index: number) =>
        verifyInclusion(
          digest(proof.leafHash as string),
          BigInt(index),
          BigInt(proof.treeSize as number),
          path,
          signed?.root ?? '',
        );
      expect([check(Number(seq) - 1), check(Number(seq))]).toEqual([true, false]);
    }
  });

  it('every older log is proven to be the beginning of the newest', async () => {
    for (const from of [1, 2, 7, 16]) {
      const { body } = await get(`/v1/log/consistency?from=${from}`);
      const path = (body.hashes as string[]).map(digest);
      const [old, grown] = [digest(body.fromRootHash as string), digest(body.toRootHash as string)];
      expect(verifyConsistency(BigInt(from), BigInt(body.to as number), old, grown, path)).toBe(true);
      expect(hex(grown)).toBe(
        hex(digest((await get('/v1/log/checkpoint', 'application/json')).body.rootHash as string)),
      );
    }
    expect((await get('/v1/log/consistency?from=2&to=5')).body).toMatchObject({ from: 2, to: 5 });
  });

  it('refuses what is not there', async () => {
    const cases = [
      ['/v1/events/999999/proof', 404, 'EVENT_STORE.EVENT_NOT_FOUND'],
      ['/v1/events/0/proof', 404, 'EVENT_STORE.EVENT_NOT_FOUND'],
      ['/v1/events/nothing/proof', 404, 'EVENT_STORE.EVENT_NOT_FOUND'],
      ['/v1/events/0192f0c1-2345-7abc-8def-0123456789ab/proof', 404, 'EVENT_STORE.EVENT_NOT_FOUND'],
      ['/v1/log/consistency?from=5&to=2', 400, 'EVENT_STORE.INVALID_PROOF_REQUEST'],
      ['/v1/log/consistency?from=5&to=999999', 503, 'EVENT_STORE.NOT_SEALED_YET'],
      ['/v1/log/consistency', 400, 'DOMAIN.INVALID_FIELDS'],
    ] as const;
    for (const [path, status, code] of cases) {
      const answer = await get(path);
      expect([path, answer.status, answer.body.code]).toEqual([path, status, code]);
    }
  });
});

describe('claimtrail verify', () => {
  beforeAll(async () => {
    await program.stop();
    await mkdir(join(folder, 'kept'));
    await writeFile(join(folder, 'kept', 'key.txt'), keyText);
  });

  it('passes a log that nobody touched, with the checkpoints that were published', async () => {
    const { exitCode, stdout } = await claimtrail('verify');
    expect(stdout).toMatch(/^Nothing was changed: \d+ events agree with \d+ signed checkpoints/);
    expect(stdout).not.toContain('not sealed');
    expect(exitCode).toBe(0);
  });

  it('passes an export with its checkpoints and no database, and finds one changed character in it', async () => {
    const exported = join(folder, 'log.ndjson');
    expect(await claimtrail('export', '--out', exported)).toMatchObject({ exitCode: 0, stdout: '' });
    const text = await readFile(exported, 'utf8');
    const kept = join(data, 'checkpoints', 'default');
    const offline = (...args: string[]) =>
      runVerb(['verify', '--export', exported, ...args], {
        CLAIMTRAIL_DATA_DIR: join(folder, 'elsewhere'),
        DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
      });
    const withKey = (...args: string[]) => offline('--key', join(folder, 'kept', 'key.txt'), ...args);
    expect((await offline()).stdout).toContain(`The key came with the export`);
    expect((await withKey()).stdout).toMatch(
      /^Nothing was changed: .* No checkpoint kept outside was compared/,
    );
    for (const checkpoint of [kept, join(kept, 'latest')]) {
      const outcome = await withKey('--checkpoint', checkpoint);
      expect(outcome).toMatchObject({ exitCode: 0, stderr: '' });
      expect(outcome.stdout).not.toMatch(/outside|key/);
    }
    const lines = text.split('\n');
    lines[9] = (lines[9] as string).replace('"actor":"', '"actor":"x');
    await writeFile(exported, lines.join('\n'));
    const found = await withKey('--checkpoint', kept);
    expect(found.exitCode).toBe(1);
    expect(found.stdout).toContain('First bad event: 9.');
    await writeFile(exported, text.split('\n').slice(0, 21).join('\n'));
    expect((await withKey('--checkpoint', kept)).stdout).toContain('First bad event: 21.');
    await writeFile(exported, 'not json\n');
    expect((await withKey('--checkpoint', kept)).stderr).toContain('VERIFIER.EXPORT_UNREADABLE');
  });

  it('names the event that somebody changed in the database, and exits with 1', async () => {
    const { login } = test.database;
    const triggers = (verb: string) =>
      login.query(`ALTER TABLE event_store.event ${verb} TRIGGER append_only;
        ALTER TABLE event_store.event_p0 ${verb} TRIGGER append_only`);
    await triggers('DISABLE');
    await login.query(`UPDATE event_store.event SET data = data::text::jsonb::json WHERE seq = 12`);
    await triggers('ENABLE ALWAYS');
    const { exitCode, stdout } = await claimtrail('verify');
    expect(stdout).toMatch(/^CHANGED\. Event 12 is not the one that was sealed: .* First bad event: 12\.\n$/);
    expect(exitCode).toBe(1);
  });

  it('says what is missing', async () => {
    expect(await claimtrail('verify', '--key', join(folder, 'none'))).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('VERIFIER.KEY_UNREADABLE') as string,
    });
    expect(await claimtrail('verify', '--checkpoint', join(folder, 'none'))).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('VERIFIER.CHECKPOINT_UNREADABLE') as string,
    });
  });
});

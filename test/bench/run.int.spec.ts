import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

const root = join(import.meta.dirname, '..', '..');
const register = './test/support/register-typescript.mjs';
const serverUrl = () => process.env.CLAIMTRAIL_TEST_SERVER_URL ?? '';

const bench = (...args: string[]) =>
  promisify(execFile)(
    process.execPath,
    ['--conditions=source', '--import', register, 'test/bench/run.ts', ...args],
    { cwd: root, env: { ...process.env, DATABASE_URL: serverUrl() } },
  );

async function benchDatabases(): Promise<number | null> {
  const client = new pg.Client(serverUrl());
  await client.connect();
  const { rowCount } = await client.query(
    `SELECT FROM pg_database WHERE starts_with(datname, 'claimtrail_bench_')`,
  );
  await client.end();
  return rowCount;
}

describe('npm run bench', () => {
  it('measures on the server given, ends with a line of JSON and leaves no database behind', async () => {
    const before = await benchDatabases();
    const { stdout } = await bench('append', '--quick', '--rounds', '1', '--case', '1 writer x');
    const { bench: name, rows } = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as {
      bench: string;
      rows: { case: string; ours: number; theirs: number }[];
    };
    expect(name).toBe('append');
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row.case).toBe('1 writer x 1 event');
      expect(row.ours).toBeGreaterThan(0);
      expect(row.theirs).toBeGreaterThan(0);
    }
    expect(await benchDatabases()).toBe(before);
  });

  it('reads articles without any other part of the program', async () => {
    const { stdout } = await bench('extract', '--quick', '--rounds', '1', '--case', 'one core');
    const { rows } = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as { rows: { ours: number }[] };
    expect(rows.every(({ ours }) => ours > 0)).toBe(true);
    expect(rows.length).toBeGreaterThan(0);
  });

  it('names the benches there are where the name is none of them', async () => {
    await expect(bench('nothing')).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('append') as string,
    });
  });
});

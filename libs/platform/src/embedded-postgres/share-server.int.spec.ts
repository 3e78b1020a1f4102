import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  ask,
  EmbeddedUser,
  makeScratchFolder,
  removeScratchFolder,
} from '../../../../test/support/embedded-user.js';
import { isRunning } from './process-table.js';

const postmasterOf = (dataDir: string) =>
  Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);

describe('the embedded server', () => {
  let scratch: string;
  let dataDir: string;
  beforeEach(() => {
    scratch = makeScratchFolder();
    dataDir = join(scratch, 'data');
  });
  afterEach(() => removeScratchFolder(scratch));

  it('starts in a new folder and again in the same one', async () => {
    const cold = await EmbeddedUser.start(dataDir);
    const first = await cold.started();
    await ask(first.url, `CREATE TABLE kept AS SELECT 42 AS answer`);
    await cold.close();
    const warm = await EmbeddedUser.start(dataDir);
    const second = await warm.started();
    expect(await ask(second.url, 'SELECT answer FROM kept')).toBe(42);
    await warm.close();
    expect(first.milliseconds).toBeLessThan(20_000);
    expect(second.milliseconds).toBeLessThan(first.milliseconds);
  });

  it('is durable, checked, the same everywhere, and closed to everyone without the password', async () => {
    const user = await EmbeddedUser.start(dataDir);
    const { url } = await user.started();
    const show = (name: string) => ask(url, `SHOW ${name}`);
    expect(await show('fsync')).toBe('on');
    expect(await show('data_checksums')).toBe('on');
    expect(await show('server_encoding')).toBe('UTF8');
    expect(await show('listen_addresses')).toBe('127.0.0.1');
    expect(await show('unix_socket_directories')).toBe('');
    expect(
      await ask(url, `SELECT datlocprovider::text || datlocale FROM pg_database WHERE datname = 'postgres'`),
    ).toBe('bC.UTF-8');
    const wrong = new URL(url);
    wrong.password = 'guess';
    await expect(ask(wrong.toString(), 'SELECT 1')).rejects.toThrow(/password authentication failed/);
    const { mode } = statSync(join(dataDir, 'postgres', 'claimtrail.password'));
    expect(mode & 0o777).toBe(0o600);
    await user.close();
  });

  it('is shared by processes and stopped by the last of them', async () => {
    const first = await EmbeddedUser.start(dataDir);
    const second = await EmbeddedUser.start(dataDir);
    const { url } = await second.started();
    expect(url).toBe((await first.started()).url);
    const postmaster = postmasterOf(dataDir);
    await first.close();
    expect(await ask(url, 'SELECT 1')).toBe(1);
    await second.close();
    expect(isRunning(postmaster)).toBe(false);
    await expect(ask(url, 'SELECT 1')).rejects.toThrow(/ECONNREFUSED/);
  });

  it('is made once by processes that start at the same moment', async () => {
    const users = Array.from({ length: 5 }, () => EmbeddedUser.spawn(dataDir));
    const urls = (await Promise.all(users.map((user) => user.started()))).map(({ url }) => url);
    expect(new Set(urls).size).toBe(1);
    const postmaster = postmasterOf(dataDir);
    await Promise.all(users.map((user) => user.close()));
    expect(isRunning(postmaster)).toBe(false);
    expect(readdirSync(dataDir).sort()).toEqual(['postgres', 'postgres-run', 'postgres.log']);
  });

  it('does not get the Ctrl-C of the terminal; a child of the same process group does', async () => {
    const user = await EmbeddedUser.start(dataDir);
    const { url } = await user.started();
    const sibling = await user.spawnSibling();
    await user.interruptGroup();
    expect(await ask(url, 'SELECT 1')).toBe(1);
    await user.close();
    expect(isRunning(sibling)).toBe(false); // the control: the signal did reach the group
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
  });
});

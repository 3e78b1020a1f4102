import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import {
  ask,
  EmbeddedUser,
  makeScratchFolder,
  removeScratchFolder,
} from '../../../../test/support/embedded-user.js';
import { isRunning } from './process-table.js';
import { until } from './postmaster.js';
import { locatePrograms } from './programs.js';

describe('after a kill -9', () => {
  let scratch: string;
  let dataDir: string;
  let pidFile: string;
  beforeEach(() => {
    scratch = makeScratchFolder();
    dataDir = join(scratch, 'data');
    pidFile = join(dataDir, 'postgres', 'postmaster.pid');
  });
  afterEach(() => removeScratchFolder(scratch));

  const postmaster = () => Number(readFileSync(pidFile, 'utf8').split('\n')[0]);

  const ownerOfCluster = () => {
    const { uid, gid } = statSync(join(dataDir, 'postgres'));
    return process.getuid?.() === 0 ? { uid, gid } : {};
  };

  /** What PostgreSQL itself says when it is started on the folder without the launcher. */
  async function startBare(): Promise<string> {
    const { postgres } = await locatePrograms();
    const args = ['-D', join(dataDir, 'postgres'), '-p', '1', '-c', 'unix_socket_directories='];
    return spawnSync(postgres, args, { ...ownerOfCluster(), cwd: '/', encoding: 'utf8' }).stderr;
  }

  async function crashServer(): Promise<number> {
    const user = await EmbeddedUser.start(dataDir);
    const { url } = await user.started();
    await ask(url, 'CREATE TABLE IF NOT EXISTS kept AS SELECT 42 AS answer');
    const pid = postmaster();
    process.kill(pid, 'SIGKILL');
    await until(() => !isRunning(pid), 5_000);
    await user.kill();
    return Number(new URL(url).port);
  }

  it('of its only user, the next process adopts the server and stops it at its end', async () => {
    const killed = await EmbeddedUser.start(dataDir);
    const orphan = postmaster();
    await killed.kill();
    expect(isRunning(orphan)).toBe(true);
    expect(await startBare()).toMatch(/lock file "postmaster.pid" already exists/); // the control
    const next = await EmbeddedUser.start(dataDir);
    expect(postmaster()).toBe(orphan);
    await next.close();
    expect(isRunning(orphan)).toBe(false);
  });

  it('of one user, that one does not keep the server alive', async () => {
    const killed = await EmbeddedUser.start(dataDir);
    const other = await EmbeddedUser.start(dataDir);
    const server = postmaster();
    await killed.kill();
    expect(isRunning(server)).toBe(true);
    await other.close();
    expect(isRunning(server)).toBe(false);
  });

  it('of the server, the next start recovers it on the same port', async () => {
    const port = await crashServer();
    const next = await EmbeddedUser.start(dataDir);
    const { url, log } = await next.started();
    expect(await ask(url, 'SELECT answer FROM kept')).toBe(42);
    expect(Number(new URL(url).port)).toBe(port);
    expect(log).toContain('was not stopped the last time');
    await next.close();
  });

  it('of the server, its port may meanwhile be taken', async () => {
    const port = await crashServer();
    const squatter = createServer().listen(port, '127.0.0.1');
    const next = await EmbeddedUser.start(dataDir);
    const { url } = await next.started();
    expect(Number(new URL(url).port)).not.toBe(port);
    expect(await ask(url, 'SELECT answer FROM kept')).toBe(42);
    await next.close();
    squatter.close();
  });

  it('of the server, its process id may meanwhile be that of another program', async () => {
    await crashServer();
    const stranger = spawn('sleep', ['300'], { ...ownerOfCluster(), stdio: 'ignore' });
    const [, ...rest] = readFileSync(pidFile, 'utf8').split('\n');
    writeFileSync(pidFile, [stranger.pid, ...rest].join('\n'));
    expect(await startBare()).toMatch(/lock file "postmaster.pid" already exists/); // the control
    const next = await EmbeddedUser.start(dataDir);
    expect(await ask((await next.started()).url, 'SELECT answer FROM kept')).toBe(42);
    await next.close();
    expect(isRunning(stranger.pid!)).toBe(true);
    stranger.kill('SIGKILL');
  });

  it('of a user, its process id may meanwhile be that of another program', async () => {
    const user = await EmbeddedUser.start(dataDir);
    const server = postmaster();
    const mark = { pid: process.pid, started: 'some time ago' };
    writeFileSync(join(dataDir, 'postgres-run', 'users', 'left.json'), JSON.stringify(mark));
    await user.close();
    expect(isRunning(server)).toBe(false);
  });

  it('while the cluster is being made, nothing half-made is left to the next start', async () => {
    const killed = EmbeddedUser.spawn(dataDir);
    const isMaking = () =>
      existsSync(dataDir) &&
      readdirSync(dataDir).some((name) => existsSync(join(dataDir, name, 'cluster', 'PG_VERSION')));
    expect(await until(isMaking, 20_000)).toBe(true);
    await killed.kill();
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
    const next = await EmbeddedUser.start(dataDir);
    expect(await ask((await next.started()).url, 'SELECT 1')).toBe(1);
    await next.close();
    expect(readdirSync(dataDir).sort()).toEqual(['postgres', 'postgres-run', 'postgres.log']);
  });
});

describe('a server that is not ours', () => {
  let scratch: string;
  beforeEach(() => {
    scratch = makeScratchFolder();
  });
  afterEach(() => removeScratchFolder(scratch));

  it('is left alone, even where a copied postmaster.pid names it', async () => {
    const theirs = await EmbeddedUser.start(join(scratch, 'theirs'));
    const before = await EmbeddedUser.start(join(scratch, 'ours'));
    await before.close();
    const theirPidFile = join(scratch, 'theirs', 'postgres', 'postmaster.pid');
    const ourPidFile = join(scratch, 'ours', 'postgres', 'postmaster.pid');
    writeFileSync(ourPidFile, readFileSync(theirPidFile));
    const { uid, gid } = statSync(theirPidFile);
    if (process.getuid?.() === 0) chownSync(ourPidFile, uid, gid);
    const ours = await EmbeddedUser.start(join(scratch, 'ours'));
    const { url: theirUrl } = await theirs.started();
    expect((await ours.started()).url).not.toBe(theirUrl);
    await ours.close();
    expect(await ask(theirUrl, 'SELECT 1')).toBe(1);
    await theirs.close();
  });

  it('is refused in plain words where another version of PostgreSQL made the cluster', async () => {
    const dataDir = join(scratch, 'data');
    await (await EmbeddedUser.start(dataDir)).close();
    const versionFile = join(dataDir, 'postgres', 'PG_VERSION');
    writeFileSync(versionFile, '17\n');
    const failure = await EmbeddedUser.spawn(dataDir).failed();
    expect(failure.code).toBe('PLATFORM.DATA_FOLDER_UNUSABLE');
    expect(failure.message).toContain('was made by PostgreSQL 17');
    expect(readFileSync(versionFile, 'utf8')).toBe('17\n');
  });
});

import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  ask,
  EmbeddedUser,
  makeScratchFolder,
  removeScratchFolder,
} from '../../../../test/support/embedded-user.js';
import { createLogger } from '../logger.js';
import { chooseHome } from './home.js';

const NOBODY = { uid: 65_534, gid: 65_534 };
const STRANGER = { uid: 1, gid: 1 };
const isRoot = process.getuid?.() === 0;

/** Only root can become other users; the specs beside this one cover the case of an ordinary user. */
(isRoot ? describe : describe.skip)('the embedded server under root', () => {
  let scratch: string;
  let dataDir: string;
  beforeEach(() => {
    scratch = makeScratchFolder();
    dataDir = join(scratch, 'data');
  });
  afterEach(() => removeScratchFolder(scratch));

  it('runs as a user without privileges', async () => {
    const user = await EmbeddedUser.start(dataDir);
    const pid = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0];
    expect(statSync(`/proc/${pid}`).uid).not.toBe(0);
    await user.close();
  });

  it('runs as the owner of the data folder, who can go on without root and back', async () => {
    mkdirSync(dataDir);
    chownSync(dataDir, NOBODY.uid, NOBODY.gid);
    const asRoot = await EmbeddedUser.start(dataDir);
    const { url } = await asRoot.started();
    await ask(url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    const asOwner = await EmbeddedUser.start(dataDir, NOBODY);
    expect((await asOwner.started()).url).toBe(url);
    await asRoot.close();
    await asOwner.close();
    const alone = await EmbeddedUser.start(dataDir, NOBODY);
    expect(await ask((await alone.started()).url, 'SELECT answer FROM kept')).toBe(42);
    await alone.close();
    const again = await EmbeddedUser.start(dataDir);
    expect(await ask((await again.started()).url, 'SELECT answer FROM kept')).toBe(42);
    await again.close();
  });

  it('tells an ordinary user whose data folder it is', async () => {
    mkdirSync(dataDir);
    chmodSync(dataDir, 0o777);
    await (await EmbeddedUser.start(dataDir, NOBODY)).close();
    const failure = await EmbeddedUser.spawn(dataDir, STRANGER).failed();
    expect(failure.code).toBe('PLATFORM.DATA_FOLDER_UNUSABLE');
    expect(failure.message).toMatch(/CLAIMTRAIL_DATA_DIR/);
    expect(failure.message).not.toMatch(/EACCES|at .*\.ts/);
  });

  it('keeps the cluster elsewhere when its user cannot enter the data folder, and finds it again', async () => {
    const secret = join(scratch, 'secret');
    mkdirSync(secret, { mode: 0o700 });
    dataDir = join(secret, 'data');
    const first = await EmbeddedUser.start(dataDir);
    const { url, log } = await first.started();
    await ask(url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    const location = readFileSync(join(dataDir, 'postgres.location.json'), 'utf8');
    const { home } = JSON.parse(location) as { home: string };
    expect(log).toContain(`the database is kept in ${home}`);
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
    await first.close();
    const second = await EmbeddedUser.start(dataDir);
    expect(await ask((await second.started()).url, 'SELECT answer FROM kept')).toBe(42);
    await second.close();
    rmSync(home, { recursive: true });
    const failure = await EmbeddedUser.spawn(dataDir).failed();
    expect(failure.message).toContain(`was kept in ${home}, which is gone`);
  });

  it('says so when there is no place that its user can enter', () => {
    chmodSync(scratch, 0o700);
    mkdirSync(dataDir);
    const choose = () => chooseHome(dataDir, NOBODY, createLogger('silent'), join(scratch, 'system'));
    expect(choose).toThrow(/can enter neither .* Set CLAIMTRAIL_DATA_DIR/);
  });
});

import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ask,
  EmbeddedUser,
  makeScratchFolder,
  removeScratchFolder,
} from '../../../../test/support/embedded-user.js';

const NOBODY = { uid: 65_534, gid: 65_534 };
const ordinaryUser = process.getuid?.() === 0 ? NOBODY : {};

describe('a data folder that cannot be written', () => {
  let scratch: string;
  beforeEach(() => {
    scratch = makeScratchFolder();
  });
  afterEach(() => removeScratchFolder(scratch));

  it('is named with what to do', async () => {
    const closed = join(scratch, 'closed');
    mkdirSync(closed, { mode: 0o555 });
    const failure = await EmbeddedUser.spawn(join(closed, 'data'), ordinaryUser).failed();
    expect(failure.code).toBe('PLATFORM.DATA_FOLDER_UNUSABLE');
    expect(failure.message).toContain(`may not write to the data folder ${join(closed, 'data')}`);
    expect(readdirSync(closed)).toEqual([]);
    chmodSync(closed, 0o755);
  });
});

/** A small disk in memory, where this system lets us mount one. */
function mountSmallDisk(folder: string): boolean {
  mkdirSync(folder);
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=90m,mode=755', 'tmpfs', folder]).status === 0;
}

const probe = join(makeScratchFolder(), 'disk');
const canMount = mountSmallDisk(probe);
if (canMount) spawnSync('umount', [probe]);
rmSync(join(probe, '..'), { recursive: true, force: true });

(canMount ? describe : describe.skip)('a small disk (needs the right to mount one)', () => {
  let scratch: string;
  let disk: string;
  let dataDir: string;
  beforeEach(() => {
    scratch = makeScratchFolder();
    disk = join(scratch, 'disk');
    mountSmallDisk(disk);
    dataDir = join(disk, 'data');
  });
  afterEach(async () => {
    spawnSync('mount', ['-o', 'remount,rw', disk]);
    await removeScratchFolder(dataDir).catch(() => undefined);
    spawnSync('umount', ['-l', disk]);
    await removeScratchFolder(scratch);
  });

  function fillUp(leaveBytes: number): string {
    const filler = join(disk, 'filler');
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - leaveBytes)));
    return filler;
  }

  it('that is full when the cluster is made leaves nothing half-made, and works once there is room', async () => {
    const filler = fillUp(20_000_000);
    const failure = await EmbeddedUser.spawn(dataDir).failed();
    expect(failure.code).toBe('PLATFORM.DISK_FULL');
    expect(failure.message).toContain(dataDir);
    expect(readdirSync(dataDir)).toEqual(['postgres-run']);
    rmSync(filler);
    const user = await EmbeddedUser.start(dataDir);
    expect(await ask((await user.started()).url, 'SELECT 1')).toBe(1);
    await user.close();
  });

  it('that is full at a later start is named, and nothing is lost', async () => {
    const user = await EmbeddedUser.start(dataDir);
    await ask((await user.started()).url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await user.close();
    const filler = fillUp(0);
    const failure = await EmbeddedUser.spawn(dataDir).failed();
    expect(failure.code).toBe('PLATFORM.DISK_FULL');
    rmSync(filler);
    const next = await EmbeddedUser.start(dataDir);
    expect(await ask((await next.started()).url, 'SELECT answer FROM kept')).toBe(42);
    await next.close();
  });

  it('that turned read-only is named', async () => {
    await (await EmbeddedUser.start(dataDir)).close();
    spawnSync('mount', ['-o', 'remount,ro', disk]);
    const failure = await EmbeddedUser.spawn(dataDir).failed();
    expect(failure.code).toBe('PLATFORM.DATA_FOLDER_UNUSABLE');
    expect(failure.message).toContain('read-only disk');
  });
});

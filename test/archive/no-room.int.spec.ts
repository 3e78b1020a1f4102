import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { exportToFile, readBackup, writeBackup } from '#archive';
import { systemClock, uuidv7Generator } from '#platform';
import { SealedLog } from '../proof/sealed-log.js';

/** A device on which every write fails as on a full disk. */
const FULL = '/dev/full';
const describeWhereFull = existsSync(FULL) ? describe : describe.skip;
if (!existsSync(FULL)) console.warn(`${FULL} is not on this system: full disks are not tested.`);

describeWhereFull('a full disk', () => {
  let here: SealedLog;
  let folder: string;

  beforeAll(async () => {
    here = await SealedLog.create();
    await here.make('default', 700);
  });
  afterAll(() => here.drop());
  beforeEach(async () => {
    folder = join(here.root, randomUUID());
    await mkdir(folder);
  });

  const exportTo = (path: string, resume = false) =>
    exportToFile(
      here.test.database.reader,
      {
        workspace: 'default',
        origin: here.signer.name,
        verifierKeys: [here.signer.verifierKey],
        fromSeq: 1n,
        clock: systemClock,
        ids: uuidv7Generator,
      },
      path,
      { resume },
    );
  const backUp = (into = folder) =>
    writeBackup({
      database: here.test.database,
      folder: into,
      claimtrailVersion: '1.2.3',
      decisions: [],
      verifierKeys: () => Promise.resolve([here.signer.verifierKey]),
      clock: systemClock,
      ids: uuidv7Generator,
    });

  it.each(['log.ndjson', 'log.ndjson.gz'])(
    'under the export %s is said, and no file has its name',
    async (name) => {
      const path = join(folder, name);
      await symlink(FULL, `${path}.partial`);
      await expect(exportTo(path)).rejects.toMatchObject({
        code: 'ARCHIVE.CANNOT_WRITE',
        message: expect.stringMatching(/log\.ndjson.* cannot be written: ENOSPC.* make room/) as string,
      });
      expect(existsSync(path)).toBe(false);
      await rm(`${path}.partial`);
      await exportTo(path, true);
      expect(existsSync(path)).toBe(true);
    },
  );

  it.each([
    ['a file of the log', 'log-default-'],
    ['the manifest', 'manifest.json'],
  ])(
    'under %s of a backup is said; it is no backup then, and goes on when there is room',
    async (_what, prefix) => {
      await backUp();
      const name = (await readdir(folder)).find((each) => each.startsWith(prefix)) ?? '';
      const other = join(folder, '..', randomUUID());
      await mkdir(other);
      const partial = join(other, `${name}.partial`);
      await symlink(FULL, partial);
      await expect(backUp(other)).rejects.toMatchObject({
        code: 'ARCHIVE.CANNOT_WRITE',
        message: expect.stringContaining('ENOSPC') as string,
      });
      await expect(readBackup(other)).rejects.toMatchObject({ code: 'ARCHIVE.BACKUP_DAMAGED' });
      await rm(partial);
      await backUp(other);
      expect((await readBackup(other)).manifest.workspaces).toMatchObject([{ head: '700' }]);
    },
  );

  it('leaves the backup that was there before as it was', async () => {
    await backUp();
    const before = await readBackup(folder);
    await symlink(FULL, join(folder, 'manifest.json.partial'));
    await expect(backUp()).rejects.toMatchObject({ code: 'ARCHIVE.CANNOT_WRITE' });
    expect(await readBackup(folder)).toEqual(before);
  });

  it('CONTROL: with room, both are written', async () => {
    await exportTo(join(folder, 'log.ndjson'));
    await backUp(join(folder, 'backup'));
    expect(await readdir(folder)).toEqual(['backup', 'log.ndjson']);
  });
});

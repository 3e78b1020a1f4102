import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile, rename, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readBackup, restoreBackup, writeBackup, type SoundBackup } from '#archive';
import { eventStoreMigrations } from '#event-store';
import { createLogger, systemClock, uuidv7Generator } from '#platform';
import { databaseEnds, databaseLog, databaseWitness, verifyLog } from '#verifier';
import { SealedLog } from '../proof/sealed-log.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { rowsOf } from './raw-log.js';

const SIZES = [300, 700];
const logger = createLogger('silent');

describe('backup and restore', () => {
  let here: SealedLog;
  let there: TestDatabase;
  let folder: string;

  beforeAll(async () => {
    here = await SealedLog.create();
    await here.make('default', ...SIZES);
    await here.make('other', 5);
  });
  afterAll(() => here.drop());
  beforeEach(async () => {
    there = await createTestDatabase();
    folder = join(here.root, randomUUID());
  });
  afterEach(() => there.drop());

  const backUp = () =>
    writeBackup({
      database: here.test.database,
      folder,
      claimtrailVersion: '1.2.3',
      decisions: [],
      verifierKeys: () => Promise.resolve([here.signer.verifierKey]),
      clock: systemClock,
      ids: uuidv7Generator,
    });
  const restore = (backup: SoundBackup, migrations = eventStoreMigrations) =>
    restoreBackup({
      backup,
      database: there.database,
      migrations,
      prepare: () => Promise.resolve(),
      ids: uuidv7Generator,
      logger,
    });
  const logFile = async (first: string): Promise<string> =>
    (await readdir(folder)).find((name) => name.startsWith(`log-default-${first}`)) ?? '';

  it('brings back every row of every workspace, and all of it proves', async () => {
    expect(await backUp()).toMatchObject({ events: 705, kept: 0 });
    expect(await restore(await readBackup(folder))).toEqual({ events: 705, resumed: false });
    for (const workspace of ['default', 'other']) {
      expect(await rowsOf(there.database.login, workspace)).toEqual(
        await rowsOf(here.test.database.login, workspace),
      );
      const { reader } = there.database;
      const { head, sealed } = await databaseEnds(reader, workspace);
      const witnesses = [databaseWitness(reader, workspace, here.keys, sealed)];
      const verdict = await verifyLog({ pages: databaseLog(reader, workspace, head), witnesses, head });
      expect(verdict).toMatchObject({ ok: true, events: head, sealed: head });
    }
    await expect(restore(await readBackup(folder))).rejects.toMatchObject({
      code: 'ARCHIVE.TARGET_NOT_EMPTY',
    });
  });

  it('keeps no number in a sequence, so that none can be behind after a restore', async () => {
    const { rows } = await here.test.database.login.query(
      `SELECT sequencename FROM pg_sequences WHERE schemaname = 'event_store'`,
    );
    expect(rows).toEqual([]);
  });

  it('keeps what is there, and writes anew the part of the log in which something was erased', async () => {
    await backUp();
    const before = await logFile('000000000001');
    expect(await backUp()).toMatchObject({ kept: 705 });
    await here.tamper(`INSERT INTO event_store.erased_payload VALUES ('default', 3, sha256('x'))`);
    expect(await backUp()).toMatchObject({ kept: 5 });
    const after = await logFile('000000000001');
    expect([before === after, after.includes('-erased-1')]).toEqual([false, true]);
    await truncate(join(folder, after), 30);
    expect(await backUp()).toMatchObject({ kept: 5 });
    await readBackup(folder);
  });

  it('goes on after a member, and refuses another backup in between', async () => {
    await backUp();
    const backup = await readBackup(folder);
    // As a kill leaves it: some members in, one not.
    const path = join(folder, backup.manifest.members[1]?.name ?? '');
    const bytes = await readFile(path);
    await truncate(path, 30);
    await expect(restore(backup)).rejects.toThrow();
    await expect(restore({ ...backup, sha256: 'another' })).rejects.toMatchObject({
      code: 'ARCHIVE.TARGET_NOT_EMPTY',
    });
    const { rows } = await there.database.login.query(
      'SELECT count(*) AS heads FROM event_store.workspace_head',
    );
    expect(rows).toEqual([{ heads: 0n }]);
    await writeFile(path, bytes);
    expect(await restore(backup)).toEqual({ events: 705, resumed: true });
  });

  it.each<[string, (path: string) => Promise<void>]>([
    ['one that is missing', (path) => rename(path, `${path}.away`)],
    ['one that is cut off', (path) => truncate(path, 1_000)],
    ['one with a changed byte', async (path) => writeFile(path, flipped(await readFile(path)))],
  ])('refuses and names %s', async (_what, damage) => {
    await backUp();
    const name = await logFile('000000000001');
    await damage(join(folder, name));
    await expect(readBackup(folder)).rejects.toMatchObject({
      code: 'ARCHIVE.BACKUP_DAMAGED',
      message: expect.stringContaining(name) as string,
    });
  });

  it.each<[string, (text: string) => string]>([
    ['changed', (text) => text.replace('"head": "700"', '"head": "699"')],
    ['cut off', (text) => text.slice(0, 500)],
    ['of something else', () => '{}'],
  ])('refuses a manifest that is %s', async (_what, damage) => {
    await backUp();
    const path = join(folder, 'manifest.json');
    await writeFile(path, damage(await readFile(path, 'utf8')));
    await expect(readBackup(folder)).rejects.toMatchObject({
      code: 'ARCHIVE.BACKUP_DAMAGED',
      message: expect.stringContaining('manifest.json') as string,
    });
  });

  it('refuses a backup of a newer program, a database with a log, and a folder of something else', async () => {
    await backUp();
    const backup = await readBackup(folder);
    const newer = { ...backup, manifest: { ...backup.manifest, migrations: ['FromTomorrow1'] } };
    await expect(restore(newer)).rejects.toMatchObject({ code: 'ARCHIVE.BACKUP_OF_NEWER_PROGRAM' });
    await writeFile(join(folder, 'letters.txt'), 'mine');
    await expect(backUp()).rejects.toMatchObject({ code: 'ARCHIVE.FILE_EXISTS' });
    expect(await readFile(join(folder, 'letters.txt'), 'utf8')).toBe('mine');
  });

  it('CONTROL: a changed row under a digest made to fit restores, and only the signed root tells', async () => {
    await backUp();
    const backup = await readBackup(folder);
    const name = await logFile('000000000001');
    const bytes = await readFile(join(folder, name));
    const forged = Buffer.from(bytes.toString('latin1').replace('quoted', 'quotes'), 'latin1');
    await writeFile(join(folder, name), forged);
    const sha256 = createHash('sha256').update(forged).digest('hex');
    const members = backup.manifest.members.map((member) =>
      member.name === name ? { ...member, sha256 } : member,
    );
    await restore({ ...backup, manifest: { ...backup.manifest, members } });
    const { reader } = there.database;
    const witnesses = [databaseWitness(reader, 'default', here.keys, 700)];
    const verdict = await verifyLog({ pages: databaseLog(reader, 'default', 700), witnesses, head: 700 });
    expect(verdict).toMatchObject({ ok: false, firstBadSeq: 1 });
  });
});

function flipped(bytes: Buffer): Buffer {
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  return bytes;
}

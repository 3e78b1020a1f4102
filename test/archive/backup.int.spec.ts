import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBackup, restoreBackup, writeBackup, type BackupOptions } from '#archive';
import { eventStoreMigrations, PostgresEventStore } from '#event-store';
import { createLogger, systemClock, uuidv7Generator } from '#platform';
import { SealedLog } from '../proof/sealed-log.js';
import { createTestDatabase } from '../support/test-database.js';
import { rowsOf } from './raw-log.js';

describe('backup and restore', () => {
  it('works', async () => {
    const here = await SealedLog.create();
    await here.make('default', 700, 1300);
    const there = await createTestDatabase();
    const folder = await mkdtemp(join(tmpdir(), 'ct-'));
    const options: BackupOptions = {
      database: here.test.database,
      folder,
      claimtrailVersion: '1',
      decisions: [],
      verifierKeys: async () => [here.signer.verifierKey],
      clock: systemClock,
      ids: uuidv7Generator,
    };
    console.log(await writeBackup(options), await writeBackup(options));
    const backup = await readBackup(folder);
    console.log(JSON.stringify(backup, null, 1));
    console.log(
      await restoreBackup({
        backup,
        database: there.database,
        migrations: eventStoreMigrations,
        prepare: async () => {},
        ids: uuidv7Generator,
        logger: createLogger('warn'),
      }),
    );
    expect(await rowsOf(there.database.login, 'default')).toEqual(
      await rowsOf(here.test.database.login, 'default'),
    );
    await there.drop();
    await here.drop();
    await rm(folder, { recursive: true });
  });
});

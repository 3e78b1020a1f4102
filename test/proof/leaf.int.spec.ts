import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportToFile } from '#archive';
import { systemClock, uuidv7Generator } from '#platform';
import { databaseLog, exportLog } from '#verifier';
import { SealedLog } from './sealed-log.js';

const page = readFileSync(join(import.meta.dirname, '../../docs/proof.md'), 'utf8');
const documented = (name: string): string => new RegExp(`^${name} +([0-9a-f]+)$`, 'm').exec(page)?.[1] ?? '';

const oneEvent = {
  workspace: 'default',
  origin: 'claimtrail/default',
  verifierKeys: [],
  fromSeq: 1n,
  clock: systemClock,
  ids: uuidv7Generator,
};

describe('the leaf of docs/proof.md', () => {
  let log: SealedLog;

  beforeAll(async () => {
    log = await SealedLog.create();
    await log.test.database.login.query(
      `INSERT INTO event_store.event VALUES ('default', 1, 'note-a', 1, '0192f0c1-2345-7abc-8def-0123456789ab', 'NoteTaken', 1,
         '2026-11-22T03:00:00.123Z', '2016-12-04', 'tester', null, null, '{"number":1}', '{}');
       INSERT INTO event_store.workspace_head VALUES ('default', 1, '2026-11-22T03:00:00.123Z')`,
    );
  });
  afterAll(() => log.drop());

  it('is what the database hashes, byte for byte', async () => {
    const { rows } = await log.test.database.login.query<{ leaf: string; hash: string }>(
      `SELECT encode(event_store.leaf(e), 'hex') AS leaf,
              encode(sha256('\\x00'::bytea || event_store.leaf(e)), 'hex') AS hash FROM event_store.event e`,
    );
    expect(rows).toEqual([{ leaf: documented('leaf'), hash: documented('leaf hash') }]);
  });

  it('is what the verifier hashes, from the database and from an export', async () => {
    const path = join(log.root, 'one.ndjson');
    await exportToFile(log.test.database.reader, oneEvent, path, { resume: false });
    const found: string[] = [];
    for (const pages of [databaseLog(log.test.database.reader, 'default', 1), exportLog(path, 'default')]) {
      for await (const { leaves } of pages)
        found.push(...leaves.map((leaf) => Buffer.from(leaf, 'latin1').toString('hex')));
    }
    expect(found).toEqual([documented('leaf hash'), documented('leaf hash')]);
  });
});

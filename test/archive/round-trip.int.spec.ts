import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { checkExport, exportToFile, importLog, type LogToExport } from '#archive';
import { eventStoreMigrations, PostgresEventStore } from '#event-store';
import { systemClock, uuidv7Generator } from '#platform';
import {
  databaseEnds,
  databaseLog,
  databaseWitness,
  exportLog,
  exportWitness,
  readExportEnds,
  verifyLog,
} from '#verifier';
import { appendTo, newEvent } from '../../libs/event-store/src/testing/index.js';
import { SealedLog } from '../proof/sealed-log.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { rawEvent, rowsOf, writeRawLog } from './raw-log.js';

describe('a log that moves', () => {
  let here: SealedLog;
  let there: TestDatabase;

  beforeAll(async () => {
    here = await SealedLog.create();
    there = await createTestDatabase(eventStoreMigrations);
  });
  afterAll(async () => {
    await here.drop();
    await there.drop();
  });

  const optionsOf = (workspace: string, rest: Partial<LogToExport> = {}): LogToExport => ({
    workspace,
    origin: here.signer.name,
    verifierKeys: [here.signer.verifierKey],
    fromSeq: 1n,
    clock: systemClock,
    ids: uuidv7Generator,
    ...rest,
  });
  const exportOf = async (workspace: string, name = `${workspace}.ndjson`): Promise<string> => {
    const path = join(here.root, name);
    await exportToFile(here.test.database.reader, optionsOf(workspace), path, { resume: false });
    return path;
  };
  const bring = async (path: string) =>
    importLog({ path, checked: await checkExport(path), database: there.database, ids: uuidv7Generator });
  const verifyFile = async (path: string) => {
    const ends = await readExportEnds(path);
    return verifyLog({ pages: exportLog(path, ends.workspace), witnesses: [exportWitness(ends, here.keys)] });
  };
  const verifyThere = async (workspace: string) => {
    const { reader } = there.database;
    const { head, sealed } = await databaseEnds(reader, workspace);
    const witnesses = [databaseWitness(reader, workspace, here.keys, sealed)];
    return verifyLog({ pages: databaseLog(reader, workspace, head), witnesses, head });
  };

  it('keeps every character, seq, version, id, time and key, and proves there what it proved here', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(rawEvent, { minLength: 1, maxLength: 12 }), async (events) => {
        const workspace = randomUUID();
        await writeRawLog(here.test.database.login, workspace, events);
        await here.sealer(workspace).sealAll();
        const path = await exportOf(workspace);
        const intact = { ok: true, events: events.length, sealed: events.length };
        expect(await verifyFile(path)).toMatchObject(intact);
        expect(await bring(path)).toMatchObject({ workspace, events: events.length, sealed: events.length });
        expect(await rowsOf(there.database.login, workspace)).toEqual(
          await rowsOf(here.test.database.login, workspace),
        );
        expect(await verifyThere(workspace)).toMatchObject(intact);
      }),
      { numRuns: 20 },
    );
  });
});

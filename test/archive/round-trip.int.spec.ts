import { createHash, randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
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

  it('is the same whether or not the export was interrupted, at any byte', async () => {
    await here.make('cut', 40, 90);
    const whole = await readFile(await exportOf('cut'), 'utf8');
    const lines = whole.split('\n');
    for (const bytes of [0, 10, lines[0]!.length + 1, 5_000, 5_001, whole.length - 1]) {
      const path = join(here.root, `cut-${bytes}.ndjson`);
      await writeFile(`${path}.partial`, Buffer.from(whole).subarray(0, bytes));
      await exportToFile(here.test.database.reader, optionsOf('cut'), path, { resume: true });
      const again = (await readFile(path, 'utf8')).split('\n');
      expect([bytes, again.slice(1, -2)]).toEqual([bytes, lines.slice(1, -2)]);
      expect(await verifyFile(path)).toMatchObject({ ok: true, events: 90 });
    }
  });

  it('does not go on with an export of another log, or of events that were erased since', async () => {
    await here.make('mine', 20);
    await here.make('yours', 20);
    const path = join(here.root, 'mixed.ndjson');
    const partial = `${path}.partial`;
    const resume = (workspace: string) =>
      exportToFile(here.test.database.reader, optionsOf(workspace), path, { resume: true });
    await writeFile(partial, await readFile(await exportOf('mine')));
    await expect(resume('yours')).rejects.toMatchObject({ code: 'ARCHIVE.CANNOT_RESUME' });
    const foreign = (await readFile(partial, 'utf8')).replace(
      /"id":"[0-9a-f-]{36}","subject":"note-0"/g,
      `"id":"${randomUUID()}","subject":"note-0"`,
    );
    await writeFile(partial, foreign);
    await expect(resume('mine')).rejects.toThrow('another database');
    await writeFile(
      partial,
      (await readFile(join(here.root, 'mine.ndjson'), 'utf8')).split('\n').slice(0, 8).join('\n'),
    );
    await here.tamper(`INSERT INTO event_store.erased_payload VALUES ('mine', 2, sha256('x'))`);
    await expect(resume('mine')).rejects.toThrow('erased since');
  });

  it.each<[string, (lines: string[]) => void, number, string]>([
    ['a line cut short', (lines) => (lines[3] = lines[3]!.slice(0, 50)), 4, 'no record'],
    [
      'data that is no JSON',
      (lines) => (lines[3] = lines[3]!.replace('"number":3', '"number":03')),
      4,
      'no JSON',
    ],
    ['a NUL in data', (lines) => (lines[3] = lines[3]!.replace('quoted', '\\u0000')), 4, 'NUL'],
    ['an event left out', (lines) => lines.splice(3, 1), 4, 'event 4 where 3 should come'],
    [
      'a version that does not follow',
      (lines) => (lines[3] = lines[3]!.replace('"streamversion":3', '"streamversion":4')),
      4,
      'version 4',
    ],
    [
      'an event of another workspace',
      (lines) => (lines[3] = lines[3]!.replace('"workspace":"sound"', '"workspace":"odd"')),
      4,
      'workspace "odd"',
    ],
    [
      'a time that goes back',
      (lines) => (lines[3] = lines[3]!.replace('"time":"2', '"time":"1')),
      4,
      'before the event',
    ],
    ['a changed word', (lines) => (lines[3] = lines[3]!.replace('tester', 'taster')), 12, 'SHA-256'],
    ['the end cut off', (lines) => lines.splice(8), 8, 'breaks off|ends here'],
    ['lines after the end', (lines) => lines.push('{}', ''), 13, 'follows'],
  ])('names the line of %s, and imports nothing', async (what, damage, line, reason) => {
    if ((await here.store.head('sound')) === 0n) await here.make('sound', 10);
    const path = join(here.root, `${randomUUID()}.ndjson`);
    await exportToFile(here.test.database.reader, optionsOf('sound'), path, { resume: false });
    const lines = (await readFile(path, 'utf8')).split('\n');
    await checkExport(path);
    damage(lines);
    await writeFile(path, lines.join('\n'));
    const failure = await checkExport(path).catch((error: unknown) => error);
    expect([what, failure]).toMatchObject([what, { code: 'ARCHIVE.EXPORT_DAMAGED', line }]);
    expect((failure as Error).message).toMatch(new RegExp(reason));
  });

  it('is not imported where there is one, nor as something that it is not', async () => {
    await here.make('taken', 10);
    const path = await exportOf('taken');
    const store = new PostgresEventStore(there.database);
    await store.append(appendTo('taken', 'note-1', 'any', [newEvent()]));
    await expect(bring(path)).rejects.toMatchObject({ code: 'ARCHIVE.TARGET_NOT_EMPTY' });
    await here.make('forged', 10);
    const checked = await checkExport(await exportOf('forged'));
    const other = (await checkExport(path)).end.checkpoints;
    const wrong = { ...checked, end: { ...checked.end, checkpoints: other } };
    const file = join(here.root, 'forged.ndjson');
    const load = { path: file, checked: wrong, database: there.database, ids: uuidv7Generator };
    await expect(importLog(load)).rejects.toMatchObject({ code: 'EVENT_STORE.ADOPTED_ROOT_DIFFERS' });
    await expect(store.append(appendTo('forged', 'note-1', 'any', [newEvent()]))).rejects.toMatchObject({
      code: 'EVENT_STORE.UNAVAILABLE',
    });
    await store.close();
  });

  it('cannot be brought in by the writer or the reader', async () => {
    for (const pool of [there.database.writer, there.database.reader]) {
      for (const call of [
        `begin_load(gen_random_uuid(), 'import', 'x', 'y')`,
        'import_events(gen_random_uuid())',
        'import_keys(gen_random_uuid())',
        'finish_import(gen_random_uuid(), 1)',
        `extend_tree('x', 0, 1, '', '', '', '{}', '{}', '{}', '{}')`,
      ]) {
        await expect(pool.query(`SELECT event_store.${call}`)).rejects.toMatchObject({ code: '42501' });
      }
      await expect(
        pool.query(`INSERT INTO event_store.load VALUES (gen_random_uuid(), 'import', 'x', 'y')`),
      ).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('tells erased events apart from tampering', async () => {
    await here.make('erased', 10);
    const path = await exportOf('erased');
    const lines = (await readFile(path, 'utf8')).split('\n');
    const data = /,"data":(.*)\}$/.exec(lines[3] ?? '')?.[1] ?? '';
    const digest = createHash('sha256').update(data).digest('hex');
    lines[3] = (lines[3] ?? '').replace(
      `,"data":${data}}`,
      `,"datadigest":"${digest}","data":{"erased":true}}`,
    );
    await writeFile(path, lines.join('\n'));
    expect(await verifyFile(path)).toMatchObject({
      ok: false,
      firstBadSeq: 3,
      problem: expect.stringContaining('no ErasureRecorded') as string,
    });
  });
});

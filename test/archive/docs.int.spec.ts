import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportToFile } from '#archive';
import { systemClock, uuidv7Generator } from '#platform';
import { SealedLog } from '../proof/sealed-log.js';
import { writeRawLog, type RawEvent } from './raw-log.js';

const page = readFileSync(join(import.meta.dirname, '../../docs/export.md'), 'utf8');
const members = [...page.matchAll(/^\| `(\w+)` \| [^|]+ \|/gm)].map((row) => row[1] ?? '');
const control = [...page.matchAll(/^\| `(claimtrail\.export\.[a-z-]+)` \| ([^|]+) \|/gm)];
const fieldsOf = (cell: string): string[] =>
  [...cell.replaceAll(/\([^)]*\)/g, '').matchAll(/`(\w+)`/g)].map((name) => name[1] ?? '');

const full: RawEvent = {
  stream: 'note-1',
  type: 'NoteTaken',
  data: '{"erased":true}',
  meta: '{"by":"test"}',
  actor: 'tester',
  occurredAt: '2026',
  correlationId: 'c',
  causationId: 'b',
};

describe('docs/export.md', () => {
  let log: SealedLog;
  let lines: Record<string, unknown>[];

  beforeAll(async () => {
    log = await SealedLog.create();
    const { login, reader } = log.test.database;
    await writeRawLog(login, 'default', [full, { ...full, data: '{\n}' }]);
    await login.query(`INSERT INTO event_store.erased_payload VALUES ('default', 1, sha256('x'))`);
    const path = join(log.root, 'log.ndjson');
    const options = { workspace: 'default', origin: 'o', verifierKeys: [], fromSeq: 1n };
    await exportToFile(reader, { ...options, clock: systemClock, ids: uuidv7Generator }, path, {
      resume: false,
    });
    const text = await readFile(path, 'utf8');
    lines = text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  });
  afterAll(() => log.drop());

  it('lists the members of an event in the order in which they stand', () => {
    const [, erased = {}, encoded = {}] = lines;
    expect(Object.keys(erased)).toEqual(members.filter((name) => name !== 'data_base64'));
    expect(Object.keys(encoded)).toEqual(members.filter((name) => !['data', 'datadigest'].includes(name)));
  });

  it('lists the other records and their fields', () => {
    const others = lines.filter((line) => line['seq'] === undefined);
    const found = others.map(({ type, data }) => [type, Object.keys(data as object)]);
    expect(found).toEqual(control.map(([, type, cell = '']) => [type, fieldsOf(cell)]));
  });
});

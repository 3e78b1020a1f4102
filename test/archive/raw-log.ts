import fc from 'fast-check';
import type { Pool } from 'pg';
import { deterministicId } from '#platform';

/** An event as it stands in the log, its JSON as text: written by hand, so that texts stand there that no JSON.stringify makes. */
export interface RawEvent {
  readonly stream: string;
  readonly type: string;
  readonly data: string;
  readonly meta: string;
  readonly actor: string;
  readonly occurredAt: string | null;
  readonly correlationId: string | null;
  readonly causationId: string | null;
}

const storable = fc
  .string({ unit: 'grapheme', maxLength: 20 })
  .filter((text) => !text.includes('\0') && !/\p{Surrogate}/u.test(text));
const odd = fc.constantFrom(
  '\u2028',
  '\u2029',
  '\r\n',
  '"\\',
  '\\u0041',
  '\u001f',
  '😀',
  'e\u0301',
  '\ufeff',
  '\\.',
  '\\N',
  '{"seq":"1"}',
  ',"data":',
  ',"data_base64":"',
);
const text = fc.array(fc.oneof(storable, odd), { maxLength: 3 }).map((parts) => parts.join(''));
const name = text.map((part) => `n${part}`);

/** JSON texts as others may write them: numbers that no double holds, odd spaces, line ends, the same key twice. */
const json = fc.oneof(
  fc
    .jsonValue()
    .map((value) => JSON.stringify(value))
    .filter((written) => !/\\u(?:0000|d[89a-f])/i.test(written)),
  fc.constantFrom(
    '123456789012345678901234567890.10',
    '{"n":1e400,"m":-0.0,"k":1.50}',
    '{ "a" : [ 1 ,\t2 ] }',
    '{\n  "a": 1,\r\n  "b": {}\n}',
    '{"a":1,"a":2}',
    '"\\u00e9\\/"',
    '{"erased":true}',
    'null',
  ),
  text.map((value) => JSON.stringify({ value })),
);
const meta = fc.oneof(
  fc.constantFrom('{}', '{ }', '{"by":"test"}', '{\n}'),
  text.map((value) => JSON.stringify({ note: value })),
);

export const rawEvent: fc.Arbitrary<RawEvent> = fc.record({
  stream: fc.constantFrom('note-1', 'note-2', 'ünd-"x"', 'plain'),
  type: name,
  data: json,
  meta,
  actor: name,
  occurredAt: fc.constantFrom(null, '2016', '2016-12-04', '2016-12-04T10:00:00.5Z'),
  correlationId: fc.option(name),
  causationId: fc.option(name),
});

/** Writes a log as a superuser can: every row as an append would have left it. */
export async function writeRawLog(
  login: Pool,
  workspace: string,
  events: readonly RawEvent[],
): Promise<void> {
  const versions = new Map<string, number>();
  const client = await login.connect();
  try {
    await client.query('BEGIN');
    for (const [i, event] of events.entries()) {
      const version = (versions.get(event.stream) ?? 0) + 1;
      versions.set(event.stream, version);
      await client.query(
        `INSERT INTO event_store.event VALUES ($1, $2::int, $3, $4, $5, $6, 1, timestamptz '2026-03-01Z' + $2::int * interval '1 millisecond',
           $7, $8, $9, $10, $11, $12)`,
        [
          workspace,
          i + 1,
          event.stream,
          version,
          deterministicId(workspace, i),
          event.type,
          event.occurredAt,
          event.actor,
          event.causationId,
          event.correlationId,
          event.data,
          event.meta,
        ],
      );
    }
    await writeRest(client, workspace, 3);
    await client.query('COMMIT');
    client.release();
  } catch (error) {
    client.release(error as Error);
    throw error;
  }
}

/** Writes so many plain events at once, three to a stream, with a key for each tenth. */
export async function writeManyEvents(login: Pool, workspace: string, count: number): Promise<void> {
  await login.query(`SELECT event_store.ensure_partitions(${count})`);
  await login.query(
    `INSERT INTO event_store.event
     SELECT $1, s, 'note-' || (s - 1) / 3, 1 + (s - 1) % 3, gen_random_uuid(), 'NoteTaken', 1,
            timestamptz '2026-03-01Z' + s * interval '1 millisecond', NULL, 'tester', NULL, NULL,
            json_build_object('number', s, 'text', repeat('“Łódź” ', 20)), '{}'
       FROM generate_series(1, ${count}) s`,
    [workspace],
  );
  await writeRest(login, workspace, 10);
}

/** What the appends of the events there would have left beside them. */
async function writeRest(login: Pick<Pool, 'query'>, workspace: string, eventsPerKey: number): Promise<void> {
  await login.query(
    `INSERT INTO event_store.stream SELECT workspace, stream_id, split_part(stream_id, '-', 1), max(version), min(seq), max(seq)
       FROM event_store.event WHERE workspace = $1 GROUP BY 1, 2`,
    [workspace],
  );
  await login.query(
    `INSERT INTO event_store.append_key SELECT workspace, actor || seq, 'hash-' || seq, seq, seq, ARRAY[version], recorded_at
       FROM event_store.event WHERE workspace = $1 AND seq % $2 = 1`,
    [workspace, eventsPerKey],
  );
  await login.query(
    `INSERT INTO event_store.workspace_head SELECT workspace, max(seq), max(recorded_at)
       FROM event_store.event WHERE workspace = $1 GROUP BY 1`,
    [workspace],
  );
}

/** Every row of the log, key and proof of a workspace, as text: two logs are the same where these are. */
export async function rowsOf(login: Pool, workspace: string): Promise<Record<string, string[]>> {
  const tables = ['event', 'stream', 'workspace_head', 'append_key', 'erased_payload'];
  const rows: Record<string, string[]> = {};
  for (const table of tables) {
    const found = await login.query<{ row: string }>(
      `SELECT t::text AS row FROM event_store.${table} t WHERE workspace = $1 ORDER BY 1`,
      [workspace],
    );
    rows[table] = found.rows.map(({ row }) => row);
  }
  return rows;
}

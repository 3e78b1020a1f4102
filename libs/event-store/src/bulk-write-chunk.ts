import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Pool, PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { OWNER_ROLE } from '#platform';
import { ROW_COLUMNS, type Chunk, type ChunkStream } from './bulk-chunks.js';
import { IdempotencyConflict } from './errors.js';
import type { BulkAppend, BulkResult, ExpectedVersion, RefusedStream } from './event-store.js';
import { toEventStoreError } from './postgres-error.js';

const PIECE_CHARACTERS = 64 * 1024;

/** Writes a chunk of a load in one transaction, or finds that it is there. */
export async function writeChunk(login: Pool, load: BulkAppend, chunk: Chunk): Promise<BulkResult> {
  let client: PoolClient | undefined;
  try {
    client = await login.connect();
    await client.query(`BEGIN; SET LOCAL ROLE ${OWNER_ROLE}; SET LOCAL enable_seqscan = off`);
    const result = await writeUnderHead(client, load, chunk);
    await client.query(result.appended > 0 ? 'COMMIT' : 'ROLLBACK');
    client.release();
    return result;
  } catch (error) {
    // Closing the connection undoes what it began.
    client?.release(true);
    throw toEventStoreError(error);
  }
}

async function writeUnderHead(client: PoolClient, load: BulkAppend, chunk: Chunk): Promise<BulkResult> {
  const { workspace } = load;
  const head = await lockHead(client, workspace);
  const key = `${load.idempotencyKey}#${chunk.number}`;
  if (await isWritten(client, workspace, key, chunk)) {
    return { appended: 0, alreadyThere: countEvents(chunk.streams), refused: [] };
  }
  const versions = await readVersions(client, workspace, chunk);
  const { accepted, refused } = judge(chunk, versions);
  const count = countEvents(accepted.map(({ stream }) => stream));
  if (count === 0) return { appended: 0, alreadyThere: 0, refused };
  await client.query('SELECT event_store.ensure_partitions($1)', [head.seq + BigInt(count)]);
  await copyEvents(client, head, accepted);
  await writeStreams(client, workspace, head.seq, accepted);
  const lastSeq = head.seq + BigInt(count);
  await client.query(
    `INSERT INTO event_store.append_key (workspace, key, request_hash, first_seq, last_seq, versions, recorded_at)
     VALUES ($1, $2, $3, $4, $5, '{}', $6)`,
    [workspace, key, chunk.hash, head.seq + 1n, lastSeq, head.recordedAt],
  );
  await client.query(
    'UPDATE event_store.workspace_head SET seq = $2, recorded_at = $3 WHERE workspace = $1',
    [workspace, lastSeq, head.recordedAt],
  );
  return { appended: count, alreadyThere: 0, refused };
}

interface Head {
  readonly seq: bigint;
  /** As the database writes it. */
  readonly recordedAt: string;
}

async function lockHead(client: PoolClient, workspace: string): Promise<Head> {
  const lock = () =>
    client.query<{ seq: bigint; recordedAt: string }>(
      `SELECT seq, greatest(recorded_at, date_trunc('milliseconds', clock_timestamp()))::text AS "recordedAt"
         FROM event_store.workspace_head WHERE workspace = $1 FOR UPDATE`,
      [workspace],
    );
  const { rows } = await lock();
  if (rows[0]) return rows[0];
  await client.query(
    `INSERT INTO event_store.workspace_head (workspace, seq, recorded_at) VALUES ($1, 0, '-infinity')
     ON CONFLICT (workspace) DO NOTHING`,
    [workspace],
  );
  return (await lock()).rows[0] as Head;
}

async function isWritten(client: PoolClient, workspace: string, key: string, chunk: Chunk): Promise<boolean> {
  const { rows } = await client.query<{ hash: string; first: bigint; last: bigint }>(
    `SELECT request_hash AS hash, first_seq AS first, last_seq AS last
       FROM event_store.append_key WHERE workspace = $1 AND key = $2`,
    [workspace, key],
  );
  const [known] = rows;
  if (known && known.hash !== chunk.hash) throw new IdempotencyConflict(key, known.first, known.last);
  return known !== undefined;
}

async function readVersions(
  client: PoolClient,
  workspace: string,
  chunk: Chunk,
): Promise<Map<string, number>> {
  const names = [...new Set(chunk.streams.map(({ stream }) => stream))];
  const { rows } = await client.query<{ version: number }>(
    `SELECT coalesce((SELECT s.version FROM event_store.stream s
                       WHERE s.workspace = $1 AND s.stream_id = u.stream_id), 0) AS version
       FROM unnest($2::text[]) WITH ORDINALITY AS u (stream_id, place) ORDER BY u.place`,
    [workspace, names],
  );
  return new Map(names.map((name, i) => [name, rows[i]?.version ?? 0]));
}

interface AcceptedStream {
  readonly stream: ChunkStream;
  /** Before its events. */
  readonly version: number;
}

/** In order, each against the versions that the ones before it left. */
function judge(
  chunk: Chunk,
  versions: Map<string, number>,
): { accepted: AcceptedStream[]; refused: RefusedStream[] } {
  const accepted: AcceptedStream[] = [];
  const refused: RefusedStream[] = [];
  for (const stream of chunk.streams) {
    const version = versions.get(stream.stream) ?? 0;
    if (accepts(stream.expectedVersion, version)) {
      accepted.push({ stream, version });
      versions.set(stream.stream, version + stream.rows.length);
    } else {
      const { index, stream: name, expectedVersion: expected } = stream;
      refused.push({ index, stream: name, expected, actual: version });
    }
  }
  return { accepted, refused };
}

function accepts(expected: ExpectedVersion, actual: number): boolean {
  if (expected === 'any') return true;
  if (expected === 'stream_exists') return actual > 0;
  return actual === (expected === 'no_stream' ? 0 : expected);
}

async function copyEvents(
  client: PoolClient,
  head: Head,
  accepted: readonly AcceptedStream[],
): Promise<void> {
  const copy = copyFrom(`COPY event_store.event (seq, version, recorded_at, ${ROW_COLUMNS}) FROM STDIN`);
  await pipeline(Readable.from(copyPieces(head, accepted)), client.query(copy));
}

function* copyPieces({ seq, recordedAt }: Head, accepted: readonly AcceptedStream[]): Generator<Buffer> {
  let next = Number(seq) + 1;
  let piece = '';
  for (const { stream, version } of accepted) {
    for (const [i, row] of stream.rows.entries()) {
      piece += `${next++}\t${version + i + 1}\t${recordedAt}\t${row}\n`;
      if (piece.length < PIECE_CHARACTERS) continue;
      yield Buffer.from(piece);
      piece = '';
    }
  }
  if (piece !== '') yield Buffer.from(piece);
}

async function writeStreams(
  client: PoolClient,
  workspace: string,
  before: bigint,
  accepted: readonly AcceptedStream[],
): Promise<void> {
  const ends = new Map<string, { version: number; first: bigint; last: bigint }>();
  let seq = before;
  for (const { stream, version } of accepted) {
    if (stream.rows.length === 0) continue;
    const first = ends.get(stream.stream)?.first ?? seq + 1n;
    seq += BigInt(stream.rows.length);
    ends.set(stream.stream, { version: version + stream.rows.length, first, last: seq });
  }
  const rows = [...ends.values()];
  await client.query(
    `INSERT INTO event_store.stream (workspace, stream_id, category, version, first_seq, last_seq)
     SELECT $1, u.stream_id, split_part(u.stream_id, '-', 1), u.version, u.first, u.last
       FROM unnest($2::text[], $3::integer[], $4::bigint[], $5::bigint[]) AS u (stream_id, version, first, last)
     ON CONFLICT (workspace, stream_id) DO UPDATE SET version = excluded.version, last_seq = excluded.last_seq`,
    [
      workspace,
      [...ends.keys()],
      rows.map(({ version }) => version),
      rows.map(({ first }) => first),
      rows.map(({ last }) => last),
    ],
  );
}

const countEvents = (streams: readonly ChunkStream[]): number =>
  streams.reduce((sum, { rows }) => sum + rows.length, 0);

import type { Pool, PoolClient } from 'pg';
import type { EventAppender, NewEvent } from '#event-store';
import { actorOf, type Decided, type DecisionProcess } from './decision-process.js';

/** Decisions of one cause on their way to the log. */
interface Waiting {
  readonly ordinal: bigint;
  readonly causeId: string;
  readonly correlationId: string | null;
  readonly streams: Readonly<Record<string, readonly NewEvent[]>>;
}

/** Keeps decisions in the transaction of the state they belong to: what is appended later is what was decided, whoever appends it. */
export async function keepDecided(
  client: PoolClient,
  { name }: DecisionProcess,
  workspace: string,
  decided: readonly Decided[],
): Promise<void> {
  const rows = decided.filter(({ events }) => events.length > 0);
  if (rows.length === 0) return;
  await client.query(
    `INSERT INTO linking.decided (process, workspace, cause_id, cause_seq, correlation_id, streams)
     SELECT $1, $2, * FROM unnest($3::uuid[], $4::bigint[], $5::text[], $6::json[])`,
    [
      name,
      workspace,
      rows.map(({ cause }) => cause.eventId),
      rows.map(({ cause }) => cause.seq),
      rows.map(({ cause }) => cause.correlationId),
      rows.map((one) => JSON.stringify(streamsOf(one))),
    ],
  );
}

function streamsOf({ cause, events }: Decided): Record<string, NewEvent[]> {
  const streams: Record<string, NewEvent[]> = {};
  // Tells a process without its state how far its decisions go.
  const meta = { causeSeq: cause.seq.toString() };
  for (const { stream, event } of events) (streams[stream] ??= []).push({ ...event, meta });
  return streams;
}

/**
 * Appends what waits, in order, and forgets it. Killed in between, the next call appends it again under the same keys, which writes
 * nothing twice. Causes that share no stream travel together; one that shares a stream waits for those before it.
 */
export async function appendDecided(
  pool: Pool,
  appender: EventAppender,
  process: DecisionProcess,
  workspace: string,
): Promise<number> {
  const { rows } = await pool.query<Waiting>(
    `SELECT ordinal, cause_id AS "causeId", correlation_id AS "correlationId", streams
     FROM linking.decided WHERE process = $1 AND workspace = $2 ORDER BY ordinal`,
    [process.name, workspace],
  );
  for (const wave of waves(rows)) {
    await Promise.all(wave.map((waiting) => append(appender, process, workspace, waiting)));
  }
  const last = rows.at(-1);
  if (last)
    await pool.query('DELETE FROM linking.decided WHERE process = $1 AND workspace = $2 AND ordinal <= $3', [
      process.name,
      workspace,
      last.ordinal,
    ]);
  return rows.length;
}

function* waves(rows: readonly Waiting[]): Generator<Waiting[]> {
  let wave: Waiting[] = [];
  let streams = new Set<string>();
  for (const row of rows) {
    const own = Object.keys(row.streams);
    if (own.some((stream) => streams.has(stream))) {
      yield wave;
      wave = [];
      streams = new Set();
    }
    wave.push(row);
    for (const stream of own) streams.add(stream);
  }
  if (wave.length > 0) yield wave;
}

async function append(
  appender: EventAppender,
  process: DecisionProcess,
  workspace: string,
  { causeId, correlationId, streams }: Waiting,
): Promise<void> {
  await appender.append({
    workspace,
    actor: actorOf(process),
    idempotencyKey: `${actorOf(process)}/${causeId}`,
    causationId: causeId,
    ...(correlationId !== null && { correlationId }),
    streams: Object.entries(streams).map(([stream, events]) => ({ stream, expectedVersion: 'any', events })),
  });
}

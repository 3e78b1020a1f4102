import type { Pool, PoolClient } from 'pg';
import type { EventAppender, NewEvent } from '#event-store';
import { actorOf, type Decided, type DecisionProcess } from './decision-process.js';

/** Decisions of one cause on their way to the log. */
export interface Waiting {
  readonly ordinal: bigint;
  readonly causeId: string;
  readonly correlationId: string | null;
  readonly streams: Readonly<Record<string, readonly NewEvent[]>>;
}

/**
 * Keeps decisions in the transaction of the state they belong to: what is appended later is what was decided, whoever appends it.
 * Gives them as they wait now.
 */
export async function keepDecided(
  client: PoolClient,
  { name }: DecisionProcess,
  workspace: string,
  decided: readonly Decided[],
): Promise<Waiting[]> {
  const kept = decided
    .filter(({ events }) => events.length > 0)
    .map((one) => ({ cause: one.cause, streams: streamsOf(one) }));
  if (kept.length === 0) return [];
  const { rows } = await client.query<{ ordinal: bigint }>(
    `INSERT INTO linking.decided (process, workspace, cause_id, cause_seq, correlation_id, streams)
     SELECT $1, $2, given.*
     FROM ROWS FROM (unnest($3::uuid[], $4::bigint[], $5::text[]), json_array_elements($6::json)) AS given
     RETURNING ordinal`,
    [
      name,
      workspace,
      kept.map(({ cause }) => cause.eventId),
      kept.map(({ cause }) => cause.seq),
      kept.map(({ cause }) => cause.correlationId),
      JSON.stringify(kept.map(({ streams }) => streams)),
    ],
  );
  return kept.map(({ cause: { eventId, correlationId }, streams }, at) => ({
    ordinal: rows[at]!.ordinal,
    causeId: eventId,
    correlationId,
    streams,
  }));
}

function streamsOf({ cause, events }: Decided): Record<string, NewEvent[]> {
  const streams: Record<string, NewEvent[]> = {};
  // Tells a process without its state how far its decisions go.
  const meta = { causeSeq: cause.seq.toString() };
  for (const { stream, event } of events) (streams[stream] ??= []).push({ ...event, meta });
  return streams;
}

/** Appends all that waits, whoever left it there. */
export async function appendDecided(
  pool: Pool,
  appender: EventAppender,
  process: DecisionProcess,
  workspace: string,
): Promise<void> {
  const { rows } = await pool.query<Waiting>(
    `SELECT ordinal, cause_id AS "causeId", correlation_id AS "correlationId", streams
     FROM linking.decided WHERE process = $1 AND workspace = $2 ORDER BY ordinal`,
    [process.name, workspace],
  );
  await appendWaiting(pool, appender, process, workspace, rows);
}

/**
 * Appends what waits, in order, and forgets it. Killed in between, the next call appends it again under the same keys, which writes
 * nothing twice. Causes that share no stream travel together; one that shares a stream waits for those before it.
 */
export async function appendWaiting(
  pool: Pool,
  appender: EventAppender,
  process: DecisionProcess,
  workspace: string,
  rows: readonly Waiting[],
): Promise<void> {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return;
  for (const wave of waves(rows)) {
    await Promise.all(wave.map((waiting) => append(appender, process, workspace, waiting)));
  }
  await pool.query(
    'DELETE FROM linking.decided WHERE process = $1 AND workspace = $2 AND ordinal BETWEEN $3 AND $4',
    [process.name, workspace, first.ordinal, last.ordinal],
  );
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

import type { Pool, PoolClient } from 'pg';
import { upcasterChains, type UpcasterChains } from '#domain';
import type { EventReader, StoredEvent } from '#event-store';
import { inTransaction } from '#platform';
import { NotParked, ViewOfOtherCode } from '../errors.js';
import type { Projection } from '../projection.js';
import { lockCheckpoint, type CheckpointKey } from '../runner/checkpoint.js';
import { applyAroundFailures } from '../runner/isolate-failures.js';
import { liveVersion } from '../runner/view-versions.js';
import { LiveWriter } from '../writing/live-writer.js';
import { parkEvents, readParked, unparkEvents, type ParkedEvent } from './parked-events.js';
import { skippedSeqs } from './skipped-events.js';

export interface ParkedOptions {
  readonly projection: Projection;
  readonly reader: EventReader;
  readonly pool: Pool;
  readonly workspace: string;
  readonly chains?: UpcasterChains;
}

export interface RetryResult {
  readonly applied: number;
  readonly stillParked: number;
}

/** Applies the parked events of one stream, or of all, in the order of the log; what fails again stays parked with its new error. */
export async function retryParked(options: ParkedOptions, stream?: string): Promise<RetryResult> {
  const { projection, pool, workspace } = options;
  const live = await liveVersion(pool, projection.name);
  const parked = await readParked(pool, {
    workspace,
    view: projection.name,
    version: live?.version ?? 0,
    stream,
  });
  const total = { applied: 0, stillParked: 0 };
  for (const each of new Set(parked.map((event) => event.stream))) {
    const { applied, stillParked } = await inTransaction(pool, (client) =>
      retryStream(client, options, each),
    );
    total.applied += applied;
    total.stillParked += stillParked;
  }
  return total;
}

/**
 * Decides that the view does without a parked event, and applies those that waited behind it. The decision is kept, and holds in
 * rebuilds too, until the view's code version is raised.
 * @throws {NotParked}
 */
export async function skipParked(
  options: ParkedOptions,
  seq: bigint,
  reason: string,
  skippedBy: string,
): Promise<RetryResult> {
  const { projection, pool, workspace } = options;
  return inTransaction(pool, async (client) => {
    const rows = await readParked(client, { workspace, view: projection.name, seq });
    // The newest version's: a rebuild that stopped here asks for the same decision as the live version.
    const parked = rows.at(-1);
    if (!parked) throw new NotParked(projection.name, seq);
    await client.query(
      `INSERT INTO views.skipped_event (view, code_version, workspace, seq, stream, type, reason, error, skipped_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
      [
        projection.name,
        projection.codeVersion,
        workspace,
        seq.toString(),
        parked.stream,
        parked.type,
        reason,
        parked.error,
        skippedBy,
      ],
    );
    for (const { version } of rows)
      await unparkEvents(client, { view: projection.name, version, workspace }, [seq]);
    const live = await liveVersion(client, projection.name);
    if (!rows.some(({ version }) => version === live?.version)) return { applied: 0, stillParked: 0 };
    return retryStream(client, options, parked.stream);
  });
}

async function retryStream(
  client: PoolClient,
  { projection, reader, workspace, chains = upcasterChains }: ParkedOptions,
  stream: string,
): Promise<RetryResult> {
  const live = await liveVersion(client, projection.name, 'FOR SHARE');
  if (!live) return { applied: 0, stillParked: 0 };
  if (live.codeVersion !== projection.codeVersion)
    throw new ViewOfOtherCode(projection.name, live.codeVersion, projection.codeVersion);
  const key: CheckpointKey = { view: projection.name, version: live.version, workspace };
  // A runner waits here: what it reads of the stream's state afterwards is true again.
  await lockCheckpoint(client, key);
  const parked = await readParked(client, { ...key, stream });
  const events = await readEvents(reader, parked);
  const view = new LiveWriter(client, live.version);
  const leftOut = await applyAroundFailures(
    { projection, chains, client, view, parked: new Set() },
    await withoutSkipped(client, projection, events),
  );
  const left = new Set(leftOut.map(({ event }) => event.seq));
  const applied = parked.filter(({ seq }) => !left.has(seq)).map(({ seq }) => seq);
  await unparkEvents(client, key, applied);
  await parkEvents(client, key, leftOut);
  return { applied: applied.length, stillParked: leftOut.length };
}

async function withoutSkipped(
  client: PoolClient,
  projection: Projection,
  events: readonly StoredEvent[],
): Promise<StoredEvent[]> {
  const [first] = events;
  const last = events.at(-1);
  if (!first || !last) return [];
  const skipped = await skippedSeqs(client, projection, first.workspace, first.seq - 1n, last.seq);
  return events.filter(({ seq }) => !skipped.has(seq));
}

/** The log has the events; only their places are parked. */
async function readEvents(reader: EventReader, parked: readonly ParkedEvent[]): Promise<StoredEvent[]> {
  const [first] = parked;
  if (!first) return [];
  const wanted = new Set(parked.map(({ seq }) => seq));
  const events: StoredEvent[] = [];
  for await (const event of reader.readStream(first.workspace, first.stream, first.streamVersion)) {
    if (wanted.has(event.seq)) events.push(event);
    if (events.length === wanted.size) break;
  }
  return events;
}

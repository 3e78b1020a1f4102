import type { PoolClient } from 'pg';
import type { UpcasterChains } from '#domain';
import type { StoredEvent } from '#event-store';
import { TooManyParked } from '../errors.js';
import { parkedStreams, parkEvents } from '../parked/parked-events.js';
import { skippedSeqs } from '../parked/skipped-events.js';
import type { Projection } from '../projection.js';
import { LiveWriter } from '../writing/live-writer.js';
import type { CheckpointKey } from './checkpoint.js';
import { applyAroundFailures, type LeftOut } from './isolate-failures.js';

/** With more streams parked than this the fault is the view's, and parking on would hide it. */
const MOST_PARKED_STREAMS = 1_000;

/** Applies a batch to a version that answers queries, parking what it cannot fold. Gives what failed. */
export async function applyLive(
  client: PoolClient,
  { projection, chains }: { readonly projection: Projection; readonly chains: UpcasterChains },
  key: CheckpointKey,
  batch: readonly StoredEvent[],
): Promise<LeftOut[]> {
  const [first] = batch;
  const last = batch.at(-1);
  if (!first || !last) return [];
  const parked = await parkedStreams(client, key);
  const skipped = await skippedSeqs(client, projection, key.workspace, first.seq - 1n, last.seq);
  const view = new LiveWriter(client, key.version);
  const leftOut = await applyAroundFailures(
    { projection, chains, client, view, parked },
    skipped.size === 0 ? batch : batch.filter(({ seq }) => !skipped.has(seq)),
  );
  const failed = leftOut.filter(({ failure }) => failure !== null);
  for (const { event } of failed) parked.add(event.stream);
  if (failed.length > 0 && parked.size > MOST_PARKED_STREAMS)
    throw new TooManyParked(projection.name, MOST_PARKED_STREAMS, { cause: failed[0]?.failure });
  await parkEvents(client, key, leftOut);
  return failed;
}

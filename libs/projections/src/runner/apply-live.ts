import type { PoolClient } from 'pg';
import type { UpcasterChains } from '#domain';
import type { StoredEvent } from '#event-store';
import { TooManyParked } from '../errors.js';
import { forgetParked } from '../parked/forget-parked.js';
import { parkedStreams, parkEvents } from '../parked/parked-events.js';
import { skippedSeqs } from '../parked/skipped-events.js';
import type { Projection } from '../projection.js';
import { erasuresIn, withoutErased, type Erasure } from '../reports/erasures.js';
import { forgetErased } from '../writing/forget-erased.js';
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
  const erasures = erasuresIn(batch);
  if (erasures.length > 0) await forget(client, projection, key, erasures);
  const parked = await parkedStreams(client, key);
  const skipped = await skippedSeqs(client, projection, key.workspace, first.seq - 1n, last.seq);
  const view = new LiveWriter(client, key.version);
  const leftOut = await applyAroundFailures(
    { projection, chains, client, view, parked },
    withoutErased(batch, erasures).filter(({ seq }) => !skipped.has(seq)),
  );
  const failed = leftOut.filter(({ failure }) => failure !== null);
  for (const { event } of failed) parked.add(event.stream);
  if (failed.length > 0 && parked.size > MOST_PARKED_STREAMS)
    throw new TooManyParked(projection.name, MOST_PARKED_STREAMS, { cause: failed[0]?.failure });
  await parkEvents(client, key, leftOut);
  return failed;
}

/** In this version, and in those before it that are kept to go back to: nothing erased stands anywhere. */
async function forget(
  client: PoolClient,
  projection: Projection,
  { version: ours, workspace }: CheckpointKey,
  erasures: readonly Erasure[],
): Promise<void> {
  const { rows } = await client.query<{ version: number; codeVersion: number }>(
    `SELECT version, code_version AS "codeVersion" FROM views.view_version
     WHERE view = $1 AND (version = $2 OR state <> 'building') ORDER BY version`,
    [projection.name, ours],
  );
  for (const stored of rows) await forgetErased(client, projection, stored, workspace, erasures);
  await forgetParked(client, projection.name, workspace, erasures);
}

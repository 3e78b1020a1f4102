import type { PoolClient } from 'pg';
import type { Erasure } from '../reports/erasures.js';

/**
 * Takes what is parked of erased events, and what their failures said: errors quote what they fail on. What waited behind them waits
 * no longer, and the event that says so is never parked behind its own articles.
 */
export async function forgetParked(
  client: PoolClient,
  view: string,
  workspace: string,
  erasures: readonly Erasure[],
): Promise<void> {
  const ranges = erasures.flatMap(({ seqs }) => seqs);
  const values = [view, workspace, ranges.map(([first]) => first), ranges.map(([, last]) => last)];
  const isErased = `view = $1 AND workspace = $2
    AND EXISTS (SELECT FROM unnest($3::bigint[], $4::bigint[]) AS erased(first, last) WHERE seq BETWEEN first AND last)`;
  await client.query(`DELETE FROM views.parked_event WHERE ${isErased}`, values);
  await client.query(
    `UPDATE views.skipped_event SET error = NULL, reason = 'The event was erased.' WHERE ${isErased}`,
    values,
  );
}

import type { PoolClient } from 'pg';
import type { Clock, IdGenerator } from '#platform';
import type { OnProgress } from '../progress.js';

export interface LogToExport {
  readonly workspace: string;
  /** The log's name in its checkpoints. */
  readonly origin: string;
  readonly verifierKeys: readonly string[];
  /** The first event that is wanted. */
  readonly fromSeq: bigint;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly onProgress?: OnProgress;
}

/** Events of a range whose data was erased. */
export async function countErased(
  client: PoolClient,
  workspace: string,
  first: bigint,
  last: bigint,
): Promise<number> {
  const { rows } = await client.query<{ count: bigint }>(
    'SELECT count(*) FROM event_store.erased_payload WHERE workspace = $1 AND seq BETWEEN $2 AND $3',
    [workspace, first, last],
  );
  return Number(rows[0]?.count ?? 0);
}

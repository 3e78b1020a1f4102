import type { Pool, PoolClient } from 'pg';

type Queryable = Pool | PoolClient;

/** A place in one version of one view, for one workspace's log. */
export interface CheckpointKey {
  readonly view: string;
  readonly version: number;
  readonly workspace: string;
}

export async function readCheckpoint(
  db: Queryable,
  { view, version, workspace }: CheckpointKey,
): Promise<bigint> {
  const { rows } = await db.query<{ seq: string }>(
    'SELECT seq::text FROM views.checkpoint WHERE view = $1 AND version = $2 AND workspace = $3',
    [view, version, workspace],
  );
  return BigInt(rows[0]?.seq ?? 0);
}

/**
 * Moves the checkpoint from `from` to `to`; false where it stands elsewhere, because another runner went ahead, or where a
 * later lease than `epoch` was taken. Called in the transaction that writes the view, so a batch counts once however many
 * runners there are. Without an epoch (a verb that brings a view level and holds no lease) the position alone decides.
 */
export async function moveCheckpoint(
  client: PoolClient,
  key: CheckpointKey,
  from: bigint,
  to: bigint,
  epoch: bigint | null = null,
): Promise<boolean> {
  const { view, version, workspace } = key;
  const { rowCount } = await client.query(
    `INSERT INTO views.checkpoint AS held (view, version, workspace, seq, epoch)
     VALUES ($1, $2, $3, $5, coalesce($6::bigint, 0))
     ON CONFLICT (view, version, workspace) DO UPDATE
       SET seq = EXCLUDED.seq, epoch = coalesce($6, held.epoch), updated_at = now()
       WHERE held.seq = $4 AND held.epoch <= coalesce($6, held.epoch)`,
    [view, version, workspace, from.toString(), to.toString(), epoch?.toString() ?? null],
  );
  return rowCount === 1;
}

/** Keeps every runner from moving the checkpoint until the transaction ends; gives where it stands. */
export async function lockCheckpoint(client: PoolClient, key: CheckpointKey): Promise<bigint> {
  const { view, version, workspace } = key;
  const { rows } = await client.query<{ seq: string }>(
    'SELECT seq::text FROM views.checkpoint WHERE view = $1 AND version = $2 AND workspace = $3 FOR UPDATE',
    [view, version, workspace],
  );
  return BigInt(rows[0]?.seq ?? 0);
}

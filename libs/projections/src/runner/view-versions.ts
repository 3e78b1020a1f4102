import type { Pool, PoolClient } from 'pg';
import { inTransaction } from '#platform';
import type { Projection } from '../projection.js';
import { createFillTable, createTable, dropTable, pointLiveTable } from '../view-table.js';

/** Versions of one view kept behind the live one, to go back to. */
const RETIRED_VERSIONS_KEPT = 1;

/** Serialises what creates and switches versions; any constant will do as long as it is this one. */
const VERSIONS_LOCK = 7_245_301;

/** A switch that has to wait longer for a long reading lets those behind it go on, and is tried again. */
const LONGEST_READER_WAIT_MS = 40;

export interface LiveVersion {
  readonly version: number;
  readonly codeVersion: number;
}

/** Creates what is missing: on an empty database the first version of every view. */
export async function registerViews(pool: Pool, projections: readonly Projection[]): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [VERSIONS_LOCK]);
    for (const projection of projections) {
      if (await liveVersion(client, projection.name)) continue;
      await client.query('INSERT INTO views.registered_view (name, live_version) VALUES ($1, 1)', [
        projection.name,
      ]);
      await createVersion(client, projection, 1, 'live');
      for (const table of projection.tables) await pointLiveTable(client, table, 1);
    }
  });
}

/**
 * The version that answers queries; with `lock`, it stays so until the transaction ends.
 * Two statements: one that waits for the lock and joins would join to the version that lived before the wait.
 */
export async function liveVersion(
  db: Pool | PoolClient,
  view: string,
  lock: '' | 'FOR SHARE' | 'FOR UPDATE' = '',
): Promise<LiveVersion | null> {
  const { rows } = await db.query<{ version: number }>(
    `SELECT live_version AS version FROM views.registered_view WHERE name = $1 ${lock}`,
    [view],
  );
  const version = rows[0]?.version;
  if (version === undefined) return null;
  const { rows: codes } = await db.query<{ code_version: number }>(
    'SELECT code_version FROM views.view_version WHERE view = $1 AND version = $2',
    [view, version],
  );
  return { version, codeVersion: codes[0]?.code_version ?? 0 };
}

/** The version to fill: one that an interrupted rebuild of the same code left, else a new one beside the live one. */
export async function versionToBuild(
  pool: Pool,
  projection: Projection,
): Promise<{ version: number; resumed: boolean }> {
  return inTransaction(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [VERSIONS_LOCK]);
    const { rows } = await client.query<{ version: number; code_version: number; state: string }>(
      'SELECT version, code_version, state FROM views.view_version WHERE view = $1 ORDER BY version DESC',
      [projection.name],
    );
    for (const left of rows.filter((row) => row.state === 'building')) {
      if (left.code_version === projection.codeVersion) return { version: left.version, resumed: true };
      await dropVersion(client, projection, left.version);
    }
    const version = (rows[0]?.version ?? 0) + 1;
    await createVersion(client, projection, version, 'building');
    return { version, resumed: false };
  });
}

/**
 * Makes `version` the one that answers and retires the old one. The SQL views come last: readers wait from there to the commit.
 * Its checkpoints take over the epochs of the leases, so that a runner that lost its lease is refused by this version too.
 */
export async function switchVersion(
  client: PoolClient,
  { name: view, tables }: Projection,
  version: number,
): Promise<void> {
  await client.query(
    `UPDATE views.view_version SET state = 'retired' WHERE view = $1 AND state = 'live' AND version <> $2`,
    [view, version],
  );
  await client.query(
    `UPDATE views.view_version SET state = 'live', request = NULL, updated_at = now() WHERE view = $1 AND version = $2`,
    [view, version],
  );
  await client.query(
    `UPDATE views.checkpoint held SET epoch = coalesce((SELECT lease.epoch FROM views.lease
       WHERE lease.view = held.view AND lease.workspace = held.workspace AND lease.purpose = 'follow'), 0)
     WHERE view = $1 AND version = $2`,
    [view, version],
  );
  await client.query('UPDATE views.registered_view SET live_version = $2 WHERE name = $1', [view, version]);
  await client.query(`SELECT set_config('lock_timeout', '${LONGEST_READER_WAIT_MS}ms', true)`);
  for (const table of tables) await pointLiveTable(client, table, version);
}

/** Drops retired versions too old to go back to. */
export async function dropOldVersions(pool: Pool, projection: Projection): Promise<void> {
  await inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ version: number }>(
      `SELECT version FROM views.view_version WHERE view = $1 AND state = 'retired' ORDER BY version DESC OFFSET $2`,
      [projection.name, RETIRED_VERSIONS_KEPT],
    );
    for (const { version } of rows) await dropVersion(client, projection, version);
  });
}

async function createVersion(
  client: PoolClient,
  projection: Projection,
  version: number,
  state: 'live' | 'building',
): Promise<void> {
  const building = state === 'building';
  await client.query(
    `INSERT INTO views.view_version (view, version, code_version, state, phase, started_at)
     VALUES ($1, $2, $3, $4, $5, now())`,
    [projection.name, version, projection.codeVersion, state, building ? 'filling' : 'keyed'],
  );
  const create = building ? createFillTable : createTable;
  for (const table of projection.tables) await create(client, table, version);
}

export async function dropVersion(
  client: PoolClient,
  projection: Projection,
  version: number,
): Promise<void> {
  for (const table of projection.tables) await dropTable(client, table, version);
  await client.query('DELETE FROM views.view_version WHERE view = $1 AND version = $2', [
    projection.name,
    version,
  ]);
}

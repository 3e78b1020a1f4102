import type { Pool, PoolClient } from 'pg';
import { upcasterChains, type UpcasterChains } from '#domain';
import type { EventReader } from '#event-store';
import { inTransaction } from '#platform';
import { CannotRollBack } from '../errors.js';
import type { Projection } from '../projection.js';
import { applyLive } from '../runner/apply-live.js';
import { moveCheckpoint, readCheckpoint } from '../runner/checkpoint.js';
import { fenceVersion } from '../runner/lease.js';
import { withRebuildLease } from './rebuild-lease.js';
import type { RebuildOptions } from './rebuild-options.js';
import { switchWhenLevel } from './switch-when-level.js';

const BATCH_SIZE = 2_000;

/**
 * Brings the version that answered before level with the log and makes it answer again; the one it replaces is kept in its turn.
 * @throws {CannotRollBack} there is none, or other code wrote it
 */
export async function rollBackView(options: RebuildOptions): Promise<{ readonly version: number }> {
  const { projection, pool } = options;
  return withRebuildLease(options, async (lease) => {
    const version = await versionBefore(pool, projection);
    const { rows } = await pool.query<{ workspace: string }>(
      'SELECT DISTINCT workspace FROM views.checkpoint WHERE view = $1 ORDER BY workspace',
      [projection.name],
    );
    const workspaces = rows.map(({ workspace }) => workspace);
    await inTransaction(pool, (client) => fenceVersion(client, lease, version, workspaces));
    const catchUp = new CatchUp(options, version, lease.epoch, workspaces);
    await switchWhenLevel(options, version, (client) => catchUp.level(client));
    return { version };
  });
}

async function versionBefore(pool: Pool, { name, codeVersion }: Projection): Promise<number> {
  const { rows } = await pool.query<{ version: number; code_version: number }>(
    `SELECT version, code_version FROM views.view_version WHERE view = $1 AND state = 'retired' ORDER BY version DESC LIMIT 1`,
    [name],
  );
  const [before] = rows;
  if (!before) throw new CannotRollBack(name, 'no version before the live one is kept.');
  if (before.code_version !== codeVersion)
    throw new CannotRollBack(
      name,
      `the version before was written by code version ${before.code_version} and this program has ${codeVersion}. Start the older program and roll back with it.`,
    );
  return before.version;
}

/** What the live runner does, for a version that is not live: failing events are parked as they would have been. */
class CatchUp {
  private readonly reader: EventReader;
  private readonly pool: Pool;
  private readonly projection: Projection;
  private readonly chains: UpcasterChains;

  constructor(
    options: RebuildOptions,
    private readonly version: number,
    private readonly epoch: bigint,
    private readonly workspaces: readonly string[],
  ) {
    this.reader = options.reader;
    this.pool = options.pool;
    this.projection = options.projection;
    this.chains = options.chains ?? upcasterChains;
  }

  async level(client?: PoolClient): Promise<void> {
    for (const workspace of this.workspaces) while (await this.applyNext(workspace, client));
  }

  private async applyNext(workspace: string, client?: PoolClient): Promise<boolean> {
    const key = { view: this.projection.name, version: this.version, workspace };
    const from = await readCheckpoint(client ?? this.pool, key);
    const batch = await this.reader.readAll(workspace, { afterSeq: from, limit: BATCH_SIZE });
    const last = batch.at(-1);
    if (!last) return false;
    const write = async (within: PoolClient): Promise<void> => {
      if (!(await moveCheckpoint(within, key, from, last.seq, this.epoch)))
        throw new Error('Another process took over this view.');
      await applyLive(within, { projection: this.projection, chains: this.chains }, key, batch);
    };
    await (client ? write(client) : inTransaction(this.pool, write));
    return true;
  }
}

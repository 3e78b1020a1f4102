import { inTransaction } from '#platform';
import { RebuildRunning } from '../errors.js';
import { dropVersion } from '../runner/view-versions.js';
import { requestOfRebuild } from './rebuild-state.js';
import { withRebuildLease } from './rebuild-lease.js';
import type { RebuildOptions } from './rebuild-options.js';

/**
 * Gives a rebuild up: the process that works on it drops what it filled; where none does, this one does so.
 * @throws {NoRebuild}
 */
export async function cancelRebuild(
  options: Pick<RebuildOptions, 'projection' | 'pool' | 'lease' | 'logger'>,
): Promise<void> {
  const { projection, pool } = options;
  await requestOfRebuild(pool, projection.name, 'cancel');
  try {
    await withRebuildLease(options, () =>
      inTransaction(pool, async (client) => {
        const { rows } = await client.query<{ version: number }>(
          `SELECT version FROM views.view_version WHERE view = $1 AND state = 'building' AND request = 'cancel'`,
          [projection.name],
        );
        for (const { version } of rows) await dropVersion(client, projection, version);
      }),
    );
  } catch (error) {
    if (!(error instanceof RebuildRunning)) throw error;
  }
}

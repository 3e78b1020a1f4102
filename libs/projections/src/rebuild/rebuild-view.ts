import { inTransaction } from '#platform';
import { dropVersion, versionToBuild } from '../runner/view-versions.js';
import { withRebuildLease } from './rebuild-lease.js';
import type { RebuildOptions } from './rebuild-options.js';
import { FilledWithErased } from './rebuild-ends.js';
import { RebuildRun } from './rebuild-run.js';
import { switchWhenLevel } from './switch-when-level.js';

export interface RebuildResult {
  readonly version: number;
  /** True where an interrupted rebuild was taken up again. */
  readonly resumed: boolean;
}

/**
 * Fills a new version of a view from the first event on, while the old one answers, then switches in one transaction.
 * Killed half-way, it leaves the old version live and goes on from its checkpoint when called again. Another process may ask it to
 * pause or cancel (`requestOfRebuild`).
 * @throws {RebuildRunning | RebuildStopped | RebuildCancelled | SwitchBlocked}
 */
export async function rebuildView(options: RebuildOptions): Promise<RebuildResult> {
  return withRebuildLease(options, async (lease, signal) => {
    for (;;) {
      const { version, resumed } = await versionToBuild(options.pool, options.projection);
      const run = await RebuildRun.begin(options, lease, version, signal);
      try {
        await run.fill();
      } catch (error) {
        if (!(error instanceof FilledWithErased)) throw error;
        await inTransaction(options.pool, (client) => dropVersion(client, options.projection, version));
        continue;
      }
      await switchWhenLevel(options, version, (client) => run.level(client));
      return { version, resumed };
    }
  });
}

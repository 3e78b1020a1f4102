import type { PoolClient } from 'pg';
import { inTransaction, leaseSettings } from '#platform';
import { SwitchBlocked } from '../errors.js';
import { dropOldVersions, liveVersion, switchVersion } from '../runner/view-versions.js';
import type { RebuildOptions } from './rebuild-options.js';

const ATTEMPTS = 100;
const BETWEEN_ATTEMPTS_MS = 100;
const LOCK_NOT_AVAILABLE = '55P03';
const DEADLOCK = '40P01';

/**
 * Makes a version live once `level` brought it to the head, in the switch's own transaction the second time. The view's row is held from then on, which keeps the live runner
 * off, so no reader sees the view go back; readers themselves wait for the last moment only. A reading longer than that makes the
 * switch step back and try again, so that nobody queues behind it.
 * @throws {SwitchBlocked}
 */
export async function switchWhenLevel(
  options: RebuildOptions,
  version: number,
  level: (client?: PoolClient) => Promise<void>,
): Promise<void> {
  const { projection, pool, signal = new AbortController().signal } = options;
  const { wait } = leaseSettings(options.lease);
  for (let attempt = 1; ; attempt++) {
    await level();
    try {
      await inTransaction(pool, async (client) => {
        await liveVersion(client, projection.name, 'FOR UPDATE');
        await level(client);
        await switchVersion(client, projection, version);
      });
      break;
    } catch (error) {
      const { code } = error as { code?: string };
      if (code !== LOCK_NOT_AVAILABLE && code !== DEADLOCK) throw error;
      if (attempt === ATTEMPTS) throw new SwitchBlocked(projection.name, { cause: error });
      await wait(BETWEEN_ATTEMPTS_MS, signal);
      signal.throwIfAborted();
    }
  }
  await dropOldVersions(pool, projection);
}

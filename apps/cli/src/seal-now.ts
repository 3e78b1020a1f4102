import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SIGNING_KEY_FILE } from '#event-store';
import { Sealing } from '#worker';
import type { OpenLog } from './open-log.js';

/**
 * Seals the log to its end, so that what leaves the house is vouched for. Only where this program has the key of the log: a
 * second one, made here, would be one that nobody knows.
 */
export async function sealNow(log: OpenLog): Promise<void> {
  const { signingKey, dataDir } = log.config;
  const hasKey =
    signingKey !== undefined || existsSync(join(dataDir, SIGNING_KEY_FILE)) || log.database.embedded;
  if (hasKey) await (await Sealing.start(log)).stop();
}

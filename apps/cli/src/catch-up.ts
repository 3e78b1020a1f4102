import { catchUpLinking, ProcessOfOtherVersion } from '#linking';
import { catchUpViews, type OpenLog } from './open-log.js';

/** Links all that was recorded and brings every view level with it, so that a verb about claims answers of it, worker or no worker. */
export async function catchUpTracking(log: OpenLog): Promise<void> {
  const { config, logger } = log;
  try {
    await catchUpLinking({ workspace: config.workspace, ...log });
  } catch (error) {
    if (!(error instanceof ProcessOfOtherVersion)) throw error;
    // What another version decided answers as it stands, and says so.
    logger.warn({ err: error }, 'Not all that was recorded is linked');
  }
  await catchUpViews(log);
}

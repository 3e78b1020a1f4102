import { chownSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from '../logger.js';
import { explainFolderProblem } from './folder-problem.js';
import { chooseHome, readRemembered } from './home.js';
import { checkClusterVersion, ensureCluster } from './initialise.js';
import { layoutOf, type Layout } from './layout.js';
import { chooseServerUser, type OsUser } from './os-user.js';
import { urlOf } from './postmaster.js';
import { locatePrograms, preparePrograms, type Programs } from './programs.js';
import { ensureRunning, stop } from './server.js';
import { withStartLock } from './start-lock.js';
import { hasLiveUsers, registerUser, unregisterUser } from './users.js';

/** This process's use of the embedded server of a data folder. */
export interface EmbeddedPostgres {
  /** Superuser login, password included: never log it. */
  readonly url: string;
  /** Ends this use; the last process to do so stops the server. Safe to call again. */
  close(): Promise<void>;
}

/**
 * Starts the embedded PostgreSQL of a data folder, or joins the one that another process (or one that was killed) left
 * running there. A signal does not stop it: call `close` on SIGINT and SIGTERM.
 *
 * Throws `EmbeddedPostgresMissing`, `DataFolderUnusable`, `DiskFull` or `EmbeddedPostgresFailed`.
 */
export async function startEmbeddedPostgres(dataDir: string, logger: Logger): Promise<EmbeddedPostgres> {
  const found = await locatePrograms();
  try {
    const folder = prepareFolder(dataDir);
    const { locks } = layoutOf(folder, folder);
    return await withStartLock(locks, () => startOrJoin(folder, found, logger));
  } catch (error) {
    throw explainFolderProblem(dataDir, error);
  }
}

async function startOrJoin(dataDir: string, found: Programs, logger: Logger): Promise<EmbeddedPostgres> {
  const remembered = readRemembered(dataDir);
  const user = chooseServerUser(dataDir, layoutOf(dataDir, remembered ?? dataDir).cluster);
  const layout = layoutOf(dataDir, chooseHome(dataDir, user, logger));
  const programs = await preparePrograms(found, layout.home, user);
  await ensureCluster(layout, programs, user);
  checkClusterVersion(layout, programs);
  const port = await ensureRunning(layout, programs, user, logger);
  const registration = registerUser(layout.users);
  let closing: Promise<void> | undefined;
  return {
    url: urlOf(layout, port),
    close: () => (closing ??= leave(layout, registration, programs, user)),
  };
}

async function leave(layout: Layout, registration: string, programs: Programs, user: OsUser | undefined) {
  try {
    await withStartLock(layout.locks, async () => {
      unregisterUser(registration);
      if (!hasLiveUsers(layout.users)) await stop(layout, programs, user);
    });
  } catch (error) {
    throw explainFolderProblem(layout.dataDir, error);
  }
}

/** Makes the folders of the locks and users. What root makes in another's data folder goes to that owner. */
function prepareFolder(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true });
  const folder = realpathSync(dataDir);
  const { locks, users } = layoutOf(folder, folder);
  const owner = statSync(folder);
  for (const path of [join(locks, '..'), locks, users]) {
    const made = mkdirSync(path, { recursive: true });
    if (made !== undefined && process.getuid?.() === 0) chownSync(path, owner.uid, owner.gid);
  }
  return folder;
}

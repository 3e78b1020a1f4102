import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DataFolderUnusable } from '../errors.js';
import type { Logger } from '../logger.js';
import { canReach, type OsUser } from './os-user.js';

const REMEMBERED = 'postgres.location.json';
const SYSTEM_FOLDER = '/var/lib/claimtrail';

/**
 * The folder that holds the cluster: the data folder, unless root runs the server as a user that cannot pass through
 * the folders above it (/root, mostly). Then a folder of the system, remembered in the data folder.
 */
export function chooseHome(
  dataDir: string,
  user: OsUser | undefined,
  logger: Logger,
  systemFolder = SYSTEM_FOLDER,
): string {
  const remembered = readRemembered(dataDir);
  if (remembered !== undefined) return remembered;
  if (user === undefined || canReach(user, dataDir)) return dataDir;
  const home = makeSystemHome(dataDir, systemFolder);
  if (!canReach(user, home)) {
    throw new DataFolderUnusable(
      `PostgreSQL does not run as root, and the user it runs as instead (uid ${user.uid}) can enter neither ${dataDir} nor ${systemFolder}. Set CLAIMTRAIL_DATA_DIR to a folder that every user can enter.`,
    );
  }
  remember(dataDir, home);
  logger.info(
    `the database is kept in ${home}: PostgreSQL does not run as root, and the user it runs as cannot enter ${dataDir}`,
  );
  return home;
}

function makeSystemHome(dataDir: string, systemFolder: string): string {
  try {
    mkdirSync(systemFolder, { recursive: true, mode: 0o755 });
    const home = mkdtempSync(join(systemFolder, 'data-'));
    chmodSync(home, 0o755);
    return home;
  } catch (cause) {
    throw new DataFolderUnusable(
      `PostgreSQL does not run as root, the user it runs as instead cannot enter ${dataDir}, and ${systemFolder} cannot be made. Set CLAIMTRAIL_DATA_DIR to a folder that every user can enter.`,
      { cause },
    );
  }
}

/** The home that an earlier start chose away from the data folder. */
export function readRemembered(dataDir: string): string | undefined {
  const path = join(dataDir, REMEMBERED);
  if (!existsSync(path)) return undefined;
  const { home } = JSON.parse(readFileSync(path, 'utf8')) as { home: string };
  if (existsSync(home)) return home;
  throw new DataFolderUnusable(
    `The database of ${dataDir} was kept in ${home}, which is gone. Put that folder back, or remove ${path} to start with an empty database.`,
  );
}

function remember(dataDir: string, home: string): void {
  const path = join(dataDir, REMEMBERED);
  writeFileSync(`${path}.new`, JSON.stringify({ home: realpathSync(home) }));
  renameSync(`${path}.new`, path);
}

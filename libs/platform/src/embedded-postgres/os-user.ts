import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DataFolderUnusable, EmbeddedPostgresFailed } from '../errors.js';

/** An operating-system user that the server runs as. */
export interface OsUser {
  readonly uid: number;
  readonly gid: number;
}

const ROOT = 0;
const UNPRIVILEGED = ['postgres', 'nobody'];
const EXECUTE = 0o1;

/**
 * PostgreSQL refuses to run as root, so root has to lend it another user: the owner of the cluster, else the owner of
 * the data folder (so that this user can go on without root), else `postgres`, else `nobody`. Undefined: run as
 * ourselves. Throws `DataFolderUnusable` where an ordinary user meets the cluster of another.
 */
export function chooseServerUser(dataDir: string, cluster: string): OsUser | undefined {
  const self = process.getuid?.();
  if (self === undefined) return undefined;
  const clusterOwner = ownerOf(cluster);
  if (self !== ROOT) {
    if (clusterOwner && clusterOwner.uid !== self) throw explainOtherOwner(dataDir, self, clusterOwner.uid);
    return undefined;
  }
  if (clusterOwner && clusterOwner.uid !== ROOT) return clusterOwner;
  const known = readPasswd();
  const folderOwner = ownerOf(dataDir);
  // initdb refuses a user without an entry.
  if (folderOwner && folderOwner.uid !== ROOT && nameOf(folderOwner.uid)) return folderOwner;
  const chosen = UNPRIVILEGED.map((name) => known.find((entry) => entry.name === name)).find(Boolean);
  if (chosen) return { uid: chosen.uid, gid: chosen.gid };
  throw new EmbeddedPostgresFailed(
    'PostgreSQL does not run as root, and this system has neither a user "postgres" nor "nobody" to run it as. Run Claimtrail as an ordinary user, or set DATABASE_URL.',
  );
}

function ownerOf(path: string): OsUser | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat && { uid: stat.uid, gid: stat.gid };
}

function explainOtherOwner(dataDir: string, self: number, owner: number): DataFolderUnusable {
  return new DataFolderUnusable(
    `The database in ${dataDir} belongs to the user ${nameOf(owner) ?? owner}, and this is ${nameOf(self) ?? self}. Run Claimtrail as ${nameOf(owner) ?? owner} or as root, or set CLAIMTRAIL_DATA_DIR to a folder of your own.`,
  );
}

/** The name of a user, where the system has an entry for it. */
export function nameOf(uid: number): string | undefined {
  return readPasswd().find((entry) => entry.uid === uid)?.name;
}

/** Whether a user may pass through every folder above a path (and the path itself where it exists). */
export function canReach(user: OsUser, path: string): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(folder) && !mayEnter(user, folder)) return false;
    if (folder === dirname(folder)) return true;
  }
}

function mayEnter({ uid, gid }: OsUser, path: string): boolean {
  const stat = statSync(path);
  if (stat.uid === uid) return (stat.mode & (EXECUTE << 6)) !== 0;
  if (stat.gid === gid) return (stat.mode & (EXECUTE << 3)) !== 0;
  return (stat.mode & EXECUTE) !== 0;
}

interface PasswdEntry extends OsUser {
  readonly name: string;
}

function readPasswd(): PasswdEntry[] {
  if (!existsSync('/etc/passwd')) return [];
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}

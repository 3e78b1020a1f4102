import { statfsSync } from 'node:fs';
import { messageOf } from '../error-code.js';
import { DataFolderUnusable, DiskFull, EmbeddedPostgresFailed, PlatformError } from '../errors.js';

const FULL = /No space left on device|ENOSPC|EDQUOT|Disk quota exceeded|not enough space on the disk/i;
const READ_ONLY = /Read-only file system|EROFS/i;
const NO_PERMISSION = /Permission denied|Operation not permitted|EACCES|EPERM/i;
const NEARLY_FULL_BYTES = 1_000_000;

/** Says in plain words why the data folder or the server in it failed. Our own errors pass unchanged. */
export function explainFolderProblem(folder: string, cause: unknown): PlatformError {
  if (cause instanceof PlatformError) return cause;
  const text = messageOf(cause);
  const options = { cause };
  // A server that cannot even write its log leaves no word of it, so the disk itself is asked too.
  if (FULL.test(text) || isFull(folder)) {
    return new DiskFull(
      `The disk of the data folder ${folder} is full. Free some space (100 MB at least), or set CLAIMTRAIL_DATA_DIR to a folder on another disk, then start again. Nothing that was saved is lost.`,
      options,
    );
  }
  if (READ_ONLY.test(text)) {
    return new DataFolderUnusable(
      `The data folder ${folder} is on a read-only disk. Set CLAIMTRAIL_DATA_DIR to a folder that can be written, or DATABASE_URL to a PostgreSQL server.`,
      options,
    );
  }
  if (NO_PERMISSION.test(text)) {
    return new DataFolderUnusable(
      `${currentUser()} may not write to the data folder ${folder}. Run as the folder's owner, or set CLAIMTRAIL_DATA_DIR to a folder of your own, or DATABASE_URL to a PostgreSQL server.`,
      options,
    );
  }
  return new EmbeddedPostgresFailed(`The embedded PostgreSQL in ${folder} failed: ${text.trim()}`, options);
}

function isFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < NEARLY_FULL_BYTES;
  } catch {
    return false;
  }
}

function currentUser(): string {
  const uid = process.getuid?.();
  return uid === undefined ? 'The present user' : `The present user (uid ${uid})`;
}

import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BackupDamaged } from '../errors.js';
import { digestFile } from '../files.js';
import type { OnProgress } from '../progress.js';
import {
  BACKUP_FORMAT,
  BACKUP_FORMAT_VERSION,
  digestOf,
  MANIFEST,
  type BackupManifest,
  type BackupMember,
  type StoredManifest,
} from '../backup/backup-format.js';

/** A backup of which every file is as it was written. */
export interface SoundBackup {
  readonly folder: string;
  readonly manifest: BackupManifest;
  /** SHA-256 of the manifest, and so of all. */
  readonly sha256: string;
}

/** @throws {BackupDamaged} naming the file */
export async function readBackup(folder: string, onProgress?: OnProgress): Promise<SoundBackup> {
  const { manifest, sha256 } = await readManifest(folder);
  const total = manifest.members.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  for (const member of manifest.members) {
    await checkMember(folder, member);
    done += member.bytes;
    onProgress?.({ what: 'bytes checked', done, total });
  }
  return { folder, manifest, sha256 };
}

async function readManifest(folder: string): Promise<StoredManifest> {
  const path = join(folder, MANIFEST);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new BackupDamaged(
      folder,
      MANIFEST,
      `cannot be read (${(error as Error).message}): it is no backup, or one that was not finished`,
      { cause: error },
    );
  });
  const stored = parse(folder, text);
  const { manifest, sha256 } = stored;
  if (manifest?.format !== BACKUP_FORMAT)
    throw new BackupDamaged(folder, MANIFEST, 'is not that of a backup');
  if (manifest.formatVersion !== BACKUP_FORMAT_VERSION) {
    throw new BackupDamaged(
      folder,
      MANIFEST,
      `is of format ${manifest.formatVersion}, which this version does not know`,
    );
  }
  if (digestOf(manifest) !== sha256)
    throw new BackupDamaged(folder, MANIFEST, 'was changed after it was written');
  return stored;
}

function parse(folder: string, text: string): StoredManifest {
  try {
    return JSON.parse(text) as StoredManifest;
  } catch (error) {
    throw new BackupDamaged(folder, MANIFEST, 'is cut off or no JSON', { cause: error });
  }
}

async function checkMember(folder: string, { name, bytes, sha256 }: BackupMember): Promise<void> {
  const path = join(folder, name);
  const size = await stat(path).then(
    (info) => info.size,
    () => null,
  );
  if (size === null) throw new BackupDamaged(folder, name, 'is missing');
  if (size !== bytes) throw new BackupDamaged(folder, name, `has ${size} bytes where there were ${bytes}`);
  if ((await digestFile(path)).sha256 !== sha256)
    throw new BackupDamaged(folder, name, 'was changed: its SHA-256 is another');
}

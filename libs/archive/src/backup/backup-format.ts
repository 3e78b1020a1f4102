import { createHash } from 'node:crypto';

/** A folder with one file a member, and this beside them. It is written last: without it, a backup is not finished. */
export const MANIFEST = 'manifest.json';
export const BACKUP_FORMAT = 'claimtrail-backup';
export const BACKUP_FORMAT_VERSION = 1;
export const KEY_MEMBER = 'signing-key.pem';

/** Rows of one table as `COPY ... (FORMAT binary)` gives them. */
export interface BackupMember {
  /** The file's name in the folder. */
  readonly name: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
  /** "schema.table" and its columns in the order of the rows; null for what is no table. */
  readonly table: string | null;
  readonly columns: readonly string[];
  readonly rows: number;
}

export interface BackedUpWorkspace {
  readonly workspace: string;
  /** The seq of its last event, a decimal. */
  readonly head: string;
  /** The newest checkpoint as a signed note: size and root of what is sealed. Null: none yet. */
  readonly checkpoint: string | null;
  /** C2SP verifier keys, as far as the data folder knew them. */
  readonly verifierKeys: readonly string[];
}

export interface BackupManifest {
  readonly format: typeof BACKUP_FORMAT;
  readonly formatVersion: number;
  /** RFC 3339. */
  readonly takenAt: string;
  readonly claimtrailVersion: string;
  readonly postgresVersion: string;
  /** The migrations that the database had. */
  readonly migrations: readonly string[];
  readonly workspaces: readonly BackedUpWorkspace[];
  /** In the order in which they go in; the heads of the workspaces last. */
  readonly members: readonly BackupMember[];
}

/** The manifest as it is stored: with the SHA-256 of itself. */
export interface StoredManifest {
  readonly manifest: BackupManifest;
  readonly sha256: string;
}

export const digestOf = (manifest: BackupManifest): string =>
  createHash('sha256').update(JSON.stringify(manifest)).digest('hex');

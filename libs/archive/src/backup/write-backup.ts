import { existsSync } from 'node:fs';
import { copyFile, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg, { escapeLiteral, type PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { ownerConnection, type Clock, type Database, type IdGenerator } from '#platform';
import { CannotWrite, FileExists, LoadUnfinished } from '../errors.js';
import {
  digestFile,
  isOfFiles,
  partialOf,
  giveName,
  writeTextWhole,
  writeWhole,
  type Digested,
} from '../files.js';
import { inSnapshot } from '../in-snapshot.js';
import type { OnProgress } from '../progress.js';
import {
  BACKUP_FORMAT,
  BACKUP_FORMAT_VERSION,
  digestOf,
  KEY_MEMBER,
  MANIFEST,
  type BackedUpWorkspace,
  type BackupManifest,
  type BackupMember,
  type StoredManifest,
} from './backup-format.js';
import { EVENT_TABLE, HEAD_TABLE, listTables, type Table } from './list-tables.js';
import { listSegments, type Segment } from './log-segments.js';

export interface BackupOptions {
  readonly database: Pick<Database, 'url'>;
  /** The folder that is the backup; an older backup of the same log in it is brought up to date. */
  readonly folder: string;
  readonly claimtrailVersion: string;
  /** Tables of the views that hold what people decided, as "schema.table". */
  readonly decisions: readonly string[];
  /** The verifier keys known of a workspace. */
  readonly verifierKeys: (workspace: string) => Promise<readonly string[]>;
  /** The file of the signing key, where it is to be in the backup. */
  readonly signingKey?: string;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly onProgress?: OnProgress;
}

export interface BackedUp {
  readonly events: number;
  readonly bytes: number;
  /** Events that stood in the folder already. */
  readonly kept: number;
}

const OURS = /^(manifest\.json|signing-key\.pem|.+\.copy)(\.partial)?$/;

/**
 * Copies the database as it stands at one moment into a folder: the log in segments that never change, everything else beside
 * it, and last the manifest that names each file with its SHA-256. What was interrupted goes on: segments that are there stay.
 * @throws {FileExists | CannotWrite | LoadUnfinished}
 */
export async function writeBackup(options: BackupOptions): Promise<BackedUp> {
  const { folder, database } = options;
  const pool = new pg.Pool({
    ...ownerConnection(database.url),
    max: 1,
    application_name: 'claimtrail backup',
  });
  pool.on('error', () => undefined);
  try {
    await claimFolder(folder);
    return await inSnapshot(pool, (client) => new BackupWriter(client, options).run());
  } catch (error) {
    throw isOfFiles(error)
      ? new CannotWrite(
          folder,
          error,
          'Make room, or make it writable, and run the same command again: it goes on with what is there.',
        )
      : error;
  } finally {
    await pool.end();
  }
}

async function claimFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const foreign = (await readdir(folder)).find((name) => !OURS.test(name));
  if (foreign !== undefined) throw new FileExists(join(folder, foreign));
}

class BackupWriter {
  private readonly members: BackupMember[] = [];
  private kept = 0;
  /** SHA-256 by name, of the backup that was here before. */
  private before: ReadonlyMap<string, string> = new Map();
  private events = 0;

  constructor(
    private readonly client: PoolClient,
    private readonly options: BackupOptions,
  ) {}

  async run(): Promise<BackedUp> {
    this.before = await digestsBefore(this.options.folder);
    await refuseUnfinishedLoad(this.client);
    const tables = await listTables(this.client, this.options.decisions);
    const segments = await listSegments(this.client);
    const event = tables.find(({ name }) => name === EVENT_TABLE) as Table;
    for (const segment of segments) await this.takeSegment(event, segment, segments);
    const takenAt = this.options.clock.now();
    const run = this.options.ids.next();
    for (const table of tables)
      if (table !== event && table.name !== HEAD_TABLE) await this.takeTable(table, run);
    await this.takeTable(tables.find(({ name }) => name === HEAD_TABLE) as Table, run);
    await this.takeKey();
    await this.writeManifest(takenAt);
    await removeOthers(this.options.folder, this.members);
    const bytes = this.members.reduce((sum, member) => sum + member.bytes, 0);
    return { events: this.events, kept: this.kept, bytes };
  }

  private async takeSegment(table: Table, segment: Segment, all: readonly Segment[]): Promise<void> {
    const { name, workspace, first, last } = segment;
    const rows = Number(last - first) + 1;
    const path = join(this.options.folder, name);
    const found = await this.findWhole(path, name);
    const where = `workspace = ${escapeLiteral(workspace)} AND seq BETWEEN ${first} AND ${last}`;
    const select = `SELECT ${table.columns.join()} FROM ${table.name} WHERE ${where} ORDER BY seq`;
    const { bytes, sha256 } = found ?? (await writeWhole(path, this.copy(select)));
    this.members.push({ name, bytes, sha256, table: table.name, columns: table.columns, rows });
    this.events += rows;
    if (found) this.kept += rows;
    const total = all.reduce((sum, other) => sum + Number(other.last - other.first) + 1, 0);
    this.options.onProgress?.({ what: 'events', done: this.events, total });
  }

  /** What stands in the folder already: as the manifest before names it, or whole where an interrupted run left it. */
  private async findWhole(path: string, name: string): Promise<Digested | null> {
    if (!existsSync(path)) return null;
    const digested = await digestFile(path);
    const known = this.before.get(name);
    const isWhole = known === undefined ? await endsAsCopy(path, digested.bytes) : known === digested.sha256;
    return isWhole ? digested : null;
  }

  /** Under a name of this run: what an older manifest names stays as it is until the new one is there. */
  private async takeTable({ name: table, columns }: Table, run: string): Promise<void> {
    const name = `${table.replaceAll('"', '')}-${run}.copy`;
    const copy = copyTo(copyOut(`SELECT ${columns.join()} FROM ${table}`));
    const digested = await writeWhole(
      join(this.options.folder, name),
      this.client.query(copy) as AsyncIterable<Buffer>,
    );
    this.members.push({ name, ...digested, table, columns, rows: copy.rowCount });
  }

  private copy(select: string): AsyncIterable<Buffer> {
    return this.client.query(copyTo(copyOut(select))) as AsyncIterable<Buffer>;
  }

  private async takeKey(): Promise<void> {
    const { signingKey, folder } = this.options;
    if (signingKey === undefined) return;
    const path = join(folder, KEY_MEMBER);
    await copyFile(signingKey, partialOf(path));
    await giveName(path);
    this.members.push({ name: KEY_MEMBER, ...(await digestFile(path)), table: null, columns: [], rows: 0 });
  }

  private async writeManifest(takenAt: Date): Promise<void> {
    const { claimtrailVersion, folder } = this.options;
    const manifest: BackupManifest = {
      format: BACKUP_FORMAT,
      formatVersion: BACKUP_FORMAT_VERSION,
      takenAt: takenAt.toISOString(),
      claimtrailVersion,
      postgresVersion: await askText(this.client, `current_setting('server_version')`),
      migrations: await this.migrations(),
      workspaces: await this.workspaces(),
      members: this.members,
    };
    const stored = { manifest, sha256: digestOf(manifest) };
    await writeTextWhole(join(folder, MANIFEST), `${JSON.stringify(stored, null, 2)}\n`);
  }

  private async migrations(): Promise<string[]> {
    const { rows } = await this.client.query<{ name: string }>(
      'SELECT name FROM claimtrail.claimtrail_migrations ORDER BY id',
    );
    return rows.map(({ name }) => name);
  }

  private async workspaces(): Promise<BackedUpWorkspace[]> {
    const { rows } = await this.client.query<Omit<BackedUpWorkspace, 'verifierKeys'>>(
      `SELECT h.workspace, h.seq::text AS head,
              (SELECT c.note FROM event_store.checkpoint c WHERE c.workspace = h.workspace ORDER BY c.size DESC LIMIT 1) AS checkpoint
         FROM event_store.workspace_head h ORDER BY 1`,
    );
    const withKeys = async (row: (typeof rows)[number]) => ({
      ...row,
      verifierKeys: await this.options.verifierKeys(row.workspace),
    });
    return Promise.all(rows.map(withKeys));
  }
}

async function digestsBefore(folder: string): Promise<ReadonlyMap<string, string>> {
  try {
    const { manifest } = JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')) as StoredManifest;
    return new Map(manifest.members.map(({ name, sha256 }) => [name, sha256]));
  } catch {
    return new Map(); // none, or one that nobody could restore from
  }
}

const COPY_TRAILER = Buffer.from([0xff, 0xff]);

/** COPY's binary form ends with a row of -1 fields. */
async function endsAsCopy(path: string, bytes: number): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, Math.max(bytes - 2, 0));
    return bytesRead === 2 && buffer.equals(COPY_TRAILER);
  } finally {
    await file.close();
  }
}

const copyOut = (select: string): string => `COPY (${select}) TO STDOUT (FORMAT binary)`;

async function refuseUnfinishedLoad(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ kind: string }>(
    `SELECT kind FROM event_store.load l
      WHERE NOT EXISTS (SELECT FROM event_store.load_step s WHERE s.load = l.id AND s.step = 'finished')`,
  );
  if (rows[0]) throw new LoadUnfinished(rows[0].kind);
}

async function askText(client: PoolClient, expression: string): Promise<string> {
  const { rows } = await client.query<{ value: string }>(`SELECT ${expression} AS value`);
  return rows[0]?.value ?? '';
}

/** What the manifest does not name: of older backups, and of runs that were interrupted. */
async function removeOthers(folder: string, members: readonly BackupMember[]): Promise<void> {
  const kept = new Set([MANIFEST, ...members.map(({ name }) => name)]);
  for (const name of await readdir(folder)) if (!kept.has(name)) await rm(join(folder, name));
}

import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import {
  migrate,
  ownerConnection,
  type Database,
  type IdGenerator,
  type Logger,
  type MigrationClass,
} from '#platform';
import type { BackupMember } from '../backup/backup-format.js';
import { BackupDamaged, BackupOfNewerProgram, TargetNotEmpty } from '../errors.js';
import { readDigested, type Digested } from '../files.js';
import { HEAD_TABLE } from '../backup/list-tables.js';
import type { OnProgress } from '../progress.js';
import type { SoundBackup } from './read-backup.js';

export interface RestoreOptions {
  readonly backup: SoundBackup;
  /** A database in which Claimtrail has no log. */
  readonly database: Pick<Database, 'url' | 'login'>;
  /** All of the program's; those that the backup had run before the rows go in, the others after. */
  readonly migrations: readonly MigrationClass[];
  /** Called when the tables are there: the views' own rows refer to what it makes. */
  readonly prepare: () => Promise<void>;
  readonly ids: IdGenerator;
  readonly logger: Logger;
  readonly onProgress?: OnProgress;
}

export interface Restored {
  readonly events: number;
  /** True: a restore that was interrupted went on. */
  readonly resumed: boolean;
}

/** Segments of the log go in side by side: the server's part of the work has several processes then. */
const CONNECTIONS = 2;
const LOG_SCHEMA = 'event_store.';

/**
 * Makes the database what it was when the backup was taken. Members go in one transaction each, and the heads of the
 * workspaces last: before them nothing is appended, sealed or taken for whole. Goes on where it was interrupted.
 * @throws {TargetNotEmpty | BackupOfNewerProgram | BackupDamaged}
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { backup, database, migrations, logger } = options;
  const { members, workspaces } = backup.manifest;
  await migrateAsBackup(options);
  const clients = await connect(database.url);
  const [client] = clients as [pg.Client];
  try {
    const { load, done } = await beginLoad(client, options);
    const head = workspaces.reduce((most, { head: seq }) => (BigInt(seq) > most ? BigInt(seq) : most), 0n);
    await client.query('SELECT event_store.ensure_partitions($1)', [head]);
    const restore = new MemberRestore(options, load, new Set(done));
    const ofLog = members.filter(({ table }) => table?.startsWith(LOG_SCHEMA) && table !== HEAD_TABLE);
    await restore.all(clients, ofLog);
    await migrate(database, migrations, logger);
    await options.prepare();
    const others = members.filter(({ table }) => table !== null && !table.startsWith(LOG_SCHEMA));
    await restore.clear(client, others);
    await restore.all([client], others);
    for (const member of members.filter(({ table }) => table === HEAD_TABLE))
      await restore.one(client, member, 'finished');
    await client.query('ANALYZE event_store.event, event_store.stream, event_store.append_key');
    return {
      events: workspaces.reduce((sum, { head: seq }) => sum + Number(seq), 0),
      resumed: done.length > 0,
    };
  } finally {
    await Promise.all(clients.map((each) => each.end()));
  }
}

async function migrateAsBackup({ backup, database, migrations, logger }: RestoreOptions): Promise<void> {
  const { migrations: had, claimtrailVersion } = backup.manifest;
  const unknown = had.filter((name) => !migrations.some((migration) => migration.name === name));
  if (unknown.length > 0) throw new BackupOfNewerProgram(claimtrailVersion, unknown);
  const has = await appliedMigrations(database.login);
  if (has.some((name) => !had.includes(name)) && !(await hasUnfinishedLoad(database.login))) {
    throw new TargetNotEmpty(
      'The database was set up by a newer Claimtrail than the one that made the backup. Restore into a new database, which is then brought up to date. Nothing was restored.',
    );
  }
  if (has.length < had.length)
    await migrate(
      database,
      migrations.filter(({ name }) => had.includes(name)),
      logger,
    );
}

async function appliedMigrations(login: pg.Pool): Promise<string[]> {
  const { rows } = await login.query<{ present: boolean }>(
    `SELECT to_regclass('claimtrail.claimtrail_migrations') IS NOT NULL AS present`,
  );
  if (!rows[0]?.present) return [];
  const applied = await login.query<{ name: string }>('SELECT name FROM claimtrail.claimtrail_migrations');
  return applied.rows.map(({ name }) => name);
}

async function hasUnfinishedLoad(login: pg.Pool): Promise<boolean> {
  const { rowCount } = await login.query(
    `SELECT FROM event_store.load l
      WHERE NOT EXISTS (SELECT FROM event_store.load_step s WHERE s.load = l.id AND s.step = 'finished')`,
  );
  return (rowCount ?? 0) > 0;
}

async function connect(url: string): Promise<pg.Client[]> {
  const options = { ...ownerConnection(url), application_name: 'claimtrail restore' };
  const clients = Array.from({ length: CONNECTIONS }, () => new pg.Client(options));
  // Without a listener, a lost connection would end the process; the query that is under way fails with it.
  for (const client of clients) client.on('error', () => undefined);
  await Promise.all(clients.map((client) => client.connect()));
  return clients;
}

/** The load, and the members that are in already. */
async function beginLoad(
  client: pg.Client,
  { backup, ids }: RestoreOptions,
): Promise<{ load: string; done: string[] }> {
  try {
    const { rows } = await client.query<{ load: string }>(
      `SELECT event_store.begin_load($1, 'restore', NULL, $2) AS load`,
      [ids.next(), backup.sha256],
    );
    const load = rows[0]?.load ?? '';
    const steps = await client.query<{ step: string }>(
      'SELECT step FROM event_store.load_step WHERE load = $1',
      [load],
    );
    return { load, done: steps.rows.map(({ step }) => step) };
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code === '55000') {
      throw new TargetNotEmpty(
        'The database holds a log already. Restore into a new one. Nothing was restored.',
        { cause: error },
      );
    }
    if (code !== '55006') throw error;
    throw new TargetNotEmpty(
      `${message} Finish that one first, or use a new database. Nothing was restored.`,
      { cause: error },
    );
  }
}

class MemberRestore {
  private bytes = 0;
  private readonly total: number;

  constructor(
    private readonly options: RestoreOptions,
    private readonly load: string,
    private readonly done: ReadonlySet<string>,
  ) {
    this.total = options.backup.manifest.members.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** Each connection takes the next member that is left. */
  async all(clients: readonly pg.Client[], members: readonly BackupMember[]): Promise<void> {
    const left = members[Symbol.iterator]();
    const work = async (client: pg.Client): Promise<void> => {
      for (const member of left) await this.one(client, member, member.name);
    };
    const results = await Promise.allSettled(clients.map(work));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason as Error;
  }

  /** Migrations fill some tables with what a new database starts with. */
  async clear(client: pg.Client, members: readonly BackupMember[]): Promise<void> {
    await this.step(client, 'cleared', async () => {
      for (const { table } of [...members].reverse()) await client.query(`DELETE FROM ${table}`);
    });
  }

  async one(client: pg.Client, member: BackupMember, step: string): Promise<void> {
    await this.step(client, step, () => this.copy(client, member));
    this.bytes += member.bytes;
    this.options.onProgress?.({ what: 'bytes', done: this.bytes, total: this.total });
  }

  /** The step goes in first: the heads of the workspaces are let in only when the load counts as finished. */
  private async step(client: pg.Client, step: string, work: () => Promise<void>): Promise<void> {
    if (this.done.has(step)) return;
    await client.query('BEGIN');
    try {
      await client.query('INSERT INTO event_store.load_step (load, step) VALUES ($1, $2)', [this.load, step]);
      await work();
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }

  private async copy(client: pg.Client, { name, table, columns, rows, sha256 }: BackupMember): Promise<void> {
    const { folder } = this.options.backup;
    let found: Digested | undefined;
    const copy = client.query(copyFrom(`COPY ${table} (${columns.join()}) FROM STDIN (FORMAT binary)`));
    await pipeline(
      readDigested(join(folder, name), (digested) => (found = digested)),
      copy,
    );
    if (found?.sha256 !== sha256) throw new BackupDamaged(folder, name, 'was changed while it was restored');
    if (copy.rowCount !== rows)
      throw new BackupDamaged(folder, name, `holds ${copy.rowCount} rows where there were ${rows}`);
  }
}

import pg from 'pg';
import {
  createLogger,
  loadConfig,
  migrate,
  openDatabase,
  type Database,
  type MigrationClass,
} from '#platform';

/** What a bench is given. A file NAME.bench.ts exports `bench: Bench`, measures and prints. */
export interface BenchContext {
  readonly name: string;
  readonly rounds: number;
  /** Small sizes, to see that it works. */
  readonly quick: boolean;
  /** Only cases whose name contains it. */
  readonly only: string | undefined;
  /** How long the log is to be, for benches that take it. */
  readonly events?: number | undefined;
  /** An empty database on the server of the run: its login's connection string. Dropped at the end. */
  createDatabase(purpose: string): Promise<string>;
  /** A migrated database of ours, open. Closed and dropped at the end. `env` overrides settings. */
  openOurs(
    purpose: string,
    migrations: readonly MigrationClass[],
    env?: Readonly<Record<string, string>>,
  ): Promise<Database>;
  /** Done at the end, the last given first, whatever happened. */
  atEnd(task: () => Promise<unknown>): void;
}

export type Bench = (context: BenchContext) => Promise<void>;

const logger = createLogger('warn');

/** The databases of one run on one server, and what has to be done at its end. */
export class BenchRun implements Pick<BenchContext, 'createDatabase' | 'openOurs' | 'atEnd'> {
  private readonly tasks: (() => Promise<unknown>)[] = [];

  constructor(private readonly serverUrl: string) {}

  readonly atEnd = (task: () => Promise<unknown>): void => {
    this.tasks.push(task);
  };

  readonly createDatabase = async (purpose: string): Promise<string> => {
    const name = `claimtrail_bench_${process.pid}_${purpose.replace(/\W/g, '_')}`;
    await this.onServer(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
    this.atEnd(() => this.onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    const url = new URL(this.serverUrl);
    url.pathname = `/${name}`;
    return url.toString();
  };

  readonly openOurs = async (
    purpose: string,
    migrations: readonly MigrationClass[],
    env: Readonly<Record<string, string>> = {},
  ): Promise<Database> => {
    const url = await this.createDatabase(purpose);
    const database = await openDatabase(loadConfig({ ...env, DATABASE_URL: url }), logger);
    this.atEnd(() => database.close());
    await migrate(database, migrations, logger);
    return database;
  };

  /** Safe to call again. */
  async end(): Promise<void> {
    for (let task = this.tasks.pop(); task; task = this.tasks.pop()) await task();
  }

  private async onServer(sql: string): Promise<void> {
    const client = new pg.Client(this.serverUrl);
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  }
}

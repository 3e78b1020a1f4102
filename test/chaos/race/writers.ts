import pg from 'pg';
import { buildEvent } from '#domain';
import { EventStoreUnavailable, PostgresEventStore, WrongExpectedVersion } from '#event-store';
import type { EventAppender, ExpectedVersion } from '#event-store';
import type { Database } from '#platform';
import { articleIdOf } from '../../support/invented-articles.js';
import type { Chance } from '../../support/chance.js';
import type { Send } from './history-checker.js';

export const RACE_WORKSPACE = 'race';

const STREAMS = 40;
const GUESSES = 0.3;
const ROLLBACKS = 0.4;
/** How long a transaction stays open on its way, and how long its writer then waits, in milliseconds. */
const LONGEST_OPEN_MS = 4;
const LONGEST_PAUSE_MS = 60;

/** What one writer did, in its order. */
export class Writer {
  readonly sends: Send[] = [];
  private count = 0;
  private readonly versions = new Map<string, number>();

  constructor(
    readonly name: string,
    private readonly chance: Chance,
  ) {}

  /** Appends one to three events somewhere; about a third of the appends guess a version, and mostly wrong. */
  async append(store: EventAppender): Promise<void> {
    await this.send(async (values, stream, expectedVersion) => {
      const { firstSeq, versions } = await store.append(requestOf(values, stream, expectedVersion));
      this.versions.set(stream, versions[0] ?? 0);
      return { outcome: 'acknowledged', firstSeq: Number(firstSeq) };
    });
  }

  /** In a transaction of its own, around the group commit of all others; many are rolled back. */
  async appendInTransaction(client: pg.Client): Promise<void> {
    const store = new PostgresEventStore({ writer: client as never, reader: client as never });
    await this.send(async (values, stream) => {
      await client.query('BEGIN');
      const { firstSeq } = await store.append(requestOf(values, stream, 'any'));
      await pauseFor(this.chance.next() * LONGEST_OPEN_MS);
      if (this.chance.happens(ROLLBACKS)) {
        await client.query('ROLLBACK');
        return { outcome: 'refused' };
      }
      await client.query('COMMIT');
      return { outcome: 'acknowledged', firstSeq: Number(firstSeq) };
    });
    await pauseFor(this.chance.next() * LONGEST_PAUSE_MS);
  }

  private async send(
    write: (
      values: readonly string[],
      stream: string,
      expectedVersion: ExpectedVersion,
    ) => Promise<Pick<Send, 'outcome' | 'firstSeq'>>,
  ): Promise<void> {
    const values = Array.from({ length: 1 + this.chance.below(3) }, () => `${this.name}-${++this.count}`);
    const stream = `race-${this.chance.below(STREAMS)}`;
    const guess = this.chance.happens(GUESSES) ? (this.versions.get(stream) ?? 0) : 'any';
    const end = await write(values, stream, guess).catch((error: unknown) => this.failed(error, stream));
    this.sends.push({ writer: this.name, values, ...end });
  }

  private failed(error: unknown, stream: string): Pick<Send, 'outcome'> {
    if (error instanceof WrongExpectedVersion) {
      this.versions.set(stream, error.actual);
      return { outcome: 'refused' };
    }
    if (error instanceof EventStoreUnavailable)
      return { outcome: error.nothingWritten ? 'refused' : 'unknown' };
    throw error;
  }
}

function requestOf(values: readonly string[], stream: string, expectedVersion: ExpectedVersion) {
  const events = values.map((reason) =>
    buildEvent('ArticleWithdrawn', { articleId: articleIdOf(stream), reason }),
  );
  return { workspace: RACE_WORKSPACE, actor: 'race', streams: [{ stream, expectedVersion, events }] };
}

/** A connection of one writer alone, with the rights of the log's writers. */
export async function connectWriter({ url }: Database): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, options: '-c role=claimtrail_writer' });
  await client.connect();
  return client;
}

/** Ends now and then an append on the server, in the middle: its writers do not learn what became of it. */
export async function cutAppends({ login }: Database, chance: Chance, ended: () => boolean): Promise<number> {
  let cuts = 0;
  while (!ended()) {
    await pauseFor(50 + chance.below(150));
    const { rowCount } = await login.query(
      `SELECT pg_terminate_backend(pid) FROM (SELECT pid FROM pg_stat_activity
         WHERE datname = current_database() AND application_name = 'claimtrail' AND state = 'active'
           AND query LIKE '%event_store.append_%' AND pid <> pg_backend_pid() LIMIT 1) AS one`,
    );
    cuts += rowCount ?? 0;
  }
  return cuts;
}

export const pauseFor = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

import type { Pool, PoolClient, QueryResultRow } from 'pg';
import type { UpcasterChains } from '#domain';
import { endWhenIdle, inTransaction, type Logger } from '#platform';
import { skippedSeqs } from '../parked/skipped-events.js';
import type { Projection } from '../projection.js';
import { ERASURE_TYPE } from '../reports/erasures.js';
import { copyIn } from '../writing/copy-in.js';
import { copyStatement, CopyText } from '../writing/copy-text.js';
import { SentKeys } from '../writing/filled-page.js';
import type { SqlForm, SqlSession } from '../writing/sql-form.js';
import type { LogPart } from './log-pages.js';

/** Ranges written at once: a server with two processors is kept busy. */
const AT_ONCE = 2;
/** Connections the pool must have, lest a range that waits for the one before keeps that from being folded. */
const CONNECTIONS = 3;

export interface SqlFillOptions {
  readonly pool: Pool;
  readonly projection: Projection;
  readonly chains: UpcasterChains;
  readonly form: SqlForm;
  readonly version: number;
  readonly workspace: string;
  /** Events a range. */
  readonly size: number;
  readonly idleTimeoutMs: number;
  readonly signal: AbortSignal;
  readonly logger?: Logger | undefined;
  /** Waits where the rebuild is paused; throws where it is cancelled. */
  readonly obey: () => Promise<void>;
  /** Moves the checkpoint over a part that the transaction has written. */
  readonly advance: (client: PoolClient, part: LogPart) => Promise<void>;
  /** Tells that a part is committed. */
  readonly report: (part: LogPart) => void;
  /** Writes a part by the fold. */
  readonly fold: (part: LogPart) => Promise<void>;
}

/** The form cannot be used on a part: the fold writes it. */
class NeedsFold extends Error {}

/**
 * Fills the tables of a version by the view's `SqlForm`, range by range, two at once and committed in the order of the log, so that the
 * checkpoint says what is there whenever it is stopped. Ranges with events of older schema versions or unknown types, and such that fail, are
 * left to the fold.
 */
export class SqlFill {
  private readonly sent = new SentKeys();
  private warned = false;

  constructor(private readonly options: SqlFillOptions) {}

  async run(start: bigint, head: bigint): Promise<void> {
    const { pool, size, obey, signal } = this.options;
    const atOnce = pool.options.max >= CONNECTIONS ? AT_ONCE : 1;
    const running: Promise<void>[] = [];
    let sentBefore = Promise.resolve();
    try {
      for (let from = start; from < head;) {
        await obey();
        signal.throwIfAborted();
        const to = from + BigInt(size) < head ? from + BigInt(size) : head;
        const turn = new Turn(sentBefore);
        sentBefore = turn.over;
        const before = running.at(-1) ?? Promise.resolve();
        const writing = this.write({ from, to, head }, before, turn);
        // Its failure is met when it is awaited.
        writing.catch(() => undefined);
        running.push(writing);
        if (running.length === atOnce) await running.shift();
        from = to;
      }
    } finally {
      await Promise.all(running);
    }
  }

  private async write(part: LogPart, before: Promise<void>, turn: Turn): Promise<void> {
    try {
      await this.writeInSql(part, before, turn);
    } catch (error) {
      await before;
      if (!(error instanceof FormFailed)) throw error;
      this.explain(error);
      await this.options.fold(part);
      return;
    } finally {
      turn.end();
    }
    this.options.report(part);
  }

  private async writeInSql(part: LogPart, before: Promise<void>, turn: Turn): Promise<void> {
    const { pool, idleTimeoutMs, signal, advance } = this.options;
    await inTransaction(pool, async (client) => {
      await endWhenIdle(client, idleTimeoutMs);
      // A crash of the server may lose the last ranges, rows and checkpoint together; the build of the indexes is durable again.
      // The ranges themselves keep the processors busy.
      await client.query('SET LOCAL synchronous_commit = off; SET LOCAL max_parallel_workers_per_gather = 0');
      await this.fill(client, part, turn).catch((error: unknown) => {
        throw new FormFailed(error);
      });
      await before;
      signal.throwIfAborted();
      await advance(client, part);
    });
  }

  private async fill(client: PoolClient, { from, to }: LogPart, turn: Turn): Promise<void> {
    const { form, projection, version, workspace } = this.options;
    if (!(await this.isPlain(client, from, to))) throw new NeedsFold();
    const skipped = await skippedSeqs(client, projection, workspace, from, to);
    const range = { workspace, after: from, to, version, skipped: [...skipped], sent: this.sent };
    await form.fill(sessionOf(client), { ...range, inTurn: (work) => turn.run(work) });
  }

  /** Whether every event of the range is of a known type and, where the view folds it, of the current version. */
  private async isPlain(client: PoolClient, from: bigint, to: bigint): Promise<boolean> {
    const { chains, form, projection, workspace } = this.options;
    const folded: readonly string[] = [...projection.types, ERASURE_TYPE];
    const plain = [
      `type IN (${quoted(chains.types.filter((type) => !folded.includes(type)))})`,
      ...form.types.map(
        (type) => `type = '${type}' AND schema_version = ${chains.currentVersion(type) ?? 0}`,
      ),
    ];
    const { rowCount } = await client.query(
      `SELECT FROM event_store.event
       WHERE workspace = $1 AND seq > $2 AND seq <= $3 AND (${plain.join(' OR ')}) IS NOT TRUE
       LIMIT 1`,
      [workspace, from.toString(), to.toString()],
    );
    return rowCount === 0;
  }

  private explain({ cause }: FormFailed): void {
    if (cause instanceof NeedsFold || this.warned) return;
    this.warned = true;
    const { logger, projection } = this.options;
    logger?.warn({ err: cause, view: projection.name }, 'A rebuild goes on event by event where SQL failed');
  }
}

/** What failed was the form, not the commit of its range. */
class FormFailed extends Error {
  constructor(cause: unknown) {
    super('The set-based form failed.', { cause });
  }
}

/** Lets ranges send their shared rows one after the other. */
class Turn {
  readonly over: Promise<void>;
  private done: () => void = () => undefined;

  constructor(private readonly before: Promise<void>) {
    this.over = new Promise((resolve) => (this.done = resolve));
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.before;
    try {
      return await work();
    } finally {
      this.end();
    }
  }

  /** Also for a range that had nothing to send; it still waits for those before it. */
  end(): void {
    void this.before.then(this.done);
  }
}

/** Types of events are names of our own making. */
const quoted = (types: readonly string[]): string => types.map((type) => `'${type}'`).join(', ') || 'NULL';

const sessionOf = (client: PoolClient): SqlSession => ({
  query: async <T extends QueryResultRow>(sql: string, values: readonly unknown[] = []) =>
    (await client.query<T>(sql, [...values])).rows,
  copy: async (relation, columns, rows) => {
    const text = new CopyText(columns);
    for (const row of rows) text.add(row);
    const chunks = text.end();
    if (chunks.length > 0) await copyIn(client, copyStatement(relation, Object.keys(columns)), chunks);
  },
});

import type { Pool } from 'pg';
import type { ClaimtrailEvent } from '#domain';
import { eventStoreMigrations, PostgresEventStore } from '#event-store';
import { gazetteerMigrations } from '#gazetteer';
import { linkingMigrations, ProcessRunner, type DecisionProcess } from '#linking';
import { createLogger } from '#platform';
import { liveDecisions, membershipOf, type LedgerDecision } from '#tracking';
import { WORKSPACE } from './invented-articles.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

const MEMBERSHIP = ['ReportLinked', 'ReportUnlinked', 'ClaimsMerged', 'ClaimSplit', 'DecisionReverted'];

/** A log on a database of its own on which processes decide when a test says so. */
export class LinkingLog {
  readonly store: PostgresEventStore;

  private constructor(readonly test: TestDatabase) {
    this.store = new PostgresEventStore(test.database);
  }

  static async open(): Promise<LinkingLog> {
    const migrations = [...eventStoreMigrations, ...gazetteerMigrations, ...linkingMigrations];
    return new LinkingLog(await createTestDatabase(migrations));
  }

  get pool(): Pool {
    return this.test.database.writer;
  }

  /** Lets a process decide on all that the log has. */
  catchUp(process: DecisionProcess, batchSize?: number): Promise<void> {
    return new ProcessRunner({
      process,
      store: this.store,
      pool: this.pool,
      workspace: WORKSPACE,
      logger: createLogger('silent'),
      ...(batchSize === undefined ? {} : { batchSize }),
      pause: () => Promise.resolve(),
    }).catchUp();
  }

  /** A person decides: gives the id of the event, to be undone by. */
  async decide(stream: string, event: ClaimtrailEvent): Promise<string> {
    const { firstSeq } = await this.store.append({
      workspace: WORKSPACE,
      actor: 'editor',
      streams: [{ stream, expectedVersion: 'any', events: [event] }],
    });
    const [stored] = await this.store.readAll(WORKSPACE, { afterSeq: firstSeq - 1n, limit: 1 });
    return stored!.eventId;
  }

  /** The claim of each report as the log says it, folded as any reader of it does. */
  async claimsOf(...reports: string[]): Promise<(string | undefined)[]> {
    const events = await this.store.readAll(WORKSPACE, { types: MEMBERSHIP, limit: 1_000 });
    const decisions = events.map(
      ({ seq, recordedAt, type, eventId, actor, data }) =>
        ({
          type,
          eventId,
          actor,
          data,
          seq: Number(seq),
          recordedAt: recordedAt.toISOString(),
        }) as LedgerDecision,
    );
    const { claimOf } = membershipOf(liveDecisions(decisions));
    return reports.map(claimOf);
  }

  async close(): Promise<void> {
    await this.store.close();
    await this.test.drop();
  }
}

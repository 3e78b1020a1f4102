import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CqrsModule, QueryBus, type Query } from '@nestjs/cqrs';
import { EVENT_READER, type EventReader, type StoredEvent } from '#event-store';
import { Gazetteer } from '#gazetteer';
import { projections } from '#projections';
import { queryHandlers, ViewsReader } from '#query';
import { LiveWriter } from '../../libs/projections/src/writing/live-writer.js';
import { createProgramDatabase } from '../support/program-database.js';
import type { TestDatabase } from '../support/test-database.js';

@Module({})
class Queries {}

/** Every view of a log, as far as it was replayed, and every question to them. */
export class ReplayedViews {
  private constructor(
    private readonly test: TestDatabase,
    private readonly held: StoredEvent[],
    private readonly close: () => Promise<void>,
    private readonly queries: QueryBus,
  ) {}

  static async open(): Promise<ReplayedViews> {
    const test = await createProgramDatabase();
    const held: StoredEvent[] = [];
    const views = new ViewsReader(test.database.reader);
    const app = await NestFactory.createApplicationContext(
      {
        module: Queries,
        imports: [CqrsModule.forRoot()],
        providers: [
          { provide: ViewsReader, useValue: views },
          { provide: Gazetteer, useValue: new Gazetteer(views) },
          { provide: EVENT_READER, useValue: readerOf(held) },
          ...queryHandlers,
        ],
      },
      { logger: false },
    );
    await app.init();
    return new ReplayedViews(test, held, () => app.close(), app.get(QueryBus));
  }

  /** The answer, as text that compares. */
  async ask(query: Query<unknown>): Promise<string> {
    const answer: unknown = await this.queries.execute(query);
    return JSON.stringify(answer, (_key, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
  }

  /** Folds the next events of the log into every view. */
  async replay(events: readonly StoredEvent[]): Promise<void> {
    this.held.push(...events);
    const client = await this.test.database.writer.connect();
    try {
      await client.query('BEGIN');
      for (const projection of projections) {
        const types: ReadonlySet<string> = new Set(projection.types);
        const batch = events.filter(({ type }) => types.has(type));
        if (batch.length > 0) await projection.apply(batch, new LiveWriter(client, 1));
      }
      await client.query('COMMIT');
    } finally {
      client.release();
    }
  }

  /** Forgets the log. */
  async clear(): Promise<void> {
    this.held.length = 0;
    const tables = projections.flatMap((projection) =>
      projection.tables.map(({ name }) => `views.${name}_v1`),
    );
    await this.test.database.writer.query(`TRUNCATE ${tables.join(', ')}`);
  }

  async drop(): Promise<void> {
    await this.close();
    await this.test.drop();
  }
}

/** What questions ask of a log that is held in memory. */
const readerOf = (log: readonly StoredEvent[]): EventReader =>
  ({
    head: () => Promise.resolve(BigInt(log.length)),
    readAll: (_workspace: string, { afterSeq = 0n, limit = 100 } = {}) =>
      Promise.resolve(log.filter(({ seq }) => seq > afterSeq).slice(0, limit)),
    readAt: (_workspace: string, seqs: readonly bigint[]) =>
      Promise.resolve(log.filter(({ seq }) => seqs.includes(seq))),
    async *readStream(_workspace: string, stream: string) {
      for (const event of log) if (event.stream === stream) yield await Promise.resolve(event);
    },
  }) as Partial<EventReader> as EventReader;

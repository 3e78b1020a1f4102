import type { Pool, PoolClient } from 'pg';
import type { EventAppender, EventReader } from '#event-store';
import { inTransaction } from '#platform';
import { isFolded, type Decided, type DecisionProcess } from '../runner/decision-process.js';
import { appendDecided, keepDecided } from '../runner/outbox.js';
import { readPosition } from '../runner/position.js';
import { readBatch } from '../runner/read-batch.js';

const BATCH_SIZE = 2_000;

export interface RelinkOptions {
  readonly process: DecisionProcess;
  readonly store: EventReader & EventAppender;
  readonly pool: Pool;
  readonly workspace: string;
  /** Show the difference, and leave everything as it is. */
  readonly dryRun: boolean;
}

/** The version that decided what stands in the log, and the one that decides now. */
export interface VersionChange {
  readonly stored: string;
  readonly ours: string;
}

/** What a new version comes to, and the events that bring the log there. */
export interface Redecided<T> {
  readonly result: T;
  readonly decided: readonly Decided[];
}

/** How far the version before had read, in the transaction that the new one decides in. */
export interface Deciding {
  readonly client: PoolClient;
  readonly until: bigint;
  readonly version: VersionChange;
}

/** Undoes a transaction that was made to be looked at. */
class OnlyLooking extends Error {
  constructor(readonly result: unknown) {
    super('A dry run is rolled back.');
  }
}

/** Lets `decide` work out a process's memory anew and keeps what it decides for the log: all of it or, where only looking, nothing. */
export async function inNewVersion<T>(
  { process, store, pool, workspace, dryRun }: RelinkOptions,
  decide: (deciding: Deciding) => Promise<Redecided<T>>,
): Promise<T> {
  await appendDecided(pool, store, process, workspace);
  try {
    const result = await inTransaction(pool, async (client) => {
      const own = [process.name, workspace];
      await client.query('SELECT FROM linking.process WHERE process = $1 AND workspace = $2 FOR UPDATE', own);
      const position = (await readPosition(client, process, workspace))!;
      const version = { stored: position.version, ours: process.version };
      const redecided = await decide({ client, until: position.seq, version });
      if (dryRun) throw new OnlyLooking(redecided.result);
      await keepDecided(client, process, workspace, redecided.decided);
      await client.query('UPDATE linking.process SET version = $3 WHERE process = $1 AND workspace = $2', [
        ...own,
        process.version,
      ]);
      return redecided.result;
    });
    await appendDecided(pool, store, process, workspace);
    return result;
  } catch (error) {
    if (error instanceof OnlyLooking) return error.result as T;
    throw error;
  }
}

/**
 * Decides on the log up to an event as if for the first time, and gives what was decided. `people`: with what people decided in its
 * place among the facts, or on the facts alone.
 */
export async function replay(
  { process, store, workspace }: RelinkOptions,
  { client, until }: Deciding,
  people: 'with' | 'without',
): Promise<Decided[]> {
  const decided: Decided[] = [];
  let position = { version: process.version, seq: 0n, folding: false, decidedTo: 0n, foldedTo: 0n };
  while (position.seq < until) {
    const { events, to } = await readBatch(store, process, workspace, position, until, BATCH_SIZE);
    const known = events.filter(
      (event) => event.seq <= until && (people === 'with' || !isFolded(process, event)),
    );
    if (known.length > 0)
      decided.push(
        ...(await process.decide(known, { workspace, client, reader: store, folding: false, state: null })),
      );
    position = { ...position, seq: to };
  }
  return decided;
}

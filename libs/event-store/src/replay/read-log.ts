import type { Pool } from 'pg';
import { EventStoreUnavailable, InvalidRead } from '../errors.js';
import type { LogBatch, LogRange } from '../event-store.js';
import { toEventStoreError } from '../postgres-error.js';
import { readHead } from '../read-events.js';
import { LogCopy } from './log-copy.js';

/** Measured: smaller batches are still in the processor's cache, and die young, when they are handled: 300 read a fifth faster than 1,000. */
const DEFAULT_BATCH = 300;
const LARGEST_BATCH = 50_000;

/**
 * Reads the log through binary COPY, decoded here: nearly twice as fast as pages of rows. A reader that is slow stops
 * the server, not the memory; one that stops early frees the connection. After a lost connection it reads on behind the
 * last batch that was taken; if that brings nothing either, it fails.
 */
export async function* readLog(
  reader: Pool,
  workspace: string,
  range: LogRange,
): AsyncGenerator<LogBatch, void> {
  const { afterSeq = 0n, batchSize = DEFAULT_BATCH, signal, until, ...filter } = range;
  checkBatchSize(batchSize);
  const end = lesser(await readHead(reader, workspace), until);
  for (let cursor = afterSeq; cursor < end && !signal?.aborted;) {
    const before = cursor;
    const copy = await start(reader, { workspace, afterSeq: cursor, until: end, batchSize, filter });
    try {
      for (let batch = await copy.next(signal); batch; batch = await copy.next(signal)) {
        cursor = batch.to;
        yield batch;
      }
    } catch (error) {
      const failure = readFailure(error);
      if (cursor === before || !(failure instanceof EventStoreUnavailable)) throw failure;
    } finally {
      copy.close();
    }
  }
}

/** @throws {InvalidRead} */
function checkBatchSize(batchSize: number): void {
  if (Number.isInteger(batchSize) && batchSize >= 1 && batchSize <= LARGEST_BATCH) return;
  throw new InvalidRead(`A batch holds 1 to ${LARGEST_BATCH} events; ${batchSize} were asked for.`);
}

const lesser = (head: bigint, until: bigint | undefined): bigint =>
  until !== undefined && until < head ? until : head;

async function start(...[reader, range]: Parameters<typeof LogCopy.start>): Promise<LogCopy> {
  try {
    return await LogCopy.start(reader, range);
  } catch (error) {
    throw readFailure(error);
  }
}

/** A reading that failed has certainly written nothing. */
function readFailure(error: unknown): Error {
  const known = toEventStoreError(error);
  if (!(known instanceof EventStoreUnavailable) || known.nothingWritten) return known;
  return new EventStoreUnavailable('the connection to the database was lost', true, { cause: error });
}

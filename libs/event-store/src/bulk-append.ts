import type { Pool } from 'pg';
import { uuidv7Generator, type IdGenerator } from '#platform';
import { cutChunks, type Chunk, type ChunkLimits } from './bulk-chunks.js';
import { writeChunk } from './bulk-write-chunk.js';
import { checkName, checkOptionalName, REQUEST_LIMITS } from './encode-append.js';
import type { BulkAppend, BulkResult, RefusedStream } from './event-store.js';

/** About 100 ms under the head row here: other appends wait for no more than that. */
const CHUNK: ChunkLimits = { events: 4_000, bytes: 4 * 1024 * 1024 };
export interface BulkOptions {
  readonly ids?: IdGenerator;
  readonly chunk?: ChunkLimits;
  /** Told after each chunk. */
  readonly onProgress?: (soFar: BulkResult) => void;
}

/**
 * Loads any number of events into one workspace through COPY, on one connection: for migrations and archives. What the log
 * promises of an append holds: dense seq under the head row, expected versions, the same tables and guards.
 *
 * It goes in chunks, one transaction each; other appends go on between them. A chunk keeps its own key, so the same
 * load, given again after it was stopped, skips what is there. One chunk is encoded while the one before is written, and
 * no more is asked of `streams` meanwhile.
 *
 * It acts as the owner of the tables: only `append_*` may write them otherwise, and rows that travel through a function
 * take twice as long.
 * @throws {IdempotencyConflict} the key belongs to another load, or to other chunks of it
 * @throws {InvalidAppend | InvalidText} what cannot be written; the chunks before stay
 * @throws {EventStoreUnavailable} not now: the same load goes on where it stopped
 */
export async function bulkAppend(
  login: Pool,
  load: BulkAppend,
  options: BulkOptions = {},
): Promise<BulkResult> {
  const { ids = uuidv7Generator, chunk: limits = CHUNK, onProgress } = options;
  checkName(load.workspace, 'workspace', REQUEST_LIMITS.workspace);
  checkName(load.actor, 'actor');
  checkName(load.idempotencyKey, 'idempotencyKey', REQUEST_LIMITS.name - 12);
  checkOptionalName(load.correlationId, 'correlationId');
  checkOptionalName(load.causationId, 'causationId');
  const chunks = cutChunks(load, load.streams, ids, limits);
  const refused: RefusedStream[] = [];
  let result: BulkResult = { appended: 0, alreadyThere: 0, refused };
  for (let chunk = await nextOf(chunks), next; chunk; chunk = await next) {
    next = nextOf(chunks);
    // Its error is met at the await above; without this, a failure of the chunk before would end the process.
    next.catch(() => undefined);
    const written = await writeChunk(login, load, chunk);
    refused.push(...written.refused);
    const appended = result.appended + written.appended;
    result = { appended, alreadyThere: result.alreadyThere + written.alreadyThere, refused };
    onProgress?.(result);
  }
  return result;
}

async function nextOf(chunks: AsyncGenerator<Chunk, void>): Promise<Chunk | undefined> {
  return (await chunks.next()).value ?? undefined;
}

import { createHash, type Hash } from 'node:crypto';
import type { IdGenerator } from '#platform';
import { copyText } from './copy-text.js';
import { encodeStream, type EncodedEvent, type EncodedStream } from './encode-append.js';
import type { NewEvent, StreamAppend } from './event-store.js';

/** A chunk stops growing at either; the events of one stream append are never parted. */
export interface ChunkLimits {
  readonly events: number;
  readonly bytes: number;
}

/** What is the same for every event of a load. */
export interface LoadHeader {
  readonly workspace: string;
  readonly actor: string;
  readonly causationId?: string;
  readonly correlationId?: string;
}

export interface ChunkStream extends Omit<EncodedStream, 'events'> {
  /** Its place among the streams of the whole load, from 0. */
  readonly index: number;
  /** The columns of its events that do not depend on where they come to stand, as COPY takes them. */
  readonly rows: readonly string[];
}

export interface Chunk {
  /** From 1; the same for the same load. */
  readonly number: number;
  /** SHA-256 of what is in it. */
  readonly hash: string;
  readonly streams: readonly ChunkStream[];
}

/** The columns of `ChunkStream.rows`. */
export const ROW_COLUMNS = `workspace, stream_id, event_id, type, schema_version, occurred_at, actor, causation_id,
  correlation_id, data, meta`;

/**
 * Cuts a load into chunks, checked and encoded. The same load gives the same chunks, whoever cuts it, so that a load that
 * was stopped can go on. Holds one chunk in memory.
 * @throws {InvalidAppend | InvalidText} naming the stream's place in the load
 */
export async function* cutChunks(
  header: LoadHeader,
  streams: AsyncIterable<StreamAppend> | Iterable<StreamAppend>,
  ids: IdGenerator,
  limits: ChunkLimits,
): AsyncGenerator<Chunk, void> {
  let index = 0;
  let number = 1;
  let growing = new GrowingChunk(header);
  for await (const append of streams) {
    growing.add(append, encodeStream(append, `streams[${index}]`, ids), index++);
    if (growing.events < limits.events && growing.bytes < limits.bytes) continue;
    yield growing.finish(number++);
    growing = new GrowingChunk(header);
  }
  if (!growing.isEmpty) yield growing.finish(number);
}

class GrowingChunk {
  events = 0;
  bytes = 0;
  private readonly streams: ChunkStream[] = [];
  private readonly hash: Hash = createHash('sha256');

  constructor(private readonly header: LoadHeader) {}

  add(given: StreamAppend, { stream, expectedVersion, events }: EncodedStream, index: number): void {
    const { workspace, actor, causationId = null, correlationId = null } = this.header;
    const before = `${copyText(workspace)}\t${copyText(stream)}\t`;
    const after = `\t${copyText(actor)}\t${copyText(causationId)}\t${copyText(correlationId)}\t`;
    const rows = events.map((event) => before + envelope(event) + after + documents(event));
    this.hash.update(JSON.stringify([stream, actor, events.length]));
    events.forEach((event, i) => this.hash.update(identity(event, given.events[i])));
    this.streams.push({ stream, expectedVersion, index, rows });
    this.events += events.length;
    this.bytes += rows.reduce((sum, row) => sum + row.length, 0);
  }

  get isEmpty(): boolean {
    return this.streams.length === 0;
  }

  finish(number: number): Chunk {
    return { number, hash: this.hash.digest('hex'), streams: this.streams };
  }
}

const envelope = ({ eventId, type, schemaVersion, occurredAt }: EncodedEvent): string =>
  `${eventId}\t${copyText(type)}\t${schemaVersion}\t${copyText(occurredAt)}`;

const documents = ({ data, meta }: EncodedEvent): string => `${copyText(data)}\t${copyText(meta)}`;

/** Ids that the log gives are new at each try. */
const identity = ({ type, schemaVersion, occurredAt, data, meta }: EncodedEvent, given?: NewEvent): string =>
  `${JSON.stringify([type, schemaVersion, given?.eventId ?? null, occurredAt])}${data}${meta}\n`;

import type { Socket } from 'node:net';
import type { Submittable } from 'pg';

/** What `pg` keeps of a connection: its socket, and the one listener that parses what comes from it. */
interface Wire {
  readonly stream: Socket;
  query(text: string): void;
}

type SocketListener = (chunk: Buffer) => void;

const COPY_DATA = 0x64;
const COPY_OUT_RESPONSE = 0x48;
/** One byte of kind, then the length, which counts itself. */
const MESSAGE_HEADER = 5;
const COPY_SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
const COPY_HEADER = COPY_SIGNATURE.length + 8;
const END_OF_ROWS = 0xff;

/** Called with the buffer that holds a row, where it begins and where it ends. The buffer is used again after the call. */
export type TakeRow = (bytes: Buffer, from: number, to: number) => void;

/**
 * One `COPY ... TO STDOUT (FORMAT binary)` whose rows are taken from the socket itself: pg's parser makes an object, a
 * buffer and an event of each row, which measured a fifth of the whole read. It gets its socket back at the first message
 * that is not a row, so that errors and the end reach it as ever. (PostgreSQL: Message Flow, COPY Operations: one row a
 * message.) pg-copy-streams takes the socket in the same way.
 */
export class CopyOut implements Submittable {
  private wire: Wire | null = null;
  private isPaused = false;
  private parser!: SocketListener;
  /** The beginning of a message whose end has not come: its parts, their bytes, and how many the message has. */
  private parts: Buffer[] = [];
  private partBytes = 0;
  private wholeBytes = 0;
  private isFirstRow = true;
  private failure: Error | null = null;
  private settle!: { resolve: () => void; reject: (error: Error) => void };
  /** Resolves when all rows were taken and the connection is ready for another query. */
  readonly done: Promise<void>;

  constructor(
    private readonly sql: string,
    private readonly takeRow: TakeRow,
  ) {
    this.done = new Promise((resolve, reject) => (this.settle = { resolve, reject }));
  }

  submit(connection: unknown): void {
    this.wire = connection as Wire;
    const { stream } = this.wire;
    [this.parser] = stream.listeners('data') as [SocketListener];
    stream.off('data', this.parser);
    stream.on('data', this.take);
    if (this.isPaused) stream.pause();
    this.wire.query(this.sql);
  }

  /** No more rows are taken until `resume`; the server waits when the socket's buffers are full. */
  pause(): void {
    this.isPaused = true;
    this.wire?.stream.pause();
  }

  resume(): void {
    this.isPaused = false;
    this.wire?.stream.resume();
  }

  handleError(error: Error): void {
    this.giveBack();
    this.settle.reject(this.failure ?? error);
  }

  handleReadyForQuery(): void {
    if (this.failure) this.settle.reject(this.failure);
    else this.settle.resolve();
  }

  handleRowDescription(): void {}
  handleCommandComplete(): void {}
  /** Rows that come after a notice, which gave the socket back. */
  handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    this.takeMessage(chunk, 0, chunk.length);
  }

  private readonly take = (chunk: Buffer): void => {
    this.parts.push(chunk);
    this.partBytes += chunk.length;
    if (this.partBytes < this.wholeBytes) return;
    const bytes = this.parts.length === 1 ? chunk : Buffer.concat(this.parts);
    this.takeMessages(bytes);
  };

  private takeMessages(bytes: Buffer): void {
    let at = 0;
    this.wholeBytes = 0;
    while (at + MESSAGE_HEADER <= bytes.length) {
      const kind = bytes[at];
      if (kind !== COPY_DATA && kind !== COPY_OUT_RESPONSE) return this.handOver(bytes.subarray(at));
      const size = 1 + bytes.readInt32BE(at + 1);
      if (at + size > bytes.length) {
        this.wholeBytes = size;
        break;
      }
      if (kind === COPY_DATA) this.takeMessage(bytes, at + MESSAGE_HEADER, at + size);
      at += size;
    }
    this.parts = at < bytes.length ? [bytes.subarray(at)] : [];
    this.partBytes = bytes.length - at;
  }

  private takeMessage(bytes: Buffer, from: number, to: number): void {
    if (this.failure) return;
    const at = this.isFirstRow ? from + COPY_HEADER : from;
    this.isFirstRow = false;
    if (bytes[at] === END_OF_ROWS) return;
    try {
      this.takeRow(bytes, at, to);
    } catch (error) {
      this.failure = error as Error;
    }
  }

  private handOver(bytes: Buffer): void {
    this.giveBack();
    this.parser(bytes);
  }

  private giveBack(): void {
    if (!this.wire) return;
    const { stream } = this.wire;
    if (stream.listeners('data').includes(this.parser)) return;
    stream.off('data', this.take);
    stream.on('data', this.parser);
  }
}

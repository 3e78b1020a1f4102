import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** How much of a body whose answer was given early is still taken and thrown away before the connection closes. */
export interface DrainLimits {
  readonly bytes: number;
  readonly milliseconds: number;
}

/**
 * Bytes: twice the largest body that is taken by default. Time: what those take at 30 Mbit/s, and as long as a stopping
 * program waits for its connections (end-connections.ts). They cost reads from the socket, no memory.
 */
const LIMITS: DrainLimits = { bytes: 16 * 1024 * 1024, milliseconds: 5_000 };

/**
 * An answer given before the whole body came (too large, of a type that is not taken, no such path) ends only when what
 * still comes was drained. To close at once would reset the connection under a client that is still writing, and a reset
 * takes the answer with it that the client has not read yet (RFC 9112, section 9.6).
 *
 * The answer itself leaves at once, with its length, so that a client that reads while it writes can stop.
 */
export function answerThenDrain(
  { raw: request }: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
  limits: DrainLimits = LIMITS,
): unknown {
  if (typeof payload !== 'string' || !isStillComing(request)) return payload;
  void reply.header('Content-Length', Buffer.byteLength(payload));
  return Readable.from(thenDrain(Buffer.from(payload), request, limits), { objectMode: false });
}

async function* thenDrain(answer: Buffer, request: IncomingMessage, limits: DrainLimits) {
  yield answer;
  const whole = await drain(request, limits);
  // Node would read on for as long as the client writes.
  if (!whole) request.destroy();
}

const isStillComing = ({ complete, readableEnded, headers }: IncomingMessage): boolean =>
  !complete &&
  !readableEnded &&
  (headers['transfer-encoding'] !== undefined || Number(headers['content-length']) > 0);

/** Whether all of it came, within the limits. */
function drain(request: IncomingMessage, { bytes, milliseconds }: DrainLimits): Promise<boolean> {
  return new Promise((resolve) => {
    let left = bytes;
    const tooLong = setTimeout(() => resolve(false), milliseconds);
    const end = (whole: boolean) => {
      clearTimeout(tooLong);
      resolve(whole);
    };
    request.on('data', (chunk: Buffer) => {
      left -= chunk.length;
      if (left < 0) end(false);
    });
    request.once('end', () => end(true)).once('error', () => end(false));
    request.once('close', () => end(request.complete));
    request.resume();
  });
}

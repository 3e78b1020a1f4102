import type { Socket } from 'node:net';
import pg from 'pg';

const QUERY = 0x51;
const READY_FOR_QUERY = Buffer.from([0x5a, 0, 0, 0, 5]);

/**
 * What psql's `COPY ... TO STDOUT > /dev/null` costs at least: the bytes are taken from the socket and thrown away, with
 * no look at them but for the end. (psql itself is not shipped with the embedded server.)
 */
export async function drainCopy(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  stream.removeAllListeners('data');
  await new Promise<void>((resolve, reject) => {
    stream.on('error', reject);
    stream.on('data', (bytes: Buffer) => {
      const end = bytes.length - READY_FOR_QUERY.length - 1;
      if (end >= 0 && bytes.subarray(end, -1).equals(READY_FOR_QUERY)) resolve();
    });
    const text = Buffer.from(`${sql}\0`);
    const head = Buffer.alloc(5);
    head[0] = QUERY;
    head.writeInt32BE(text.length + 4, 1);
    stream.write(Buffer.concat([head, text]));
  });
  stream.destroy();
}

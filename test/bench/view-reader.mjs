import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import pg from 'pg';

// Reads a view again and again until it is told to stop, then says when each reading began and ended. A thread of its own: what
// keeps the rebuilding process busy is not what readers of other processes wait for.

const BETWEEN_READS_MS = 10;
const { url, view, key, workspace } = workerData;
const client = new pg.Client(url);
await client.connect();
let told = false;
parentPort.once('message', () => (told = true));
parentPort.postMessage('reading');
const now = () => performance.timeOrigin + performance.now();
const reads = [];
while (!told) {
  const began = now();
  await client.query(
    `SELECT * FROM views.${view} WHERE workspace = $1 AND ${key} > $2 ORDER BY ${key} LIMIT 20`,
    [workspace, randomUUID()],
  );
  reads.push([began, now()]);
  await delay(BETWEEN_READS_MS);
}
await client.end();
parentPort.postMessage(reads);

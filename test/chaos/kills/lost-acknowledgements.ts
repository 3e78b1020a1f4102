import pg from 'pg';
import { PostgresEventStore } from '#event-store';
import { eventsOf, WORKSPACE } from '../../support/invented-articles.js';
import { articleOf } from '../../support/stored-log.js';
import type { Acknowledged } from './check-log.js';
import type { Cluster } from './cluster.js';

const APPENDS = 200;

/**
 * CONTROL: appends that are acknowledged before they are on disk (synchronous_commit = off), and a server whose writers
 * to disk are held before it is killed. Gives what was acknowledged.
 */
export async function appendUnsafely(cluster: Cluster): Promise<Acknowledged[]> {
  const options = '-c role=claimtrail_writer -c synchronous_commit=off';
  const client = new pg.Client({ connectionString: cluster.url, options });
  client.on('error', () => undefined);
  await client.connect();
  const store = new PostgresEventStore({ writer: client as never, reader: client as never });
  for (const pid of await cluster.processes('walwriter', 'checkpointer', 'background writer'))
    process.kill(pid, 'SIGSTOP');
  const acknowledged: Acknowledged[] = [];
  for (let n = 0; n < APPENDS; n++) {
    const key = `unsafe-${n}`;
    const streams = [
      { stream: `article-${key}`, expectedVersion: 'any' as const, events: eventsOf(articleOf(key, n)) },
    ];
    const request = { workspace: WORKSPACE, actor: 'test', correlationId: key, streams };
    const { firstSeq, lastSeq, outcome } = await store.append(request);
    acknowledged.push({ key, first: Number(firstSeq), last: Number(lastSeq), outcome });
  }
  await cluster.killAll();
  await client.end().catch(() => undefined);
  return acknowledged;
}

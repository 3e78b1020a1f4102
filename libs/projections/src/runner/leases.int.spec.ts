import type { Pool } from 'pg';
import type { PostgresEventStore } from '#event-store';
import { createLogger, inTransaction } from '#platform';
import { appendRounds, countingView } from '../../../../test/support/counting-view.js';
import { WORKSPACE } from '../../../../test/support/invented-articles.js';
import { ViewedLog } from '../../../../test/support/viewed-log.js';
import { ViewWorker, type WorkerPlan } from '../../../../test/support/view-worker.js';
import { ProjectionRunner, readCheckpoint } from '../index.js';
import { moveCheckpoint } from './checkpoint.js';
import { heldLease, takeLease, type Lease } from './lease.js';

const STREAMS = ['a', 'b', 'c', 'd'];
const KEY = { view: 'counting', version: 1, workspace: WORKSPACE };
const LEASE = { view: 'counting', workspace: WORKSPACE, purpose: 'follow' } as const;
const LONG = 600_000;
const silent = createLogger('silent');

let log: ViewedLog;
let store: PostgresEventStore;
let pool: Pool;

beforeEach(async () => {
  log = await ViewedLog.open([countingView()]);
  ({ store, pool } = log);
});

afterEach(() => log.close());

async function counts(): Promise<Record<string, number>> {
  const { rows } = await pool.query<{ stream: string; events: number }>(
    'SELECT stream, events FROM views.counted ORDER BY stream',
  );
  return Object.fromEntries(rows.map(({ stream, events }) => [stream.slice('count-'.length), events]));
}

const everyStream = (events: number) => Object.fromEntries(STREAMS.map((name) => [name, events]));

async function until(reached: () => Promise<boolean>): Promise<void> {
  while (!(await reached()));
}

const atHead = async (): Promise<boolean> =>
  (await readCheckpoint(pool, KEY)) === (await store.head(WORKSPACE));

const isHeld = async (): Promise<boolean> =>
  (await pool.query('SELECT FROM views.lease WHERE expires_at > clock_timestamp()')).rowCount === 1;

/** The lease runs out now, by the database's clock. */
const expire = () => pool.query('UPDATE views.lease SET expires_at = clock_timestamp()');

async function take(holder: string, milliseconds = LONG): Promise<Lease> {
  const { lease } = await takeLease(pool, LEASE, holder, milliseconds);
  if (!lease) throw new Error(`${holder} did not get the lease`);
  return lease;
}

describe('a lease', () => {
  it('is had by one of many who want it at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => takeLease(pool, LEASE, `worker-${n}`, LONG)),
    );
    const taken = answers.filter(({ lease }) => lease !== null);
    expect(taken).toHaveLength(1);
    for (const answer of answers) {
      if (!answer.lease) expect(answer).toMatchObject({ holder: taken[0]?.lease?.holder });
    }
  });

  it('changes hands with a higher epoch once it ran out, and then cannot be renewed by its old holder', async () => {
    const first = await take('first');
    expect(await heldLease(pool, first, LONG).renew()).toBe(true);
    await expire();
    const second = await take('second');
    expect(second.epoch).toBe(first.epoch + 1n);
    expect(await heldLease(pool, first, LONG).renew()).toBe(false);
    expect(await heldLease(pool, second, LONG).renew()).toBe(true);
  });

  it('refuses a commit under an older epoch even from the right position', async () => {
    await appendRounds(store, STREAMS, 1);
    const zombie = await take('zombie');
    await expire();
    const heir = await take('heir');
    const move = (epoch: bigint | null) =>
      inTransaction(pool, (client) => moveCheckpoint(client, KEY, 0n, 1n, epoch)).then(async (moved) => {
        if (moved) await pool.query('UPDATE views.checkpoint SET seq = 0');
        return moved;
      });
    expect(await move(zombie.epoch)).toBe(false);
    expect(await move(heir.epoch)).toBe(true);
    // CONTROL: by the position alone the zombie would have been let in.
    expect(await move(null)).toBe(true);
  });
});

describe('runners in one process', () => {
  it('stop and start between batches as leases come and go, and count each event once', async () => {
    const stop = new AbortController();
    const lease = { milliseconds: 500 };
    const pause = () => Promise.resolve();
    const options = { reader: store, pool, workspace: WORKSPACE, logger: silent, batchSize: 2, pause, lease };
    const runners = [1, 2, 3].map(() =>
      new ProjectionRunner({ projection: countingView(), ...options }).run(stop.signal),
    );
    for (let round = 0; round < 10; round++) {
      await appendRounds(store, STREAMS, 1);
      await expire();
    }
    await until(atHead);
    stop.abort();
    await Promise.all(runners);
    expect(await counts()).toEqual(everyStream(10));
  });

  it('give the lease back when they stop, so that the next need not wait', async () => {
    await appendRounds(store, STREAMS, 1);
    for (const holder of ['first', 'second']) {
      const stop = new AbortController();
      const running = new ProjectionRunner({
        projection: countingView(),
        reader: store,
        pool,
        workspace: WORKSPACE,
        logger: silent,
        pause: () => Promise.resolve(),
        lease: { holder, milliseconds: LONG },
      }).run(stop.signal);
      await until(async () => {
        const { rows } = await pool.query('SELECT holder FROM views.lease WHERE expires_at > now()');
        return (rows as { holder: string }[])[0]?.holder === holder;
      });
      stop.abort();
      await running;
    }
    expect(await take('third')).toMatchObject({ epoch: 3n });
  });
});

describe('worker processes', () => {
  const LEASE_MS = 1_500;
  const workers: ViewWorker[] = [];
  const start = async (plan: Omit<WorkerPlan, 'leaseMs'>) => {
    const worker = await ViewWorker.start(log.test.database.url, { leaseMs: LEASE_MS, ...plan });
    workers.push(worker);
    return worker;
  };

  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.kill()));
  });

  it('take over from one that is stopped and one that is killed, and refuse the stopped one when it wakes', async () => {
    await appendRounds(store, STREAMS, 6);
    const sleeper = await start({ mode: 'fenced', fallIn: 2, signal: 'SIGSTOP' });
    await sleeper.says('falling');
    const victim = await start({ mode: 'fenced', fallIn: 2, signal: 'SIGKILL' });
    await victim.says('falling');
    const third = await start({ mode: 'fenced' });
    await until(atHead);
    sleeper.wake();
    await sleeper.says('awake');
    await appendRounds(store, STREAMS, 2);
    await third.kill();
    await until(atHead);
    expect(await counts()).toEqual(everyStream(8));
  });

  it.each(['SIGSTOP', 'SIGKILL'] as const)(
    'take over from one that falls by %s within the lease and a second',
    async (signal) => {
      let heir: ViewWorker | null = null;
      const took: number[] = [];
      // A machine that is busy for a moment may hold up one heir, not each of three.
      while (took.length < 3 && Math.min(...took) > LEASE_MS + 1_000) {
        await heir?.kill();
        await expire();
        const leader = await start({ mode: 'fenced', fallIn: 2, signal });
        await until(isHeld);
        heir = await start({ mode: 'fenced' });
        await appendRounds(store, STREAMS, 3);
        await leader.says('falling');
        const fell = performance.now();
        await until(atHead);
        took.push(performance.now() - fell);
        expect(await counts()).toEqual(everyStream(3 * took.length));
      }
      expect(Math.min(...took)).toBeLessThanOrEqual(LEASE_MS + 1_000);
    },
  );

  it('CONTROL: without the fence, the one that wakes counts its batch again', async () => {
    await appendRounds(store, STREAMS, 3);
    const sleeper = await start({ mode: 'unfenced', fallIn: 2, signal: 'SIGSTOP' });
    await sleeper.says('falling');
    const heir = await start({ mode: 'unfenced' });
    await until(atHead);
    await heir.kill();
    expect(await counts()).toEqual(everyStream(3));
    sleeper.wake();
    await sleeper.says('awake');
    await until(async () => Object.values(await counts()).some((events) => events > 3));
  });
});

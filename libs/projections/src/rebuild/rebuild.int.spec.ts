import type { Pool } from 'pg';
import type { PostgresEventStore } from '#event-store';
import { createLogger, leaseSettings } from '#platform';
import {
  append,
  eventsOf,
  WORKSPACE,
  type InventedArticle,
} from '../../../../test/support/invented-articles.js';
import { ViewedLog } from '../../../../test/support/viewed-log.js';
import { viewDigest } from '../../../../test/support/view-digest.js';
import {
  cancelRebuild,
  CannotRollBack,
  liveVersion,
  NoRebuild,
  ProjectionRunner,
  projections,
  RebuildCancelled,
  RebuildRunning,
  rebuildView,
  requestOfRebuild,
  rollBackView,
  versionStatus,
  type RebuildOptions,
} from '../index.js';

const figures = projections.find(({ name }) => name === 'figure-timeline')!;
const VIEW = figures.name;
let log: ViewedLog;
let store: PostgresEventStore;
let pool: Pool;

beforeEach(async () => {
  log = await ViewedLog.open();
  ({ store, pool } = log);
  await ingest('early', 10);
});

afterEach(() => log.close());

async function ingest(prefix: string, count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    const words = `${n} people`;
    const article: InventedArticle = {
      name: `${prefix}-${n}`,
      publishedAt: '2026-03-09',
      text: `${words}\tfled.\nA "\\N" and a \\ stayed.`,
      figures: [
        {
          words,
          value: n,
          population: 'a\tb\n\\N',
          places: [{ text: 'x "y" \\ z', role: 'origin', span: null }],
        },
      ],
    };
    await append(store, article, eventsOf(article));
    if (n % 3 === 0) await append(store, article, eventsOf(article, 2));
  }
}

const options = (given: Partial<RebuildOptions> = {}): RebuildOptions => ({
  projection: figures,
  reader: store,
  pool,
  workspaces: [WORKSPACE],
  batchSize: 4,
  ...given,
});

const catchUp = () =>
  new ProjectionRunner({
    ...options(),
    workspace: WORKSPACE,
    logger: createLogger('silent'),
    pause: () => Promise.resolve(),
  }).catchUp();

const building = async () => (await versionStatus(pool, VIEW)).find(({ state }) => state === 'building');
const live = async () => (await liveVersion(pool, VIEW))?.version;

const realWait = leaseSettings().wait;
const PAUSED_LOOK_MS = 250;
const BETWEEN_SWITCHES_MS = 100;

/** A rebuild of which another "process" asks something after its first page; later pages are read when that is done. */
const asked = (request: 'pause' | 'cancel', whilePaused: () => Promise<void> = () => Promise.resolve()) => {
  asking = undefined;
  const reader = {
    head: store.head.bind(store),
    readStream: store.readStream.bind(store),
    readLog: store.readLog.bind(store),
    findEvent: store.findEvent.bind(store),
    subscribe: store.subscribe.bind(store),
    readAt: store.readAt.bind(store),
    readAll: async (...given: Parameters<typeof store.readAll>) => {
      await asking;
      return store.readAll(...given);
    },
  };
  return rebuildView(
    options({
      reader,
      onProgress: () => {
        asking ??= requestOfRebuild(pool, VIEW, request);
      },
      lease: { wait: (ms, signal) => (ms === PAUSED_LOOK_MS ? whilePaused() : realWait(ms, signal)) },
    }),
  );
};
let asking: Promise<void> | undefined;

describe('a rebuild', () => {
  it('copies the rows that live running gives, whatever stands in their texts', async () => {
    await catchUp();
    const expected = await viewDigest(pool, figures, 1);
    const { version } = await rebuildView(options());
    expect(await viewDigest(pool, figures, version)).toBe(expected);
  });

  it('tells how far it is, with its rate, to every process', async () => {
    const interrupt = new AbortController();
    const stopped = rebuildView(
      options({ signal: interrupt.signal, onProgress: () => interrupt.abort(new Error('stop')) }),
    );
    await expect(stopped).rejects.toThrow('stop');
    expect(await building()).toMatchObject({
      version: 2,
      phase: 'filling',
      applied: 4n,
      head: 42n,
      holder: null,
    });
    expect((await building())?.updatedAt).toBeInstanceOf(Date);
  });

  it('waits while it is paused, and goes on when the request is taken back', async () => {
    let waits = 0;
    const result = await asked('pause', async () => {
      waits += 1;
      expect(await live()).toBe(1);
      if (waits === 5) await requestOfRebuild(pool, VIEW, null);
    });
    await asking;
    expect(waits).toBeGreaterThanOrEqual(5);
    expect(result.version).toBe(2);
    expect(await live()).toBe(2);
  });

  it('is given up when it is cancelled, by its process or, where that is gone, by whoever asks', async () => {
    await expect(asked('cancel')).rejects.toThrow(RebuildCancelled);
    await asking;
    expect(await building()).toBeUndefined();
    const interrupt = new AbortController();
    interrupt.abort(new Error('killed'));
    await expect(rebuildView(options({ signal: interrupt.signal }))).rejects.toThrow('killed');
    expect(await building()).toBeDefined();
    await cancelRebuild(options());
    expect(await building()).toBeUndefined();
    expect(await live()).toBe(1);
    await expect(cancelRebuild(options())).rejects.toThrow(NoRebuild);
  });

  it('is one process at a time', async () => {
    let second: Promise<unknown> | undefined;
    await rebuildView(
      options({
        onProgress: () => {
          second ??= rebuildView(options()).catch((error: unknown) => error);
        },
      }),
    );
    expect(await second).toBeInstanceOf(RebuildRunning);
  });

  it('goes back to the version before, which catches up first', async () => {
    await expect(rollBackView(options())).rejects.toThrow(CannotRollBack);
    await catchUp();
    await rebuildView(options());
    await ingest('late', 5);
    await catchUp();
    const expected = await viewDigest(pool, figures, 2);
    expect(await viewDigest(pool, figures, 1)).not.toBe(expected);
    expect(await rollBackView(options())).toEqual({ version: 1 });
    expect(await live()).toBe(1);
    expect(await viewDigest(pool, figures, 1)).toBe(expected);
    await expect(rollBackView(options({ projection: { ...figures, codeVersion: 9 } }))).rejects.toThrow(
      CannotRollBack,
    );
  });

  it('does not let readers queue behind a long one at the switch: it steps back and tries again', async () => {
    const long = await log.test.database.reader.connect();
    await long.query('BEGIN');
    await long.query('SELECT count(*) FROM views.figure_report');
    const slowest = { view: 0, machine: 0 };
    let retries = 0;
    const reading = new AbortController();
    const read = async (what: keyof typeof slowest, sql: string) => {
      while (!reading.signal.aborted) {
        const began = performance.now();
        await log.test.database.reader.query(sql);
        slowest[what] = Math.max(slowest[what], performance.now() - began);
      }
    };
    const readers = [
      read('view', 'SELECT count(*) FROM views.figure_report'),
      read('machine', 'SELECT count(*) FROM event_store.event'),
    ];
    await rebuildView(
      options({
        lease: {
          wait: async (ms, signal) => {
            if (ms !== BETWEEN_SWITCHES_MS) return realWait(ms, signal);
            retries += 1;
            if (retries === 3) await long.query('COMMIT');
          },
        },
      }),
    );
    reading.abort();
    await Promise.all(readers);
    long.release();
    expect(retries).toBeGreaterThanOrEqual(3);
    // Each attempt holds readers up for 40 ms at the most; what a busy machine adds, it adds to others as well.
    expect(slowest.view).toBeLessThan(slowest.machine + 500);
    expect(await live()).toBe(2);
  });
});

import type { PostgresEventStore } from '#event-store';
import { createLogger, createMetrics } from '#platform';
import { appendRounds, countingView } from '../../../../test/support/counting-view.js';
import { WORKSPACE } from '../../../../test/support/invented-articles.js';
import { ViewedLog } from '../../../../test/support/viewed-log.js';
import { ProjectionRunner, readLag, registerLagMetrics } from '../index.js';

let log: ViewedLog;
let store: PostgresEventStore;

beforeEach(async () => {
  log = await ViewedLog.open([countingView()]);
  ({ store } = log);
});

afterEach(() => log.close());

const lag = async () => {
  const select = async (sql: string, values: readonly unknown[]) =>
    (await log.test.database.reader.query(sql, [...values])).rows as never;
  return (await readLag(select, store, WORKSPACE))[0]!;
};

const catchUp = () =>
  new ProjectionRunner({
    projection: countingView(),
    reader: store,
    pool: log.test.database.writer,
    workspace: WORKSPACE,
    logger: createLogger('silent'),
    pause: () => Promise.resolve(),
  }).catchUp();

describe('the lag of a view', () => {
  it('counts events, and seconds since the oldest that is missing', async () => {
    expect(await lag()).toMatchObject({ events: 0, seconds: 0, parked: 0 });
    await appendRounds(store, ['a', 'b'], 2);
    const first = await lag();
    expect(first).toMatchObject({ view: 'counting', version: 1, seq: '0', head: '4', events: 4 });
    const later = await lag();
    expect(later.seconds).toBeGreaterThanOrEqual(first.seconds);
    await catchUp();
    expect(await lag()).toMatchObject({ seq: '4', events: 0, seconds: 0 });
  });

  it('is a gauge by view', async () => {
    const registry = createMetrics();
    registerLagMetrics(registry, { pool: log.test.database.reader, reader: store, workspace: WORKSPACE });
    await appendRounds(store, ['a'], 3);
    const labels = `{view="counting",workspace="${WORKSPACE}"}`;
    expect(await registry.metrics()).toContain(`claimtrail_view_lag_events${labels} 3`);
    await catchUp();
    const text = await registry.metrics();
    expect(text).toContain(`claimtrail_view_lag_events${labels} 0`);
    expect(text).toContain(`claimtrail_view_lag_seconds${labels} 0`);
    expect(text).toContain(`claimtrail_view_parked_events${labels} 0`);
  });
});

import { FailuresInARow } from './failures-in-a-row.js';

describe('failures in a row', () => {
  it('are waited for twice as long each time, up to ten seconds, and from the beginning once all is well', () => {
    const failures = new FailuresInARow();
    const waits = Array.from({ length: 8 }, () => failures.add(new Error('away')).retryInMs);
    expect(waits).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
    expect(failures.count).toBe(8);
    failures.end();
    expect([failures.count, failures.add(new Error('away')).retryInMs]).toEqual([0, 250]);
  });

  it('are news once while they are the same', () => {
    const failures = new FailuresInARow();
    const news = ['away', 'away', 'refused', 'away'].map((words) => failures.add(new Error(words)).isNews);
    expect(news).toEqual([true, false, true, true]);
    failures.end();
    expect(failures.add(new Error('away')).isNews).toBe(true);
  });
});

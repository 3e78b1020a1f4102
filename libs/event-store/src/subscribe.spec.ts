import { jest } from '@jest/globals';
import { AppendSignal } from './append-signal.js';
import { LogGap } from './errors.js';
import type { LogBatch, StoredEvent } from './event-store.js';
import { follow } from './subscribe.js';

const delays = { first: 10, longest: 40 };
const event = (seq: bigint) => ({ seq }) as StoredEvent;

/** A log in memory, with the seqs it was read after. */
function openLog(...seqs: bigint[]) {
  const log = seqs.map(event);
  const reads: bigint[] = [];
  const read = (afterSeq: bigint, limit: number) => {
    reads.push(afterSeq);
    const events = log.filter(({ seq }) => seq > afterSeq).slice(0, limit);
    return Promise.resolve({ events, to: events.at(-1)?.seq ?? afterSeq });
  };
  return { log, reads, read, appended: new AppendSignal(), stop: new AbortController() };
}

describe('follow', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('looks again after 10, 20, 40, 40 ms while nothing comes, and after 10 again when something came', async () => {
    const { log, reads, read, appended, stop } = openLog();
    const batches = follow('w', { signal: stop.signal }, read, appended, delays);
    const next = batches.next();
    const readsAt: number[] = [];
    for (let time = 0; time <= 110; time += 10) {
      readsAt.push(reads.length);
      await jest.advanceTimersByTimeAsync(10);
    }
    expect(readsAt).toEqual([1, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5]);
    log.push(event(1n));
    await jest.advanceTimersByTimeAsync(40);
    expect((await next).value).toEqual([event(1n)]);
    const before = reads.length;
    const after = batches.next();
    await jest.advanceTimersByTimeAsync(10);
    expect(reads.length).toBe(before + 2);
    stop.abort();
    expect((await after).done).toBe(true);
  });

  it('looks at once when this process appended', async () => {
    const { log, read, appended, stop } = openLog();
    const batches = follow('w', { signal: stop.signal }, read, appended, delays);
    const next = batches.next();
    await jest.advanceTimersByTimeAsync(0);
    log.push(event(1n));
    appended.raise('w');
    expect((await next).value).toEqual([event(1n)]);
    expect(jest.getTimerCount()).toBe(0);
    stop.abort();
  });

  it('misses no append that falls between the look and the wait', async () => {
    const { log, read, appended, stop } = openLog();
    const racing = async (afterSeq: bigint, limit: number) => {
      const batch = await read(afterSeq, limit);
      if (log.length === 0) {
        log.push(event(1n));
        appended.raise('w');
      }
      return batch;
    };
    const batches = follow('w', { signal: stop.signal }, racing, appended, delays);
    expect((await batches.next()).value).toEqual([event(1n)]);
    stop.abort();
  });

  it('ends at once on abort while it waits, and leaves no timer', async () => {
    const { read, appended, stop } = openLog();
    const next = follow('w', { signal: stop.signal }, read, appended, delays).next();
    await jest.advanceTimersByTimeAsync(0);
    expect(jest.getTimerCount()).toBe(1);
    stop.abort();
    expect((await next).done).toBe(true);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('ends at once on abort while it reads', async () => {
    const { appended, stop } = openLog();
    const never = () => new Promise<LogBatch>(() => undefined);
    const next = follow('w', { signal: stop.signal }, never, appended, delays).next();
    stop.abort();
    expect((await next).done).toBe(true);
  });

  it('does not start when the signal is aborted already', async () => {
    const { read, reads, appended } = openLog(1n);
    const next = follow('w', { signal: AbortSignal.abort() }, read, appended, delays).next();
    expect((await next).done).toBe(true);
    expect(reads).toEqual([]);
  });

  it('passes a failed read on to the reader', async () => {
    const { appended, stop } = openLog();
    const failing = () => Promise.reject(new Error('gone'));
    await expect(follow('w', { signal: stop.signal }, failing, appended, delays).next()).rejects.toThrow(
      'gone',
    );
  });

  it.each([
    [[2n, 3n], 0n],
    [[1n, 2n, 4n], 2n],
    [[1n, 3n], 0n],
  ])('refuses a log with a hole: %p after %p', async (seqs, afterSeq) => {
    const { read, appended, stop } = openLog(...seqs);
    const batches = follow('w', { signal: stop.signal, afterSeq }, read, appended, delays);
    await expect(batches.next()).rejects.toBeInstanceOf(LogGap);
  });
});

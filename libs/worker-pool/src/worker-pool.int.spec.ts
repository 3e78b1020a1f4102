import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { THREAD_OPTIONS } from '../../../test/support/thread-options.js';
import { WorkerPool, type WorkerPoolOptions } from './index.js';

const support = (file: string) => pathToFileURL(join(import.meta.dirname, '../../../test/support', file));
const OPTIONS: WorkerPoolOptions = {
  entry: support('obedient-thread.ts'),
  job: 'obeying',
  threads: 2,
  maxWaiting: 2,
  budgetMs: 60_000,
  maxMemoryMb: 64,
  execArgv: THREAD_OPTIONS,
};

let pool: WorkerPool<object, unknown>;
const open = (options: Partial<WorkerPoolOptions> = {}) =>
  (pool = new WorkerPool({ ...OPTIONS, ...options }));
afterEach(() => pool.close());

describe('WorkerPool', () => {
  it('answers each job with its own output', async () => {
    open({ maxWaiting: 20 });
    const jobs = Array.from({ length: 20 }, (_, number) => pool.run({ answer: number }));
    expect(await Promise.all(jobs)).toEqual(Array.from({ length: 20 }, (_, number) => number));
    expect(pool.size).toBe(2);
  });

  it('refuses more than may wait, and goes on', async () => {
    open();
    const jobs = Array.from({ length: 5 }, (_, number) => pool.run({ answer: number }));
    await expect(jobs[4]).rejects.toMatchObject({ code: 'WORKER_POOL.BUSY' });
    expect(await Promise.all(jobs.slice(0, 4))).toEqual([0, 1, 2, 3]);
    expect(await pool.run({ answer: 'again' })).toBe('again');
  });

  it('ends a job that takes too long, and no other', async () => {
    open({ threads: 1, budgetMs: 300 });
    const endless = pool.run({ spin: true });
    const next = pool.run({ answer: 'next' });
    await expect(endless).rejects.toMatchObject({ code: 'WORKER_POOL.OVER_BUDGET' });
    expect(await next).toBe('next');
    expect(pool.size).toBe(1);
  });

  it('ends a job that takes too much memory', async () => {
    open({ threads: 1 });
    await expect(pool.run({ hoard: true })).rejects.toMatchObject({ code: 'WORKER_POOL.OVER_BUDGET' });
    expect(await pool.run({ answer: 'next' })).toBe('next');
  });

  it('replaces a thread that died; the others go on', async () => {
    open({ threads: 1 });
    await expect(pool.run({ exit: true })).rejects.toMatchObject({ code: 'WORKER_POOL.CRASHED' });
    await expect(pool.run({ fail: 'a bug' })).rejects.toThrow('a bug');
    expect(await pool.run({ answer: 'next' })).toBe('next');
  });

  it('says so where its threads cannot start, rather than wait for ever', async () => {
    open({ entry: support('no-such-thread.ts') });
    await expect(pool.run({})).rejects.toMatchObject({ code: 'WORKER_POOL.CRASHED' });
  });

  it('refuses what waits and what comes once it is closed', async () => {
    open({ threads: 1 });
    const jobs = [pool.run({ spin: true }), pool.run({ answer: 1 })].map((job) =>
      job.catch((error: unknown) => error),
    );
    await pool.close();
    const codes = (await Promise.all(jobs)).map((error) => (error as { code: string }).code);
    expect(codes).toEqual(['WORKER_POOL.BUSY', 'WORKER_POOL.BUSY']);
    await expect(pool.run({})).rejects.toMatchObject({ code: 'WORKER_POOL.BUSY' });
  });
});

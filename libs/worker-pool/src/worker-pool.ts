import { Worker, type ResourceLimits } from 'node:worker_threads';
import { WorkersBusy, WorkerCrashed, WorkOverBudget } from './errors.js';
import type { JobAnswer, JobRequest } from './serve-jobs.js';

export interface WorkerPoolOptions {
  /** The module that answers jobs with `serveJobs`. */
  readonly entry: URL;
  /** What a job is, for messages: "reading an article". */
  readonly job: string;
  /** Threads at the most, at least 1. They start when they are first needed. */
  readonly threads: number;
  /** Jobs that may wait while every thread works; one more is refused. */
  readonly maxWaiting: number;
  /** Milliseconds one job may take; then its thread is ended and replaced. */
  readonly budgetMs: number;
  readonly maxMemoryMb: number;
  /** Node options of the threads, where those of the process do not fit them. */
  readonly execArgv?: readonly string[];
}

interface Job {
  readonly input: unknown;
  readonly resolve: (output: never) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  ready: boolean;
  job: Job | null;
  timer: NodeJS.Timeout | null;
}

/**
 * A bounded number of threads for work that would stall the event loop or that hostile input could make endless. One job a
 * thread at a time; a thread that dies, or whose job is over its budget, takes that job with it and no other.
 */
export class WorkerPool<Input, Output> {
  private readonly threads = new Set<Thread>();
  private readonly waiting: Job[] = [];
  private closed = false;

  constructor(private readonly options: WorkerPoolOptions) {}

  /** How many threads live now: for tests and metrics. */
  get size(): number {
    return this.threads.size;
  }

  /**
   * @throws {WorkersBusy} every thread works and the queue is full, or the pool is closed
   * @throws {WorkOverBudget} the job took too long or too much memory
   * @throws {WorkerCrashed} the thread died of the job
   */
  run(input: Input): Promise<Output> {
    if (this.closed || this.waiting.length >= this.options.maxWaiting + this.idleThreads()) {
      return Promise.reject(new WorkersBusy(this.options.job, this.options.maxWaiting));
    }
    return new Promise<Output>((resolve, reject) => {
      this.waiting.push({ input, resolve, reject });
      this.hire();
      this.assign();
    });
  }

  /** Ends the threads; jobs that wait or run are refused as busy. */
  async close(): Promise<void> {
    this.closed = true;
    const error = new WorkersBusy(this.options.job, 0);
    for (const job of this.waiting.splice(0)) job.reject(error);
    const threads = [...this.threads];
    for (const thread of threads) this.release(thread)?.reject(error);
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  }

  /** Threads without a job, those among it that could still be started. */
  private idleThreads(): number {
    return this.options.threads - [...this.threads].filter(({ job }) => job).length;
  }

  private hire(): void {
    const free = [...this.threads].filter(({ job }) => !job).length;
    if (this.waiting.length > free && this.threads.size < this.options.threads) this.start();
  }

  private start(): void {
    const { entry, maxMemoryMb, execArgv } = this.options;
    const resourceLimits: ResourceLimits = { maxOldGenerationSizeMb: maxMemoryMb };
    const worker = new Worker(entry, { resourceLimits, ...(execArgv && { execArgv: [...execArgv] }) });
    const thread: Thread = { worker, ready: false, job: null, timer: null };
    this.threads.add(thread);
    worker.on('message', (answer: JobAnswer<Output> | 'ready') => this.hear(thread, answer));
    worker.on('error', (error) => this.bury(thread, error));
    worker.on('exit', () => this.bury(thread, new Error('the thread ended')));
  }

  private hear(thread: Thread, answer: JobAnswer<Output> | 'ready'): void {
    thread.ready = true;
    if (answer !== 'ready') {
      const job = this.release(thread);
      if ('output' in answer) job?.resolve(answer.output as never);
      else job?.reject(new WorkerCrashed(this.options.job, answer.error));
    }
    this.assign();
  }

  private assign(): void {
    for (const thread of this.threads) {
      if (!thread.ready || thread.job) continue;
      const job = this.waiting.shift();
      if (!job) return;
      thread.job = job;
      thread.timer = setTimeout(() => this.stop(thread), this.options.budgetMs);
      thread.worker.postMessage({ input: job.input } satisfies JobRequest<unknown>);
    }
  }

  private stop(thread: Thread): void {
    const { job, budgetMs } = this.options;
    this.bury(thread, new WorkOverBudget(job, `${budgetMs / 1000} seconds`));
    void thread.worker.terminate();
  }

  /** Once a thread; what waits gets another in its place. */
  private bury(thread: Thread, cause: Error): void {
    if (!this.threads.delete(thread)) return;
    const job = this.release(thread);
    const error = this.failureOf(cause);
    // A thread that dies before its first job would die again for ever: what waits hears of it.
    if (!thread.ready) for (const waiting of this.waiting.splice(0)) waiting.reject(error);
    job?.reject(error);
    if (!this.closed) this.hire();
  }

  private failureOf(cause: Error): Error {
    const { job, maxMemoryMb } = this.options;
    if (cause instanceof WorkOverBudget) return cause;
    return (cause as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
      ? new WorkOverBudget(job, `${maxMemoryMb} MB of memory`)
      : new WorkerCrashed(job, cause.message);
  }

  private release(thread: Thread): Job | null {
    const { job, timer } = thread;
    if (timer) clearTimeout(timer);
    thread.job = null;
    thread.timer = null;
    return job;
  }
}

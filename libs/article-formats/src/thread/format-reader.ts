import { siblingModule, WorkerPool } from '#worker-pool';
import { fromRefusal, TooLarge } from '../errors.js';
import type { ReadItem } from '../feed/read-feed.js';
import { MAX_DOCUMENT_BYTES } from '../limits.js';
import type { ReadPage } from '../page/read-page.js';
import type { FormatAnswer, FormatJob } from './format-job.js';

export interface FormatReaderOptions {
  readonly threads?: number;
  /** Documents that may wait for a thread; one more is refused. */
  readonly maxWaiting?: number;
  readonly budgetMs?: number;
  readonly maxMemoryMb?: number;
  readonly now?: () => Date;
  /** Node options of the threads, where those of the process do not fit them. */
  readonly execArgv?: readonly string[];
}

/** What a document is known to be beside its bytes. */
export interface DocumentHints {
  /** The encoding that the transport names. */
  readonly charset?: string;
  readonly url?: string;
}

const THREADS = 1;
const MAX_WAITING = 50;
/** The largest page that the guard lets through takes a fifth of it; a bomb that gets past the guard ends with it. */
export const BUDGET_MS = 4_000;
const MAX_MEMORY_MB = 256;

/**
 * Reads pages, feeds and answers of APIs on threads of their own.
 *
 * Every method throws an `ArticleFormatError` where the document is refused, `WorkOverBudget` where it takes too much,
 * `WorkersBusy` where too many wait.
 */
export class FormatReader {
  private readonly pool: WorkerPool<FormatJob, FormatAnswer>;
  private readonly now: () => Date;

  constructor({ threads, maxWaiting, budgetMs, maxMemoryMb, now, execArgv }: FormatReaderOptions = {}) {
    this.now = now ?? (() => new Date());
    this.pool = new WorkerPool({
      entry: siblingModule(import.meta.url, 'format-thread'),
      job: 'reading a page',
      threads: threads ?? THREADS,
      maxWaiting: maxWaiting ?? MAX_WAITING,
      budgetMs: budgetMs ?? BUDGET_MS,
      maxMemoryMb: maxMemoryMb ?? MAX_MEMORY_MB,
      execArgv,
    });
  }

  /** How many threads live now: for tests and metrics. */
  get threads(): number {
    return this.pool.size;
  }

  async page(bytes: Uint8Array, hints: DocumentHints = {}): Promise<ReadPage> {
    const [page] = await this.run('page', bytes, hints);
    return page as ReadPage;
  }

  feed(bytes: Uint8Array, hints: DocumentHints = {}): Promise<readonly ReadItem[]> {
    return this.run('feed', bytes, hints);
  }

  reliefWeb(bytes: Uint8Array, hints: DocumentHints = {}): Promise<readonly ReadItem[]> {
    return this.run('reliefweb', bytes, hints);
  }

  close(): Promise<void> {
    return this.pool.close();
  }

  private async run(
    kind: FormatJob['kind'],
    bytes: Uint8Array,
    hints: DocumentHints,
  ): Promise<readonly ReadItem[]> {
    if (bytes.length > MAX_DOCUMENT_BYTES)
      throw new TooLarge(
        `It is larger than ${MAX_DOCUMENT_BYTES / 1024 / 1024} MB. Send the text of the article instead.`,
      );
    const answer = await this.pool.run({ kind, bytes, hints: { ...hints, now: this.now() } });
    if ('refusal' in answer) throw fromRefusal(answer.refusal);
    return answer.items;
  }
}

import type { Figures } from '../scenario.js';
import { pauseFor } from '../race/writers.js';

const PATHS = ['/v1/events?first=50', '/v1/figures', '/v1/articles', '/health/live'];
/** Sooner than they are told to: the worst kind of client. */
const COME_BACK_MS = 50;

/** Many who write and read at once, each as soon as it was answered. */
export class Load {
  /** Ids of the articles that were acknowledged. */
  readonly taken: string[] = [];
  peakRss = 0;
  writesStand = false;
  private refused = 0;
  private refusedByReaders = 0;
  private withoutRetryAfter = 0;
  private otherwise = 0;
  private readsFailed = 0;
  private readsWhileWritesStood = 0;
  private readonly readTimes: number[] = [];
  private articles = 0;

  constructor(
    private readonly url: string,
    readonly isOver: () => boolean,
  ) {}

  async run(writers: number, readers: number): Promise<void> {
    const watch = setInterval(() => {
      this.peakRss = Math.max(this.peakRss, process.memoryUsage.rss());
    }, 50);
    const loop = async (step: () => Promise<void>) => {
      while (!this.isOver()) await step();
    };
    await Promise.all([
      ...Array.from({ length: writers }, () => loop(() => this.write())),
      ...Array.from({ length: readers }, (_, n) => loop(() => this.read(PATHS[n % PATHS.length] ?? ''))),
    ]);
    clearInterval(watch);
  }

  get figures(): Figures {
    const times = [...this.readTimes].sort((a, b) => a - b);
    return {
      taken: this.taken.length,
      refused: this.refused,
      refused_by_readers: this.refusedByReaders,
      refused_without_retry_after: this.withoutRetryAfter,
      otherwise: this.otherwise,
      read: times.length,
      reads_failed: this.readsFailed,
      reads_while_writes_stood: this.readsWhileWritesStood,
      read_p99_ms: Math.round(times[Math.floor(times.length * 0.99)] ?? 0),
    };
  }

  private async write(): Promise<void> {
    const n = ++this.articles;
    const text = `At least ${n} people fled Westhaven on Sunday, the mayor said.`;
    const answer = await fetch(`${this.url}/v1/articles`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: `invented-${n}`, publishedAt: '2026-03-09', text }),
    });
    const body = (await answer.json()) as { articleId?: string; code?: string };
    if (answer.status === 201 && body.articleId) this.taken.push(body.articleId);
    else if (answer.status === 503) {
      // The readers have a queue with a bound of its own.
      if (body.code === 'EVENT_STORE.OVERLOADED') this.refused += 1;
      else this.refusedByReaders += 1;
      if (!answer.headers.get('retry-after')) this.withoutRetryAfter += 1;
      await pauseFor(COME_BACK_MS);
    } else this.otherwise += 1;
  }

  private async read(path: string): Promise<void> {
    const began = performance.now();
    const answer = await fetch(`${this.url}${path}`);
    await answer.arrayBuffer();
    this.readTimes.push(performance.now() - began);
    if (!answer.ok) this.readsFailed += 1;
    else if (this.writesStand) this.readsWhileWritesStood += 1;
  }
}

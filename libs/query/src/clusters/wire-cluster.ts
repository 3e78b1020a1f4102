import type { ArticleReference } from '../reports/report.js';

/** An article that prints a wire story. */
export interface Printing {
  readonly article: ArticleReference;
  readonly role: 'original' | 'copy';
  /** Share of what both texts have, 0 to 1. */
  readonly similarity: number;
  readonly method: string;
  /** The event that put it there. */
  readonly seq: string;
}

/** Articles that print one wire story: one origin, however many print it. */
export interface WireCluster {
  readonly id: string;
  readonly seq: string;
  readonly articleCount: number;
  /** Null where clocks are turned back and it had not been published yet. */
  readonly original: ArticleReference | null;
  /** The original first, then the copies in the order in which they were found; the first 200. */
  readonly printings: readonly Printing[];
}

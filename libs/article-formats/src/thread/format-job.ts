import type { Refusal } from '../errors.js';
import type { ReadItem } from '../feed/read-feed.js';
import type { PageHints } from '../page/read-page.js';

export interface FormatJob {
  readonly kind: 'page' | 'feed' | 'reliefweb';
  readonly bytes: Uint8Array;
  readonly hints: PageHints;
}

/** The articles of a document, or why it is refused as a whole. */
export type FormatAnswer = { readonly items: readonly ReadItem[] } | { readonly refusal: Refusal };

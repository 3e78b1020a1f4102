import type { Phrase } from './noun-phrase.js';

/** A subject as it stands: the noun phrase, what is set beside it between commas, and where the whole of it reaches. */
export interface Subject {
  readonly phrase: Phrase;
  /** The apposition or relative clause beside it, or null. */
  readonly apposition: Phrase | null;
  readonly first: number;
  readonly end: number;
}

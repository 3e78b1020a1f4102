import type { Word } from '../words/words.js';
import type { Counted } from './counted.js';
import { isOpen } from './open-clauses.js';
import { isRate } from './rates.js';
import { isNegated } from './verb-polarity.js';

/** What stands as a fact of an event: neither negated nor left open, and no rate. Counts of which that is not so are no figures. */
export function standsAsFact(words: readonly Word[], counted: Counted): boolean {
  return !isNegated(words, counted) && !isOpen(words, counted) && !isRate(words, counted);
}

import { findPeriods } from '../dates/index.js';
import { readWords } from '../words/words.js';
import { findCounts } from './counts.js';
import { negatesCount } from './resolve-metric.js';
import { NUMERIC } from './sentence-words.js';

/** Whether words of an article say of a number of people that it is not so: "it had not killed 40 people". */
export function negatesFigure(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  if (!NUMERIC.test(text.slice(start, end))) return false;
  const words = readWords(text, start, end);
  return negatesCount(words, findCounts(words, findPeriods(words, null, null)));
}

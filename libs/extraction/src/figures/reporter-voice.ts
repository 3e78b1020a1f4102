import { lowerAt, type Word } from '../words/words.js';
import type { Counted } from './resolve-metric.js';

/**
 * Background that the reporter adds to someone's words is not on that someone's word: "..., home to 40,000 people" or
 * "..., a town of 5,000 people," behind a comma in an attributed sentence. Inside quotation marks it would be the speaker's.
 */
export function isReportersAside(words: readonly Word[], { count, cue }: Counted, quoted: boolean): boolean {
  if (quoted || cue.metric !== 'population') return false;
  for (let at = count.from - 1; at >= Math.max(0, count.from - 8); at -= 1) {
    if (lowerAt(words, at) === ',' || lowerAt(words, at) === '(') return true;
  }
  return false;
}

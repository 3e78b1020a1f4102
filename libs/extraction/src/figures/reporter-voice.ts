import { lowerAt, type Word } from '../words/words.js';
import type { Counted } from './counted.js';

/** How far back the comma of an aside may stand, in words. */
const ASIDE = 8;
const QUOTE = /^["“”„«»]$/;

/**
 * Background that the reporter adds to someone's words is not on that someone's word: "..., home to 6,400 people" or
 * "..., a town of 5,000 people," behind a comma in an attributed sentence. Inside quotation marks it would be the speaker's.
 */
export function isReportersAside(words: readonly Word[], { count, cue }: Counted): boolean {
  if (cue.metric !== 'population' || isQuoted(words, count.from)) return false;
  const before = words.slice(Math.max(0, count.from - ASIDE), count.from);
  return before.some((word) => word.text === ',' || word.text === '(');
}

/** An odd number of quotation marks stands before it in its sentence. */
function isQuoted(words: readonly Word[], at: number): boolean {
  let marks = 0;
  for (let i = 0; i < at; i += 1) if (QUOTE.test(lowerAt(words, i))) marks += 1;
  return marks % 2 === 1;
}

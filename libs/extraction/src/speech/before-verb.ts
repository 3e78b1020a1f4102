import type { Token } from '../text/document.js';
import { lowerAt, posAt, textAt } from '../text/token-at.js';
import { TIME_WORD, VENUE } from './noun-phrase.js';

/** Skips what stands between subject and verb: an adverb, a time, an occasion ("Ruiz in a statement said"), a stray apostrophe. */
export function skipAside(tokens: readonly Token[], at: number, floor: number): number {
  let i = at;
  while (i > floor && (posAt(tokens, i) === 'ADV' || textAt(tokens, i) === '*' || isThere(tokens, i))) i--;
  if (lowerAt(tokens, i) === 'anonymity') i = beforeCondition(tokens, i, floor);
  i = skipTime(tokens, i, floor);
  if (i > floor && /^['’]$/.test(textAt(tokens, i))) i--;
  if (!VENUE.at(tokens, i)) return i;
  for (let back = i - 1; back > Math.max(floor, i - 5) && textAt(tokens, back) !== ','; back--) {
    if (/^(?:in|at|during|on|via|by)$/.test(lowerAt(tokens, back))) return beforeReached(tokens, back - 1);
  }
  return i;
}

/** "Doctors there said" */
function isThere(tokens: readonly Token[], at: number): boolean {
  return /^(?:there|here)$/.test(lowerAt(tokens, at)) && /^(?:NOUN|PROPN)$/.test(posAt(tokens, at - 1));
}

/** "a nurse reached by telephone", "a guard interviewed on television": how the reporter came to the words. */
function beforeReached(tokens: readonly Token[], at: number): number {
  return /^(?:reached|contacted|interviewed|speaking)$/.test(lowerAt(tokens, at)) ? at - 1 : at;
}

/** "An official on condition of anonymity said": how somebody speaks is nobody who does. */
function beforeCondition(tokens: readonly Token[], at: number, floor: number): number {
  for (let i = at - 1; i > Math.max(floor, at - 5); i--) if (lowerAt(tokens, i) === 'on') return i - 1;
  return at;
}

/** "Ruiz on Tuesday said" */
function skipTime(tokens: readonly Token[], at: number, floor: number): number {
  let i = at;
  while (i > floor && TIME_WORD.test(lowerAt(tokens, i))) i--;
  if (i === at) return at;
  if (/^(?:on|late|early|in|last|this)$/.test(lowerAt(tokens, i))) i--;
  return i > floor || /^(?:PROPN|PRON)$/.test(posAt(tokens, i)) ? i : at;
}

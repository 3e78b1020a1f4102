import type { Token } from '../text/document.js';
import { lowerAt, posAt, textAt } from '../text/token-at.js';

/** A finite verb, as far as the tagger tells. */
export function isFinite(tokens: readonly Token[], i: number): boolean {
  const pos = posAt(tokens, i);
  // "Mr. Hedge": the tagger takes some names for verbs.
  if (/^\p{Lu}/u.test(textAt(tokens, i))) return false;
  if (pos === 'AUX') return lowerAt(tokens, i - 1) !== 'to';
  return pos === 'VERB' && !lowerAt(tokens, i).endsWith('ing') && lowerAt(tokens, i - 1) !== 'to';
}

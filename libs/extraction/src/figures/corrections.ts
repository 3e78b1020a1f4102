import { isTakenBack, isOwnVersion, OWN_VERSION_REACH } from '../text/own-version.js';
import { lowerAt, type Word } from '../words/words.js';
import type { Counted } from './counted.js';

const SAID = /^(?:said|says|stated|reported|gave|put|suggested|claimed|wrote|listed|described)$/;
const OPENS_NOTE = /^(?:corrections?|clarifications?|corrigendum|erratum)$/;

/**
 * Counts that a note of correction takes back are an earlier total of the article's own: "An earlier version of this article said 24
 * people were killed".
 */
export function withTakenBack(words: readonly Word[], counted: readonly Counted[]): readonly Counted[] {
  const said = counted.length === 0 ? -1 : takenBackBy(words);
  if (said < 0) return counted;
  return counted.map((one) =>
    one.count.from > said ? { ...one, rule: 'figure/earlier-total' as const } : one,
  );
}

/** The verb with which the article says what it said before; -1 where it says nothing of the kind. */
function takenBackBy(words: readonly Word[]): number {
  const isNote = OPENS_NOTE.test(lowerAt(words, 0));
  return words.findIndex(({ lower }, at) => {
    if (!SAID.test(lower)) return false;
    const subject = words.slice(Math.max(0, at - OWN_VERSION_REACH), at).map((word) => word.lower);
    return isTakenBack(subject.join(' ')) || (isNote && isOwnVersion(subject.join(' ')));
  });
}

import { isTakenBack, isTakenBackByNote, OPENS_NOTE, OWN_VERSION_REACH } from '../text/own-version.js';
import type { Word } from '../words/words.js';
import type { Counted } from './counted.js';
import { ofEarlierReport } from './earlier-reports.js';
import { wordList } from '../words/word-list.js';

const SAID = wordList('said says stated reported gave put suggested claimed wrote listed described');

/**
 * Counts that a note of correction takes back are an earlier total of the article's own ("An earlier version of this article said 24
 * people were killed"), and so are those of an earlier report.
 */
export function withEarlierTotals(words: readonly Word[], counted: readonly Counted[]): readonly Counted[] {
  if (counted.length === 0) return counted;
  const said = takenBackBy(words);
  const isOfReport = ofEarlierReport(words);
  return asEarlierTotals(counted, (one) => (said >= 0 && one.count.from > said) || isOfReport(one));
}

/** Their parts go on pointing at them. */
function asEarlierTotals(
  counted: readonly Counted[],
  isEarlier: (one: Counted) => boolean,
): readonly Counted[] {
  const mended = new Map<Counted, Counted>();
  return counted.map((one) => {
    const of = (one.of && mended.get(one.of)) ?? one.of;
    if (of === one.of && !isEarlier(one)) return one;
    const now = { ...one, of, ...(isEarlier(one) && { rule: 'figure/earlier-total' as const }) };
    mended.set(one, now);
    return now;
  });
}

/** The verb with which the article says what it said before; -1 where it says nothing of the kind. */
function takenBackBy(words: readonly Word[]): number {
  const isNote = OPENS_NOTE.at(words, 0);
  return words.findIndex((verb, at) => {
    if (!SAID.holds(verb)) return false;
    const subject = words.slice(Math.max(0, at - OWN_VERSION_REACH), at).map((word) => word.lower);
    return isTakenBack(subject.join(' ')) || (isNote && isTakenBackByNote(subject.join(' ')));
  });
}

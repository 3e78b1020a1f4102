import { isCapital, lowerAt, type Word } from '../words/words.js';
import type { Counted, Resolution } from './counted.js';
import type { Count } from './counts.js';
import { EVENT_NOUNS } from './metric-cues.js';
import { COUNTED_NOUNS } from './noun-lexicon.js';
import type { Cue } from './cue.js';

/** So many names with a number make a list; with fewer the name may be anybody's. */
const LISTED = 2;
/** Words between the colon and the noun that says what is listed. */
const HEAD_REACH = 12;

/** "Confirmed cases by district: Nembe 88, Tarrou 41": a place and its part of what the words before the colon count. */
export function inNameList(words: readonly Word[], count: Count, last: Counted | null): Resolution | null {
  if (!isNamed(words, count)) return null;
  if (last?.rule === 'figure/listed-by-place' && goesOn(words, last.count, count))
    return { cue: last.cue, at: last.at, rule: 'figure/listed-by-place', of: last.of };
  const colon = nameStart(words, count.from) - 1;
  if (lowerAt(words, colon) !== ':' || !listsMore(words, count.to)) return null;
  const cue = listedNoun(words, colon);
  return cue ? { cue, at: null, rule: 'figure/listed-by-place', of: null } : null;
}

/** The first word of the name before word `end`. */
function nameStart(words: readonly Word[], end: number): number {
  let at = end;
  while (at > 0 && isCapital(words[at - 1]) && words[at - 1]?.kind === 'word') at -= 1;
  return at;
}

/** Right behind a name, and closed by a mark: "Nembe 88,". */
export function isNamed(words: readonly Word[], { form, from, to }: Count): boolean {
  if (form !== 'bare' || nameStart(words, from) === from) return false;
  return words[to] === undefined || /^(?:[,;.)]|and)$/.test(lowerAt(words, to));
}

/** Nothing but a comma and a name stands between two counts. */
function goesOn(words: readonly Word[], last: Count, next: Count): boolean {
  const start = nameStart(words, next.from);
  return start > last.to && start - last.to <= 2 && /^(?:[,;]|and)$/.test(lowerAt(words, last.to));
}

/** Names and numbers go on behind the first. */
function listsMore(words: readonly Word[], from: number): boolean {
  let pairs = 1;
  for (let at = from; pairs < LISTED && /^[,;]$/.test(lowerAt(words, at)); pairs += 1) {
    let number = at + 1;
    while (isCapital(words[number]) && words[number]?.kind === 'word') number += 1;
    if (number === at + 1 || words[number]?.kind !== 'number') return false;
    at = number + 1;
  }
  return pairs >= LISTED;
}

function listedNoun(words: readonly Word[], colon: number): Cue | undefined {
  for (let at = colon - 1; at >= Math.max(0, colon - HEAD_REACH); at -= 1) {
    const lower = lowerAt(words, at);
    const cue = EVENT_NOUNS.get(lower) ?? cueOfNoun(lower);
    if (cue) return cue;
  }
  return undefined;
}

function cueOfNoun(lower: string): Cue | undefined {
  const metric = COUNTED_NOUNS.get(lower)?.metric;
  return metric ? { kind: 'state', metric, measure: 'stock', term: null } : undefined;
}

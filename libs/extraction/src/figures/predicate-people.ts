import { isKind, lowerAt, type Word } from '../words/words.js';
import type { Counted } from './counted.js';
import { BE, isAdverb } from './function-words.js';
import { COUNTED } from './noun-lexicon.js';

/** Words of "of those killed in Norvale". */
const PARTITIVE_REACH = 6;
/** Words of "senior police officers". */
const PREDICATE_REACH = 4;

/** "Eleven of the dead were children", "Of these, 300 were children": whom the verb behind such a part names, as a word range; null where it names nobody. */
export function predicatePeople(
  words: readonly Word[],
  { count: { form, number, to }, rule }: Counted,
): { readonly from: number; readonly to: number } | null {
  const isPlainPart = rule === 'figure/part-of-total' && form === 'bare' && BE.has(lowerAt(words, to));
  const ofWhole = lowerAt(words, number.to) === 'of' ? verbBehind(words, number.to + 1) : -1;
  const verb = isPlainPart ? to : ofWhole;
  if (verb < 0) return null;
  let from = verb + 1;
  while (isAdverb(words[from])) from += 1;
  for (let to = from + 1; to <= from + PREDICATE_REACH; to += 1) {
    if (words[to - 1]?.kind !== 'word') return null;
    if (isKind(words, to - 1, COUNTED) && !isKind(words, to, COUNTED)) return { from, to };
  }
  return null;
}

/** The first "were" of the phrase; -1 where a mark or nothing comes before it. */
function verbBehind(words: readonly Word[], from: number): number {
  for (let at = from; at < from + PARTITIVE_REACH; at += 1) {
    if (BE.has(lowerAt(words, at))) return at;
    if (!words[at] || words[at]?.kind === 'mark') return -1;
  }
  return -1;
}

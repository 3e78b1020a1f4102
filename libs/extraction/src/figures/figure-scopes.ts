import { type Period } from '../dates/index.js';
import { lowerAt, type Word } from '../words/words.js';
import { type Passage } from './figure-mention.js';
import { type PeriodScope } from './figure-period.js';
import { type PlaceScope } from './figure-places.js';
import { placeEndingAt, type PlaceMention } from './place-mentions.js';
import { isNamed } from './name-lists.js';
import type { Counted } from './counted.js';
import { isInOtherUnit } from './counts.js';
import { wordList } from '../words/word-list.js';
import { isTotal } from './toll-steps.js';
import { TOTAL_NOUNS } from './total-words.js';

export function placeScope(
  { counted, words, text }: Passage,
  places: readonly PlaceMention[],
  index: number,
): PlaceScope {
  const figure = counted[index];
  const after = counted[index - 1]?.count.to ?? 0;
  const to = figure?.count.to ?? 0;
  const next = nextCount(words, counted, index);
  const until = Math.min(next, clauseEnd(words, to), placeOfNext(words, places, next));
  const end = otherEnd(words, to);
  const own = places.filter(({ from }) => from < end).map((place) => whereOf(words, place, figure));
  return {
    places: own,
    words,
    after,
    until,
    bracketed: figure ? placeRightBefore(words, text, figure) : null,
  };
}

/** Where the next count begins; "7,214 persons (1,688 households) came back": the places behind are theirs too. */
function nextCount(words: readonly Word[], counted: readonly Counted[], index: number): number {
  const beside = counted[index + 1]?.count;
  const following = beside && isInOtherUnit(words, counted[index]?.count, beside) ? index + 2 : index + 1;
  return counted[following]?.count.from ?? Infinity;
}

/** "West Easttown (300)", and in a list of names "West Easttown 300". */
function placeRightBefore(
  words: readonly Word[],
  text: string,
  { count, rule }: Counted,
): PlaceMention | null {
  if (words[count.from - 1]?.text === '(') return placeEndingAt(words, text, count.from - 1);
  const isListed = rule === 'figure/listed-by-place' && isNamed(words, count);
  return isListed ? placeEndingAt(words, text, count.from) : null;
}

export function periodScope(
  words: readonly Word[],
  counted: readonly Counted[],
  figure: Counted,
  index: number,
  total: Period | null,
): PeriodScope {
  const { count, of } = figure;
  const isEarlier = isTotalBefore(figure, index);
  const other = counted.find((one, at) => at > index && isTotal(one));
  return {
    count,
    first: counted[0]?.count ?? count,
    next: counted[index + 1]?.count,
    total: isEarlier && of?.rule !== EARLIER ? null : total,
    until: other?.count.from ?? Infinity,
    isEarlier,
    own: figure.rule === 'figure/toll' ? ownStart(words, figure, counted[index - 1]) : null,
  };
}

const EARLIER = 'figure/earlier-total';

/** "up from 17" stands behind the time of another total; an earlier report that opens a sentence has the time there to itself. */
const isTotalBefore = ({ rule, of, count }: Counted, index: number): boolean =>
  rule === EARLIER && (of !== null || index > 0 || count.earlier);

/** Where what is said of a total alone begins: its clause as a later step, "the total since June" before "to 41,000"; else null. */
function ownStart(
  words: readonly Word[],
  { count, of }: Counted,
  before: Counted | undefined,
): number | null {
  const floor = before?.count.to ?? 0;
  for (let at = count.from - 1; at >= floor; at -= 1) if (TOTAL_NOUNS.has(lowerAt(words, at))) return at;
  return of && stepStart(words, count.from, before);
}

const STEP_OPENS = /^(?:;|and|but|while|then)$/;

/** Where the clause of a later step begins: "by Tuesday" in "12 on Monday; by Tuesday it was 19". */
function stepStart(words: readonly Word[], from: number, before: Counted | undefined): number {
  const floor = before?.count.to ?? 0;
  let at = from;
  while (at > floor && !STEP_OPENS.test(lowerAt(words, at - 1))) at -= 1;
  return at > floor || floor === 0 ? at : from;
}

const OPENS_NEXT = new Set(['and', 'while', 'but']);

/** "... and in Westtown nine were hurt": where a place that a joint sets before the next count begins; else Infinity. */
function placeOfNext(words: readonly Word[], places: readonly PlaceMention[], next: number): number {
  const place = places.find(({ to }) => to === next || (to === next - 1 && words[to]?.text === ','));
  if (!place || place.lead === '') return Infinity;
  const lead = lowerAt(words, place.from - 1) === 'the' ? place.from - 2 : place.from - 1;
  const joined = lowerAt(words, lead) === place.lead && OPENS_NEXT.has(lowerAt(words, lead - 1));
  return joined ? place.from : Infinity;
}

/** A semicolon, "which ..." or another speaker ends what a figure's own places may stand in. */
function clauseEnd(words: readonly Word[], from: number): number {
  for (let at = from; at < words.length; at += 1) {
    const lower = lowerAt(words, at);
    if (lower === ';' || (lower === ',' && RELATIVE.at(words, at + 1))) return at;
    if (opensOther(words, at)) return at;
  }
  return Infinity;
}

const RELATIVE = wordList('which who whose where');

/** "turned toward Easttown, where 900 people fled": the place of what "where" opens, whatever led to it. */
function whereOf(words: readonly Word[], place: PlaceMention, figure: Counted | undefined): PlaceMention {
  const opener = lowerAt(words, place.to) === ',' ? place.to + 1 : place.to;
  const isWhere = lowerAt(words, opener) === 'where' && (figure?.count.from ?? 0) > opener;
  return isWhere ? { ...place, role: 'location', secondary: false } : place;
}

/** Where somebody else speaks or only some of the people are told of: places behind it are none of the figure's. */
function otherEnd(words: readonly Word[], from: number): number {
  for (let at = from; at < words.length; at += 1) if (opensOther(words, at)) return at;
  return Infinity;
}

const SPEAKS = wordList(
  'said says warned warns added adds urged urges called calls announced announces told tells vowed condemned',
);
/** Words of a subject between "and" and its verb of saying. */
const SUBJECT = 6;

/** "and the agency has warned", ", many of whom". */
function opensOther(words: readonly Word[], at: number): boolean {
  const lower = lowerAt(words, at);
  if (lower === ',') return lowerAt(words, at + 2) === 'of' && lowerAt(words, at + 3) === 'whom';
  if (lower !== 'and' && lower !== 'but') return false;
  for (let verb = at + 2; verb <= at + SUBJECT && words[verb]?.kind === 'word'; verb += 1)
    if (SPEAKS.at(words, verb)) return true;
  return false;
}

import type { FigureStatus, IdmcCategory, Measure, Metric, Unit } from '#domain';
import { monthOf } from '../dates/index.js';
import { isKind, lowerAt, rangeOf, wordKind, type Word } from '../words/words.js';
import { BE, HAVE, isAdverb, MODALS } from './function-words.js';
import type { Counted } from './counted.js';
import { predicatePeople } from './predicate-people.js';
import { CHANGES, REACHES } from './total-words.js';
import { WordList } from '../words/word-list.js';

const FEARED = new Set(['feared', 'presumed', 'likely', 'fear', 'fears', 'fearing']);
const POSSIBLE = new WordList(['may', 'might', 'could']);
const AHEAD = new Set(['will', 'would', 'expected', 'projected', 'forecast', 'predicted', 'planned']);
/** "The UN expects 900 people to flee": behind a figure they speak of another. */
const FORESEES = new Set(
  'expect expects predict predicts forecasts anticipate anticipates foresee foresees'.split(' '),
);
/** "plans to relocate 900": what somebody means to do. */
const MEANS = new Set(
  'plan plans planning intend intends intending aim aims aiming hope hopes hoping pledged promised vowed set poised about preparing scheduled'.split(
    ' ',
  ),
);

const NOT_REPORTED = wordKind(new Set([...FEARED, ...POSSIBLE, ...AHEAD, ...FORESEES, ...MEANS]));

/** What a word says of a figure, and where it stands. */
export interface StatusWord {
  readonly status: FigureStatus;
  readonly at: number;
}

/**
 * The word that tells the status of a figure: feared ("feared dead", "may have perished") or projected ("could reach", "expected to
 * flee"); null where nothing does, and it is simply reported.
 */
export function statusWord(words: readonly Word[], { count, at, cue }: Counted): StatusWord | null {
  const from = phraseStart(words, count.from);
  const to = Math.min(words.length, Math.max(count.to + 4, Math.min(at?.to ?? 0, count.to + 8)));
  for (let i = from; i < to; i += 1) {
    if (i >= count.to && opensOtherClause(words, i)) break;
    if (!isKind(words, i, NOT_REPORTED)) continue;
    const lower = lowerAt(words, i);
    if (FEARED.has(lower)) return { status: 'feared', at: i };
    if (saysPossible(words, i)) return { status: possibility(lowerAt(words, i + 1), cue.metric), at: i };
    if (liesAhead(words, i, count.from)) return { status: 'projected', at: i };
  }
  return null;
}

function liesAhead(words: readonly Word[], at: number, count: number): boolean {
  const lower = lowerAt(words, at);
  if (MEANS.has(lower)) return at < count && lowerAt(words, at + 1) === 'to' && at + 2 < count;
  return FORESEES.has(lower) ? at < count : AHEAD.has(lower) && lowerAt(words, at + 1) !== 'have';
}

/** "may", but neither "may not" nor the month. */
function saysPossible(words: readonly Word[], at: number): boolean {
  if (!POSSIBLE.at(words, at) || monthOf(words[at]) !== null) return false;
  return !['not', "n't"].includes(lowerAt(words, at + 1));
}

const FATES: ReadonlySet<Metric> = new Set(['killed', 'injured', 'missing', 'affected', 'homes_destroyed']);

/** "may have drowned" is feared, "may have been on board" only unsure, "could reach" or "could be forced to flee" lies ahead. */
function possibility(next: string, metric: Metric): FigureStatus {
  if (next === 'have') return FATES.has(metric) ? 'feared' : 'reported';
  return next === 'be' && FATES.has(metric) ? 'feared' : 'projected';
}

const CLAUSES = [
  'after',
  'because',
  'before',
  'when',
  'while',
  'since',
  'although',
  'though',
  'as',
  ';',
  'but',
];
const OTHER_CLAUSES = new Set([...CLAUSES, 'which']);
const JOINTS = new WordList([...CLAUSES, 'and', ',']);

/** "killed 40 people after ...", "killed 40 people and could spread": another verb has the modal. */
function opensOtherClause(words: readonly Word[], at: number): boolean {
  const lower = lowerAt(words, at);
  if (OTHER_CLAUSES.has(lower)) return true;
  const next = lowerAt(words, isAdverb(words[at + 1]) ? at + 2 : at + 1);
  return lower === 'and' && (MODALS.has(next) || BE.has(next) || HAVE.has(next));
}

/** How far left the words before a figure still speak of it: up to a joint, and no further than "fears that up to". */
function phraseStart(words: readonly Word[], at: number): number {
  let from = at;
  while (from > 0 && from > at - 5 && !JOINTS.at(words, from - 1)) from -= 1;
  return from;
}

/** As a stock, and as a flow. */
const CATEGORIES: Partial<Record<Metric, readonly [IdmcCategory, IdmcCategory]>> = {
  displaced: ['IDPS', 'NEW_DISPLACEMENT'],
  evacuated: ['NEW_DISPLACEMENT', 'NEW_DISPLACEMENT'],
  refugees: ['PEOPLE_DISPLACED_ACROSS_BORDERS', 'CROSS_BORDER_FLIGHT'],
  returned: ['RETURNEES', 'RETURN'],
  killed: ['DEATHS', 'DEATHS'],
};

/** IDMC's category, as far as the text alone can tell it. */
export function categoryOf(metric: Metric, measure: Measure): IdmcCategory | null {
  const row = CATEGORIES[metric];
  return row ? (measure === 'stock' ? row[0] : row[1]) : null;
}

const LASTING = new Set(['are', 'is', 'remain', 'remains', 'still', 'currently']);
const FINISHED = new Set(['be', 'been', 'being', 'killed']);

/** A state that lasts is a stock ("are displaced", "remain trapped"), whatever the verb's own measure. */
export function measureOf(words: readonly Word[], { count, cue, at }: Counted): Measure {
  if (cue.metric === 'killed' || cue.measure === 'stock') return cue.measure;
  if (cue.metric === 'refugees' && !at) return 'stock';
  if (count.noun && ['displaced', 'homeless'].includes(lowerAt(words, count.noun.head - 1))) return 'stock';
  if (!at || at.from < count.to || cue.kind === 'act') return cue.measure;
  const between = words.slice(count.to, at.from).map((word) => word.lower);
  const lasts = between.some((lower) => LASTING.has(lower)) && !between.some((lower) => FINISHED.has(lower));
  return lasts ? 'stock' : cue.measure;
}

interface UnitDescription {
  readonly unit: Unit;
  readonly unitText: string;
  readonly population: string | null;
}

const EVERYBODY = new Set(
  'people persons person individuals souls dead deaths death lives others fatalities'.split(' '),
);

/** The counted noun as written, and who is counted where that narrows "people". A part counts what its total counts. */
export function unitOf(words: readonly Word[], source: string, counted: Counted): UnitDescription {
  const { noun } = counted.count;
  const slice = (from: number, to: number) => {
    const range = rangeOf(words, from, to);
    return source.slice(range.start, range.end);
  };
  const people = predicatePeople(words, counted.count);
  if (people) return { unit: 'person', unitText: 'people', population: slice(people.from, people.to) };
  // "the number of homes lost at 1,400"
  if (!noun && counted.cue.term?.endsWith('_HOUSING') && !counted.of)
    return { unit: 'dwelling', unitText: 'homes', population: null };
  if (!noun) return unitOfTotal(words, source, counted.of);
  const unitText = slice(noun.head, noun.to);
  const plain = EVERYBODY.has(unitText.toLowerCase()) && noun.head === noun.from;
  const population = plain || noun.noun.unit !== 'person' ? null : slice(noun.from, noun.to);
  return { unit: noun.noun.unit, unitText, population };
}

function unitOfTotal(words: readonly Word[], source: string, total: Counted | null): UnitDescription {
  if (total && !total.count.noun && total.of) return unitOfTotal(words, source, total.of);
  if (!total?.count.noun || total.count.noun.noun.strong)
    return { unit: 'person', unitText: 'people', population: null };
  return unitOf(words, source, total);
}

const isReaching = (lower: string): boolean =>
  REACHES.has(lower) || CHANGES.has(lower) || /^(?:br(?:ings?|inging|ought)|up|now)$/.test(lower);

/** A total so far ("rose to 29", "reached 40", "up from 17"): true at a day, and holding all before it. */
export function isRunningTotal(words: readonly Word[], { count, at, rule }: Counted): boolean {
  if (rule === 'figure/earlier-total') return true;
  if (rule !== 'figure/toll') return false;
  const from = Math.max(0, Math.min(at?.to ?? count.from, count.from - 4));
  return words.slice(from, count.number.from).some(({ lower }) => isReaching(lower));
}

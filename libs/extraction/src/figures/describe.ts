import type { IdmcCategory, Measure, Metric, Unit } from '#domain';
import { lowerAt, rangeOf, type Word } from '../words/words.js';
import type { Counted } from './counted.js';
import { predicatePeople } from './predicate-people.js';
import { CHANGES, REACHES } from './total-words.js';

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

/** A state that lasts is a stock ("are displaced", "remain trapped"), whatever the verb's own measure; "new arrivals" came, whatever is said of them. */
export function measureOf(words: readonly Word[], counted: Counted): Measure {
  return haveArrived(words, counted) ? 'flow' : measureByVerb(words, counted);
}

function measureByVerb(words: readonly Word[], { count, cue, at }: Counted): Measure {
  if (cue.metric === 'killed' || cue.measure === 'stock') return cue.measure;
  if (cue.metric === 'refugees' && !at) return 'stock';
  if (count.noun && ['displaced', 'homeless'].includes(lowerAt(words, count.noun.head - 1))) return 'stock';
  if (!at || at.from < count.to || cue.kind === 'act') return cue.measure;
  const between = words.slice(count.to, at.from).map((word) => word.lower);
  const lasts = between.some((lower) => LASTING.has(lower)) && !between.some((lower) => FINISHED.has(lower));
  return lasts ? 'stock' : cue.measure;
}

const haveArrived = (words: readonly Word[], { count, rule }: Counted): boolean =>
  rule === 'figure/noun-implies' && lowerAt(words, count.noun?.head ?? -1) === 'arrivals';

interface UnitDescription {
  readonly unit: Unit;
  readonly unitText: string;
  readonly population: string | null;
}

const EVERYBODY = new Set(
  'people persons person individuals souls dead deaths death lives others fatalities'.split(' '),
);

/**
 * The counted noun as written, and who is counted where that narrows "people". A part counts what its total counts.
 * @param beside the counts of its sentence: the words of a total that stands elsewhere are not among `words`
 */
export function unitOf(
  words: readonly Word[],
  source: string,
  counted: Counted,
  beside: readonly Counted[],
): UnitDescription {
  const { noun } = counted.count;
  const slice = (from: number, to: number) => {
    const range = rangeOf(words, from, to);
    return source.slice(range.start, range.end);
  };
  const people = predicatePeople(words, counted);
  if (people) return { unit: 'person', unitText: 'people', population: slice(people.from, people.to) };
  // "the number of homes lost at 1,400"
  if (!noun && counted.cue.term?.endsWith('_HOUSING') && !counted.of)
    return { unit: 'dwelling', unitText: 'homes', population: null };
  if (!noun) return unitOfTotal(words, source, counted.of, beside);
  const unitText = slice(noun.head, noun.to);
  const plain = EVERYBODY.has(unitText.toLowerCase()) && noun.head === noun.from;
  const population = plain || noun.noun.unit !== 'person' ? null : slice(noun.from, noun.to);
  return { unit: noun.noun.unit, unitText, population };
}

const UNIT_WORDS: Readonly<Record<Unit, string>> = {
  person: 'people',
  household: 'households',
  dwelling: 'homes',
  incident: 'incidents',
};

function unitOfTotal(
  words: readonly Word[],
  source: string,
  total: Counted | null,
  beside: readonly Counted[],
): UnitDescription {
  if (total && !total.count.noun && total.of) return unitOfTotal(words, source, total.of, beside);
  if (!total?.count.noun || total.count.noun.noun.strong)
    return { unit: 'person', unitText: 'people', population: null };
  if (beside.includes(total)) return unitOf(words, source, total, beside);
  const { unit } = total.count.noun.noun;
  return { unit, unitText: UNIT_WORDS[unit], population: null };
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

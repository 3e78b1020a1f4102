import type { IdmcTerm, Measure, Metric } from '#domain';
import { lowerAt, type Word } from '../words/words.js';
import { inCrisis } from './cause.js';
import { BE, isAdverb } from './function-words.js';
import type { Cue, CueKind } from './cue.js';
import type { FoundCue } from './movements.js';

/**
 * Predicates told by the classes of their words and not by the words: a verb of need and what is needed ("lack clean water"), a verb of
 * staying and a shelter ("housed in two disused barracks"), a negation and a verb of finding ("has not been heard from").
 */
interface Frame {
  /** Words that the frame may begin with. */
  readonly begins: ReadonlySet<string>;
  /** What must follow, one after the other, each within so many words of the one before. */
  readonly then: readonly (readonly [RegExp, number])[];
  readonly cue: Cue;
  /** Only in a sentence that speaks of war, disaster or flight. */
  readonly crisis?: boolean;
  /** What the word before must be. */
  readonly behind?: (words: readonly Word[], at: number) => boolean;
}

const cue = (kind: CueKind, metric: Metric, measure: Measure, term: IdmcTerm | null): Cue => ({
  kind,
  metric,
  measure,
  term,
});
const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const NEEDED =
  /^(?:aid|assistance|food|water|help|relief|supplies|rations|sanitation|medicines?|nutrition|meals|humanitarian|life-saving|lifesaving|enough|necessities)$/;
const HUNGER =
  /^(?:hunger|starvation|famine|catastrophe|catastrophic|malnutrition|undernutrition|insecurity|food|destitution)$/;
const DISEASE =
  /^(?:virus|disease|infection|fever|cholera|measles|malaria|dengue|ebola|typhoid|hepatitis|meningitis|plague|polio|diphtheria|dysentery|flu|influenza|mpox|tuberculosis|coronavirus|covid|covid-19)$/;
const VESSEL =
  /^(?:boats?|dingh(?:y|ies)|rafts?|ferry|vessels?|bus|buses|trucks?|lorry|lorries|hold|decks?|ships?|canoes?|train|plane)$/;
const PLAIN_SHELTER =
  /^(?:tents?|camps?|barracks|caravans?|tarpaulins?|tarps|sheeting|settlements?|classrooms|outdoors|sites?)$/;
const ANY_SHELTER =
  /^(?:tents?|shelters?|camps?|cent(?:re|er)s?|schools?|church(?:es)?|mosques?|halls?|gyms?|gymnasiums?|stadiums?|arenas?|warehouses?|hotels?|hostels?|monaster(?:y|ies)|hosts?|families|relatives|friends|dormitor(?:y|ies)|open|streets?|cars|parks?|school|building|rooms?)$/;
const STAYS = set(
  'staying stay stayed living live lived sleeping sleep slept housed lodged accommodated hosted crammed packed crowded camped camping huddled huddling bedding bedded settled squatting spending spent',
);
const WITHIN = /^(?:in|at|under|inside|with|among|on)$/;
const IN_SHELTER = cue('state', 'displaced', 'stock', 'SHELTERED');
const MISSING = cue('state', 'missing', 'stock', 'MISSING');
const DIED = cue('act', 'killed', 'flow', 'KILLED');
const NEED = cue('act', 'population_in_need', 'stock', null);
const ILL = cue('act', 'affected', 'flow', 'AFFECTED');
const NOT = set("not n't never");
const LOSES = set('lost lose loses losing');
const SENT = /^(?:sent|fired|launched|deployed|advanced|attacked|ordered|dispatched)$/;
const GOES = /(?:ed|fled|ran|run|went|gone|go|came|come|swam|way|moving|fleeing|streaming|pouring)$/;

const FRAMES: readonly Frame[] = [
  {
    begins: NOT,
    then: [[/^(?:seen|heard|found|located|traced|accounted|contacted|emerged|surfaced)$/, 4]],
    cue: MISSING,
  },
  { begins: NOT, then: [[/^(?:survive|survived|breathing)$/, 2]], cue: DIED },
  { begins: LOSES, then: [[/^(?:lives|life)$/, 4]], cue: DIED },
  {
    begins: LOSES,
    then: [[/^(?:homes?|houses?|everything|belongings|possessions)$/, 3]],
    cue: cue('act', 'displaced', 'flow', 'HOMELESS'),
  },
  {
    begins: LOSES,
    then: [[/^(?:limbs?|legs?|arms?|sight|eyes?|feet|foot|hands?)$/, 3]],
    cue: cue('act', 'injured', 'flow', 'INJURED'),
  },
  {
    begins: LOSES,
    then: [[/^(?:power|electricity)$/, 2]],
    cue: cue('act', 'affected', 'stock', 'AFFECTED'),
  },
  {
    begins: set(
      'need needs needed needing require requires required requiring lack lacks lacked lacking without want',
    ),
    then: [[NEEDED, 4]],
    cue: NEED,
  },
  {
    begins: set('no little'),
    then: [[NEEDED, 3]],
    cue: NEED,
    behind: (words, at) => /^(?:ha(?:ve|s|d)|having|with)$/.test(lowerAt(words, at)),
  },
  {
    begins: set(
      'face faces faced facing suffer suffers suffered suffering experience experiencing experienced endure enduring',
    ),
    then: [[HUNGER, 4]],
    cue: NEED,
  },
  { begins: set('go goes going gone went'), then: [[/^hungry$/, 1]], cue: NEED },
  {
    begins: set('nowhere'),
    then: [
      [/^to$/, 1],
      [/^(?:sleep|live|stay|go|shelter)$/, 1],
    ],
    cue: IN_SHELTER,
  },
  {
    begins: set('contract contracts contracted contracting caught catching'),
    then: [[DISEASE, 4]],
    cue: ILL,
  },
  { begins: set('tested'), then: [[/^positive$/, 1]], cue: ILL },
  { begins: set('fell fall falls fallen falling taken'), then: [[/^(?:ill|sick)$/, 1]], cue: ILL },
  {
    begins: set('across over beyond into'),
    then: [[/^(?:borders?|frontier)$/, 4]],
    cue: cue('act', 'refugees', 'flow', 'REFUGEE'),
    behind: (words, at) => GOES.test(lowerAt(words, at)) && !SENT.test(lowerAt(words, at)),
  },
  {
    begins: STAYS,
    then: [
      [/^in$/, 1],
      [/^(?:emergency|crisis|famine|famine-like|hunger)$/, 3],
    ],
    cue: NEED,
  },
  {
    begins: set('taken rushed flown brought airlifted ferried admitted carried transferred'),
    then: [
      [/^to$/, 2],
      [/^(?:hospitals?|clinics?|unit|ward|infirmary)$/, 6],
    ],
    cue: cue('verb', 'injured', 'flow', 'INJURED'),
  },
  {
    begins: STAYS,
    then: [
      [WITHIN, 3],
      [PLAIN_SHELTER, 5],
    ],
    cue: IN_SHELTER,
  },
  {
    begins: STAYS,
    then: [
      [WITHIN, 3],
      [ANY_SHELTER, 5],
    ],
    cue: IN_SHELTER,
    crisis: true,
  },
  {
    begins: STAYS,
    then: [
      [/^in$/, 2],
      [/^(?:collective|evacuation|reception|transit|relief)$/, 4],
    ],
    cue: IN_SHELTER,
  },
  { begins: set('in under'), then: [[PLAIN_SHELTER, 3]], cue: IN_SHELTER, behind: isBeing },
  {
    begins: set('squeezed squeezing crammed cramming crowded crowding packed packing piled piling jammed'),
    then: [
      [/^(?:into|onto|aboard|on|in)$/, 1],
      [VESSEL, 5],
    ],
    cue: cue('act', 'other', 'stock', null),
  },
];

/** "are still in caravans" */
function isBeing(words: readonly Word[], at: number): boolean {
  let before = at;
  while (before > at - 3 && isAdverb(words[before])) before -= 1;
  return BE.has(lowerAt(words, before)) || /^remain(?:s|ed)?$/.test(lowerAt(words, before));
}

const BY_FIRST: ReadonlyMap<string, readonly Frame[]> = group();

function group(): Map<string, Frame[]> {
  const groups = new Map<string, Frame[]>();
  for (const frame of FRAMES)
    for (const word of frame.begins) groups.set(word, [...(groups.get(word) ?? []), frame]);
  return groups;
}

/** A frame may begin with the word. */
export const opensFrame = (lower: string): boolean => BY_FIRST.has(lower);

/** A mark, or a word behind which something else is spoken of. */
const LEAVES_FRAME = /^(?:who|which|that|when|while|but|after|before|because|said)$/;

/** The predicate that begins at word `at` by the classes of its words, or null. */
export function frameAt(words: readonly Word[], at: number): FoundCue | null {
  for (const frame of BY_FIRST.get(lowerAt(words, at)) ?? []) {
    if (frame.behind && !frame.behind(words, at - 1)) continue;
    const to = endOf(words, at, frame);
    if (to > 0 && (!frame.crisis || inCrisis(words))) return { cue: frame.cue, from: at, to };
  }
  return null;
}

/** The word behind the frame's last; 0 where what must follow does not. */
function endOf(words: readonly Word[], at: number, { then }: Frame): number {
  let last = at;
  for (const [pattern, reach] of then) {
    last = firstWithin(words, last + 1, reach, pattern);
    if (last < 0) return 0;
  }
  return last + 1;
}

function firstWithin(words: readonly Word[], from: number, reach: number, pattern: RegExp): number {
  for (let at = from; at < from + reach; at += 1) {
    const word = words[at];
    if (!word || word.kind === 'mark' || LEAVES_FRAME.test(word.lower)) return -1;
    if (pattern.test(word.lower)) return at;
  }
  return -1;
}

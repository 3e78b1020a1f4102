import type { IdmcTerm, Measure, Metric } from '#domain';
import { lowerAt, type Word } from '../words/words.js';
import { BE, isAdverb } from './function-words.js';
import type { Cue, CueKind } from './cue.js';

/**
 * Predicates told by the classes of their words and not by the words: a verb of need and what is needed ("lack clean water"), a verb of
 * staying and a shelter ("housed in two disused barracks"), a negation and a verb of finding ("has not been heard from").
 */
export interface Frame {
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

/** What keeps alive those who have nothing of their own. */
const RELIEF =
  /^(?:aid|assistance|relief|handouts?|rations|donations|charity|soup|humanitarian|airdrops|vouchers|parcels)$/;

const DISEASE =
  /^(?:virus|disease|infection|fever|cholera|measles|malaria|dengue|ebola|typhoid|hepatitis|meningitis|plague|polio|diphtheria|dysentery|flu|influenza|mpox|tuberculosis|coronavirus|covid|covid-19)$/;

const VESSEL =
  /^(?:boats?|dingh(?:y|ies)|rafts?|ferry|vessels?|bus|buses|trucks?|lorry|lorries|hold|decks?|ships?|canoes?|train|plane)$/;

/** What people go down with. */
const SUNK = /^(?:boats?|dingh(?:y|ies)|ferry|vessel|ship|trawler|plane|mv|ms|ss)$/;

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

const NOT = set(
  "not never neither haven't hasn't hadn't weren't wasn't aren't isn't didn't don't doesn't couldn't",
);
const INJURY =
  /^(?:fractures?|burns|bruises|wounds?|injur(?:y|ies)|concussions?|bones|hypothermia|frostbite|lacerations?|amputations?|inhalation)$/;
const INJURED = cue('state', 'injured', 'flow', 'INJURED');
const APART = /^(?:that|which|where|beyond|outside|out)$/;
const REACHED = /^(?:reach|reached|access|enter|inaccessible|besieged)$/;

const LOSES = set('lost lose loses losing');

const SENT = /^(?:sent|fired|launched|deployed|advanced|attacked|ordered|dispatched)$/;

const GOES = /(?:ed|fled|ran|run|went|gone|go|came|come|swam|way|moving|fleeing|streaming|pouring)$/;

export const FRAMES: readonly Frame[] = [
  {
    begins: NOT,
    then: [[/^(?:seen|heard|found|located|traced|accounted|contacted|emerged|surfaced)$/, 4]],
    cue: MISSING,
  },
  { begins: NOT, then: [[/^(?:survive|survived|breathing)$/, 2]], cue: DIED },
  {
    begins: NOT,
    then: [
      [/^(?:make|made)$/, 2],
      [/^it$/, 1],
      [/^(?:through|out|back|alive|ashore)$/, 1],
    ],
    cue: DIED,
  },
  {
    begins: NOT,
    then: [
      [/^(?:see|walk|hear)$/, 1],
      [/^again$/, 1],
    ],
    cue: INJURED,
  },
  {
    begins: set('suffer suffers suffered suffering sustain sustains sustained sustaining'),
    then: [[INJURY, 4]],
    cue: INJURED,
  },
  { begins: set('with'), then: [[INJURY, 3]], cue: INJURED },
  {
    begins: set('receiving receive receives received undergoing undergo underwent getting'),
    then: [[/^(?:treatment|surgery)$/, 3]],
    cue: INJURED,
  },
  {
    begins: set('receiving receive receives received getting need needed'),
    then: [
      [/^(?:hospital|medical|intensive|emergency)$/, 2],
      [/^care$/, 1],
    ],
    cue: INJURED,
  },
  {
    begins: set('went go goes going gone'),
    then: [
      [/^down$/, 1],
      [/^(?:with|aboard|on)$/, 1],
      [SUNK, 4],
    ],
    cue: DIED,
  },
  {
    begins: set('made make makes'),
    then: [
      [/^it$/, 1],
      [/^to$/, 1],
      [/^(?:camps?|shelters?)$/, 3],
    ],
    cue: cue('act', 'displaced', 'flow', 'FORCED_TO_FLEE'),
  },
  {
    begins: set('packed packing grabbed gathered'),
    then: [[/^(?:bags|belongings|what)$/, 3]],
    cue: cue('act', 'displaced', 'flow', 'FORCED_TO_FLEE'),
    crisis: true,
  },
  {
    begins: set('refused refuse refusing refuses declined'),
    then: [
      [/^to$/, 1],
      [/^(?:leave|go|evacuate|flee)$/, 1],
    ],
    cue: cue('act', 'other', 'stock', null),
    crisis: true,
  },
  {
    begins: set('seek seeks seeking sought request requests requested requesting claiming'),
    then: [[/^asylum$/, 2]],
    cue: cue('act', 'refugees', 'flow', 'REFUGEE'),
  },
  {
    begins: set('recruited conscripted press-ganged enlisted'),
    then: [
      [/^(?:by|into)$/, 2],
      [/^(?:armed|militias?|rebels?|gangs?|insurgents|militants|jihadists|groups?)$/, 3],
    ],
    cue: cue('verb', 'detained', 'flow', 'DETAINED'),
  },
  {
    begins: set('live lives living trapped remain'),
    then: [
      [/^in$/, 1],
      [/^(?:areas?|places|districts?|zones?|locations|communities|pockets)$/, 3],
      [APART, 1],
      [REACHED, 8],
    ],
    cue: cue('state', 'affected', 'stock', 'AFFECTED'),
  },
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
    begins: set(
      'depend depends depended depending rely relies relied relying reliant dependent surviving subsisting',
    ),
    then: [
      [/^(?:on|upon)$/, 2],
      [RELIEF, 4],
    ],
    cue: NEED,
  },
  {
    begins: set('in at'),
    then: [
      [/^(?:acute|severe|extreme|critical)$/, 1],
      [HUNGER, 2],
    ],
    cue: NEED,
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
      [/^(?:hospitals?|clinics?|unit|ward|infirmary|general)$/, 6],
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
    begins: set('bedding bedded huddled huddling squatting'),
    then: [
      [WITHIN, 5],
      [ANY_SHELTER, 5],
    ],
    cue: IN_SHELTER,
  },
  {
    begins: set('sleep sleeps sleeping slept'),
    then: [
      [WITHIN, 1],
      [/^(?:open|ground|floors?)$/, 3],
    ],
    cue: IN_SHELTER,
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

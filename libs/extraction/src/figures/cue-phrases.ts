import type { IdmcTerm, Measure, Metric } from '#domain';
import type { Cue, CueKind } from './cue.js';

type Row = readonly [CueKind, Metric, Measure, IdmcTerm | null, string];

/** Two or more words that together are one cue; the first that begins at a word wins. */
const ROWS: readonly Row[] = [
  [
    'state',
    'displaced',
    'flow',
    'HOMELESS',
    `left homeless, made homeless, without a roof, without shelter, without homes`,
  ],
  [
    'verb',
    'killed',
    'flow',
    'KILLED',
    `shot dead, gunned down, cut down, mown down, mowed down, struck down, blown to pieces, burned alive, burnt alive`,
  ],
  [
    'state',
    'missing',
    'stock',
    'MISSING',
    `still missing, unaccounted for, under the rubble, under rubble, beneath the rubble, under the debris, under the mud,
    can't find, cannot find, can't trace, cannot trace, can't place, cannot place, not been found, not been heard`,
  ],
  [
    'act',
    'displaced',
    'flow',
    'FORCED_TO_FLEE',
    `from their homes, out of their homes, their homes, their villages, abandoned their, abandon their, deserted their`,
  ],
  ['state', 'displaced', 'stock', 'IN_RELIEF_CAMP', `in camps, in relief camps, in displacement`],
  [
    'state',
    'displaced',
    'stock',
    'SHELTERED',
    `in shelters, in temporary shelters, in evacuation centres, in evacuation centers, in tents, in makeshift, in
    collective, with host families, put up in, camping in, camped in, sleeping rough, sleeping in, in overcrowded, staying
    with, the night in`,
  ],
  [
    'verb',
    'evacuated',
    'flow',
    'EVACUATED',
    `ordered out, ordered to leave, ordered to evacuate, told to leave, told to evacuate, asked to leave, told to get, moved to safety,
    to higher ground, flown out, airlifted out, bused out, bussed out, trucked out, shipped out, ferried out`,
  ],
  ['verb', 'evacuated', 'flow', 'RELOCATED', `moved to safer`],
  ['verb', 'injured', 'stock', 'INJURED', `being treated, treated in hospital`],
  [
    'verb',
    'injured',
    'flow',
    'INJURED',
    `treated for, taken to hospital, admitted to hospital, rushed to hospital, overcome by`,
  ],
  [
    'act',
    'injured',
    'flow',
    'INJURED',
    `suffered burns, suffered injuries, sustained injuries, suffered wounds, suffered gunshot`,
  ],
  [
    'state',
    'injured',
    'stock',
    'INJURED',
    `in critical condition, in serious condition, in intensive care, critically ill, with gunshot, with bullet, with
    shrapnel, with burns, with injuries, with wounds, in hospital, receiving treatment, suffering from, suffering burns,
    in a critical condition, in a serious condition, needed hospital, needed medical, needed treatment, require hospital`,
  ],
  [
    'state',
    'other',
    'stock',
    null,
    `on the boat, on the ship, on the vessel, on the plane, in the hold, below deck, on board`,
  ],
  [
    'act',
    'refugees',
    'flow',
    'REFUGEE',
    `cross into, crossing into, cross the border, crossing the border, arrived in neighbouring, arrived in neighboring,
    crossed into, walked across, walking across, streamed across, streaming across, poured across, pouring across, crossed
    the border, fled across the border, fled abroad, fled the country, fled to neighbouring, fled to neighboring, fled
    into neighbouring, fled into neighboring`,
  ],
  [
    'state',
    'population_in_need',
    'stock',
    null,
    `in need, need of, facing hunger, facing acute, facing starvation, facing famine`,
  ],
  [
    'act',
    'population_in_need',
    'stock',
    null,
    `need humanitarian, need aid, need assistance, need food, need help, need urgent, needed help, needed aid, needed
    assistance, needed humanitarian, needed food, needed urgent, need shelter, needed shelter, require humanitarian,
    require assistance, required assistance, require urgent`,
  ],
  ['state', 'besieged', 'stock', 'BESIEGED', `under siege, sealed in, sealed off, pinned down, hemmed in`],
  [
    'state',
    'affected',
    'stock',
    'AFFECTED',
    `in isolation, in quarantine, under quarantine, under observation, out of school, at risk, in danger, cut off, without power, without electricity, without water, under attack, under heavy attack`,
  ],
  [
    'verb',
    'detained',
    'flow',
    'DETAINED',
    `taken hostage, taken prisoner, taken into custody, taken away, taken captive, led away, dragged away`,
  ],
  ['verb', 'detained', 'stock', 'DETAINED', `held hostage, held captive`],
  [
    'state',
    'detained',
    'stock',
    'DETAINED',
    `in custody, in detention, behind bars, in prison, in jail, in the hands, locked up, in captivity, under arrest, on death row, awaiting execution, into custody, for questioning, taken in for,
    brought in for`,
  ],
  ['state', 'other', 'stock', null, `at large, on the run, in hiding`],
  [
    'act',
    'other',
    'flow',
    null,
    `got away, broke free, made it out, dropped off, set free, have recovered, has recovered`,
  ],
  [
    'act',
    'returned',
    'flow',
    'RETURNS',
    `gone back, gone home, head home, headed home, heading home, moved back, made their way home, made their way back`,
  ],
  ['verb', 'returned', 'flow', 'RETURNS', `allowed home, allowed back`],
  [
    'verb',
    'other',
    'flow',
    null,
    `picked up, fished out, pulled out, pulled alive, pulled from, brought ashore, taken ashore, brought to the surface,
    handed over, let go, brought out`,
  ],
  ['state', 'evacuated', 'flow', 'EVACUATED', `to safety`],
];

interface Phrase {
  readonly words: readonly string[];
  readonly cue: Cue;
}

const PHRASES_BY_FIRST: ReadonlyMap<string, readonly Phrase[]> = group();

function group(): Map<string, Phrase[]> {
  const groups = new Map<string, Phrase[]>();
  for (const [kind, metric, measure, term, phrases] of ROWS) {
    for (const phrase of phrases.split(/,\s+/)) {
      const words = phrase.split(' ');
      const first = words[0] ?? '';
      groups.set(first, [...(groups.get(first) ?? []), { words, cue: { kind, metric, measure, term } }]);
    }
  }
  // "fled across the border" before "fled": the longest phrase of a word is asked for first.
  for (const [first, all] of groups)
    groups.set(
      first,
      all.toSorted((a, b) => b.words.length - a.words.length),
    );
  return groups;
}

/** The words that a phrase may begin with. */
export const FIRST_OF_PHRASES: readonly string[] = [...PHRASES_BY_FIRST.keys()];

const NONE: readonly Phrase[] = [];

/** The phrases that begin with a word, longest first. */
export const phrasesFrom = (first: string): readonly Phrase[] => PHRASES_BY_FIRST.get(first) ?? NONE;

import type { IdmcTerm, Measure, Metric } from '#domain';
import type { CueKind } from './cue.js';
import { formsOf, wordsAndForms } from './verb-forms.js';

type Family = readonly [CueKind, Metric, Measure, IdmcTerm | null, string];

/** Regular verbs by their plain form: `formsOf` makes the rest, and with them the noun in "-ing" ("the maiming of 12"). */
const FAMILIES: readonly Family[] = [
  [
    'verb',
    'killed',
    'flow',
    'KILLED',
    'smother neutralise neutralize eliminate liquidate exterminate incinerate electrocute asphyxiate slaughter lynch assassinate',
  ],
  ['act', 'killed', 'flow', 'KILLED', 'succumb suffocate starve'],
  ['verb', 'injured', 'flow', 'INJURED', 'maim mutilate scald disfigure concuss'],
  ['verb', 'displaced', 'flow', 'FORCED_TO_FLEE', 'evict dislodge dispossess exile deport'],
  ['verb', 'evacuated', 'flow', 'EVACUATED', 'airlift'],
  ['verb', 'detained', 'flow', 'DETAINED', 'apprehend intercept incarcerate intern nab sentence enslave'],
  ['verb', 'besieged', 'stock', 'BESIEGED', 'encircle blockade'],
  ['verb', 'affected', 'stock', 'AFFECTED', 'maroon entomb'],
  ['verb', 'affected', 'flow', 'AFFECTED', 'sicken poison imperil threaten deprive quarantine impact'],
  ['verb', 'other', 'flow', null, 'liberate acquit pardon discharge winch haul pluck'],
];

/** Every form of the regular verbs of fate, as rows of cue words. */
export const FATE_VERBS: readonly Family[] = FAMILIES.map(([kind, metric, measure, term, lemmas]) => [
  kind,
  metric,
  measure,
  term,
  lemmas.split(' ').flatMap(formsOf).join(' '),
]);

/** Somebody takes from people what they have: "robbed 900 families of their homes". */
export const DEPRIVES = wordsAndForms(
  'stripped stripping robbed robbing',
  'strip rob deprive dispossess cheat',
);

/** Verbs and nouns of freeing people from what held them. */
export const FREES = /^(?:free|releas|liberat|pardon|rescu|acquit|discharg|swap|hand)/;

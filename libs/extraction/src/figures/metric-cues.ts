import type { IdmcTerm, Measure, Metric } from '#domain';
import type { Cue, CueKind } from './cue.js';
import { FATE_VERBS } from './fate-verbs.js';

type Row = readonly [CueKind, Metric, Measure, IdmcTerm | null, string];

/** Inflected forms are written out: a stemmer would take "deadly" for "dead" and "survey" for "survive". */
const ROWS: readonly Row[] = [
  [
    'verb',
    'killed',
    'flow',
    'KILLED',
    'kill kills killed killing slay slain massacre massacres massacred massacring crush crushes crushed crushing trampled strangled',
  ],
  [
    'verb',
    'killed',
    'flow',
    'KILLED',
    'execute executes executed executing murder murders murdered murdering behead beheads beheaded beheading',
  ],
  ['verb', 'killed', 'flow', 'KILLED', 'assassinated lynched slaughtered electrocuted asphyxiated gassed'],
  [
    'act',
    'killed',
    'flow',
    'KILLED',
    'die dies died dying perish perishes perished perishing drown drowns drowned drowning starved suffocated succumbed',
  ],
  ['state', 'killed', 'flow', 'KILLED', 'dead fatal'],
  [
    'verb',
    'injured',
    'flow',
    'INJURED',
    'injure injures injured injuring wound wounds wounded wounding hurt hurting hospitalised hospitalized',
  ],
  ['verb', 'injured', 'flow', 'INJURED', 'maimed burned burnt'],
  ['verb', 'killed', 'flow', 'KILLED', 'buried burying'],
  ['state', 'missing', 'stock', 'MISSING', 'missing unaccounted'],
  ['act', 'missing', 'flow', 'MISSING', 'disappear disappeared vanished'],
  ['verb', 'displaced', 'flow', 'DISPLACED', 'displace displaces displaced displacing'],
  [
    'verb',
    'displaced',
    'flow',
    'FORCED_TO_FLEE',
    'uproot uproots uprooted uprooting expel expels expelled expelling',
  ],
  ['act', 'displaced', 'flow', 'FORCED_TO_FLEE', 'flee flees fled fleeing escape escapes escaped escaping'],
  ['act', 'displaced', 'stock', 'SHELTERED', 'shelter sheltering sheltered'],
  ['state', 'displaced', 'stock', 'HOMELESS', 'homeless'],
  [
    'verb',
    'evacuated',
    'flow',
    'EVACUATED',
    'evacuate evacuates evacuated evacuating bused bussed airlifted airlifting',
  ],
  ['verb', 'evacuated', 'flow', 'RELOCATED', 'relocate relocates relocated relocating'],
  ['act', 'returned', 'flow', 'RETURNS', 'return returns returned returning'],
  ['verb', 'returned', 'flow', 'RETURNS', 'repatriate repatriates repatriated repatriating'],
  [
    'verb',
    'detained',
    'flow',
    'DETAINED',
    'detain detains detained detaining arrest arrests arrested arresting capture captures captured capturing',
  ],
  [
    'verb',
    'detained',
    'flow',
    'DETAINED',
    'kidnap kidnaps kidnapped kidnapping abduct abducts abducted abducting imprison imprisons imprisoned jail jails jailed jailing rounded apprehended apprehending interned seize seizes seized seizing snatched snatching',
  ],
  ['act', 'detained', 'flow', 'DETAINED', 'surrender surrendered surrendering'],
  ['verb', 'detained', 'stock', 'DETAINED', 'held remanded'],
  ['verb', 'besieged', 'stock', 'BESIEGED', 'besiege besieged besieging'],
  ['verb', 'affected', 'stock', 'AFFECTED', 'trap traps trapped trapping strand strands stranded stranding'],
  [
    'verb',
    'affected',
    'flow',
    'AFFECTED',
    'affect affects affected affecting endanger endangered endangering infect infects infected infecting sickened',
  ],
  ['state', 'affected', 'stock', 'AFFECTED', 'nowhere'],
  ['state', 'population_in_need', 'stock', null, 'malnourished undernourished starving hungry food-insecure'],
  [
    'verb',
    'other',
    'flow',
    null,
    'rescue rescues rescued rescuing save saves saved saving free frees freed freeing release released releasing recovered exchange exchanged exchanging swapped plucked hauled winched',
  ],
  ['verb', 'other', 'stock', null, 'carried carrying carry ferrying'],
  ['act', 'other', 'flow', null, 'survive survived surviving boarded'],
  ['state', 'other', 'stock', null, 'aboard onboard alive'],
  ['act', 'affected', 'stock', 'AFFECTED', 'remain remains remained stay stayed'],
  ['act', 'population', 'stock', null, 'live lives lived living reside resided residing inhabit inhabited'],
];

export const CUES: ReadonlyMap<string, Cue> = new Map(
  [...FATE_VERBS, ...ROWS].flatMap(([kind, metric, measure, term, words]) =>
    words.split(' ').map((word): [string, Cue] => [word, { kind, metric, measure, term }]),
  ),
);

/** Verbs of being somewhere say least: any other cue of the clause comes before them ("were living under siege"). */
export const WEAK_CUES: ReadonlySet<string> = new Set(
  'remain remains remained stay stayed live lives lived living reside resided residing'.split(' '),
);

/** What happened to dwellings. */
export const DWELLING_CUES: ReadonlyMap<string, Cue> = new Map(
  (
    [
      [
        'homes_destroyed',
        'DESTROYED_HOUSING',
        'destroy destroys destroyed destroying demolish demolished demolishing razed raze gutted gutting levelled leveled flattened collapsed collapse collapsing obliterated wrecked swept burned burnt burning torched torching lost losing gone gutted ruined crumbled pancaked toppled uprooted wiped incinerated swallowed swallowing engulfed engulfing buried burying crushed crushing bulldozed bulldozing smashed consumed',
      ],
      [
        'other',
        'PARTIALLY_DESTROYED_HOUSING',
        'damage damages damaged damaging inundated inundating flooded flooding submerged affected affecting hit',
      ],
      ['other', null, 'threatened threatens threatening'],
    ] as const
  ).flatMap(([metric, term, words]) =>
    words.split(' ').map((word): [string, Cue] => [word, { kind: 'verb', metric, measure: 'flow', term }]),
  ),
);

/** These count who is in a state, the rest what happened. */
const STOCK_NOUNS =
  /^(?:missing|whereabouts|fate|caseload|displaced|idps|homeless|refugees|detainees|prisoners|inmates|convicts|hostages|returnees|population|inhabitants)$/;

/** Nouns of an event whose number follows with "of", "to" or "at": "the death toll rose to 45", "the evacuation of 300 people". */
export const EVENT_NOUNS: ReadonlyMap<string, Cue> = new Map(
  (
    [
      [
        'killed',
        'KILLED',
        'toll deaths death fatalities killing killings massacre execution executions murder drowning slaughter dead bodies',
      ],
      ['injured', 'INJURED', 'injuries injured wounded'],
      ['missing', 'MISSING', 'missing whereabouts fate disappearance disappearances'],
      ['affected', 'AFFECTED', 'infections poisoning sickening caseload'],
      ['displaced', 'DISPLACED', 'displacement exodus expulsion eviction'],
      ['displaced', 'DISPLACED', 'displaced idps homeless'],
      ['evacuated', 'EVACUATED', 'evacuation evacuations evacuees evacuated'],
      ['refugees', 'REFUGEE', 'refugees'],
      [
        'detained',
        'DETAINED',
        'arrest arrests detention imprisonment abduction abductions kidnapping kidnappings detainees prisoners inmates convicts hostages capture recruitment conscription enslavement trafficking',
      ],
      ['returned', 'RETURNS', 'return returns repatriation returnees'],
      ['other', null, 'rescue release swap handover pardon rape torture abuse indictment conviction'],
      ['population', null, 'population inhabitants'],
    ] as const
  ).flatMap(([metric, term, words]) =>
    words
      .split(' ')
      .map((word): [string, Cue] => [
        word,
        { kind: 'state', metric, measure: STOCK_NOUNS.test(word) ? 'stock' : 'flow', term },
      ]),
  ),
);

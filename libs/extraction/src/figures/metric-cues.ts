import type { IdmcTerm, Measure, Metric } from '#domain';

/**
 * How a cue word binds its figure: `verb` takes it as object or, in the passive, as subject ("killed 12", "12 were killed");
 * `act` is done by the people counted ("12 died", "12 have fled"); `state` is what they are in ("12 dead", "12 are besieged").
 */
export type CueKind = 'verb' | 'act' | 'state';

export interface Cue {
  readonly metric: Metric;
  readonly kind: CueKind;
  readonly measure: Measure;
  readonly term: IdmcTerm | null;
}

type Row = readonly [CueKind, Metric, Measure, IdmcTerm | null, string];

/** Inflected forms are written out: a stemmer would take "deadly" for "dead" and "survey" for "survive". */
const ROWS: readonly Row[] = [
  [
    'verb',
    'killed',
    'flow',
    'KILLED',
    'kill kills killed killing slay slain massacre massacres massacred massacring',
  ],
  [
    'verb',
    'killed',
    'flow',
    'KILLED',
    'execute executes executed executing murder murders murdered murdering behead beheads beheaded beheading',
  ],
  ['verb', 'killed', 'flow', 'KILLED', 'assassinated lynched slaughtered buried burying electrocuted asphyxiated gassed'],
  [
    'act',
    'killed',
    'flow',
    'KILLED',
    'die dies died dying perish perishes perished perishing drown drowns drowned drowning starved suffocated succumbed',
  ],
  ['state', 'killed', 'flow', 'KILLED', 'dead'],
  [
    'verb',
    'injured',
    'flow',
    'INJURED',
    'injure injures injured injuring wound wounds wounded wounding hurt hurting hospitalised hospitalized',
  ],
  ['verb', 'injured', 'flow', 'INJURED', 'maimed burned burnt'],
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
  ['verb', 'evacuated', 'flow', 'EVACUATED', 'evacuate evacuates evacuated evacuating bused bussed airlifted airlifting'],
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
    'kidnap kidnaps kidnapped kidnapping abduct abducts abducted abducting imprison imprisons imprisoned jail jails jailed jailing rounded apprehended apprehending interned',
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
    'affect affects affected affecting endanger endangered endangering',
  ],
  ['state', 'affected', 'stock', 'AFFECTED', 'nowhere'],
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
  ROWS.flatMap(([kind, metric, measure, term, words]) =>
    words.split(' ').map((word): [string, Cue] => [word, { kind, metric, measure, term }]),
  ),
);

/** Verbs of being somewhere say least: any other cue of the clause comes before them ("were living under siege"). */
export const WEAK_CUES: ReadonlySet<string> = new Set(
  'remain remains remained stay stayed live lives lived living reside resided residing'.split(' '),
);

/** Two or more words that together are one cue; the first that begins at a word wins. */
const PHRASES: readonly (readonly [string, Cue['kind'], Metric, Measure, IdmcTerm | null])[] = [
  ['lost their lives', 'act', 'killed', 'flow', 'KILLED'],
  ['losing their lives', 'act', 'killed', 'flow', 'KILLED'],
  ['lost their homes', 'act', 'displaced', 'flow', 'HOMELESS'],
  ['left homeless', 'state', 'displaced', 'flow', 'HOMELESS'],
  ['made homeless', 'state', 'displaced', 'flow', 'HOMELESS'],
  ['shot dead', 'verb', 'killed', 'flow', 'KILLED'],
  ['put to death', 'verb', 'killed', 'flow', 'KILLED'],
  ['crushed to death', 'verb', 'killed', 'flow', 'KILLED'],
  ['trampled to death', 'verb', 'killed', 'flow', 'KILLED'],
  ['burned to death', 'verb', 'killed', 'flow', 'KILLED'],
  ['burnt to death', 'verb', 'killed', 'flow', 'KILLED'],
  ['stabbed to death', 'verb', 'killed', 'flow', 'KILLED'],
  ['beaten to death', 'verb', 'killed', 'flow', 'KILLED'],
  ['hacked to death', 'verb', 'killed', 'flow', 'KILLED'],
  ['starved to death', 'act', 'killed', 'flow', 'KILLED'],
  ['froze to death', 'act', 'killed', 'flow', 'KILLED'],
  ['frozen to death', 'act', 'killed', 'flow', 'KILLED'],
  ['still missing', 'state', 'missing', 'stock', 'MISSING'],
  ['unaccounted for', 'state', 'missing', 'stock', 'MISSING'],
  ['from their homes', 'act', 'displaced', 'flow', 'FORCED_TO_FLEE'],
  ['out of their homes', 'act', 'displaced', 'flow', 'FORCED_TO_FLEE'],
  ['their homes', 'act', 'displaced', 'flow', 'FORCED_TO_FLEE'],
  ['in camps', 'state', 'displaced', 'stock', 'IN_RELIEF_CAMP'],
  ['in relief camps', 'state', 'displaced', 'stock', 'IN_RELIEF_CAMP'],
  ['in shelters', 'state', 'displaced', 'stock', 'SHELTERED'],
  ['in temporary shelters', 'state', 'displaced', 'stock', 'SHELTERED'],
  ['in evacuation centres', 'state', 'displaced', 'stock', 'SHELTERED'],
  ['in evacuation centers', 'state', 'displaced', 'stock', 'SHELTERED'],
  ['taken shelter', 'act', 'displaced', 'stock', 'SHELTERED'],
  ['took shelter', 'act', 'displaced', 'flow', 'SHELTERED'],
  ['taken refuge', 'act', 'displaced', 'stock', 'SHELTERED'],
  ['took refuge', 'act', 'displaced', 'flow', 'SHELTERED'],
  ['sought refuge', 'act', 'displaced', 'flow', 'SHELTERED'],
  ['seeking refuge', 'act', 'displaced', 'flow', 'SHELTERED'],
  ['sought shelter', 'act', 'displaced', 'flow', 'SHELTERED'],
  ['ordered out', 'verb', 'evacuated', 'flow', 'EVACUATED'],
  ['ordered to leave', 'verb', 'evacuated', 'flow', 'EVACUATED'],
  ['ordered to evacuate', 'verb', 'evacuated', 'flow', 'EVACUATED'],
  ['told to leave', 'verb', 'evacuated', 'flow', 'EVACUATED'],
  ['told to evacuate', 'verb', 'evacuated', 'flow', 'EVACUATED'],
  ['asked to leave', 'verb', 'evacuated', 'flow', 'EVACUATED'],
  ['moved to safer', 'verb', 'evacuated', 'flow', 'RELOCATED'],
  ['moved to safety', 'verb', 'evacuated', 'flow', 'EVACUATED'],
  ['moved to higher', 'verb', 'evacuated', 'flow', 'EVACUATED'],
  ['being treated', 'verb', 'injured', 'stock', 'INJURED'],
  ['treated in hospital', 'verb', 'injured', 'stock', 'INJURED'],
  ['treated for', 'verb', 'injured', 'flow', 'INJURED'],
  ['taken to hospital', 'verb', 'injured', 'flow', 'INJURED'],
  ['suffered burns', 'act', 'injured', 'flow', 'INJURED'],
  ['suffered injuries', 'act', 'injured', 'flow', 'INJURED'],
  ['sustained injuries', 'act', 'injured', 'flow', 'INJURED'],
  ['in critical condition', 'state', 'injured', 'stock', 'INJURED'],
  ['in serious condition', 'state', 'injured', 'stock', 'INJURED'],
  ['in intensive care', 'state', 'injured', 'stock', 'INJURED'],
  ['critically ill', 'state', 'injured', 'stock', 'INJURED'],
  ['on the boat', 'state', 'other', 'stock', null],
  ['on the ship', 'state', 'other', 'stock', null],
  ['on the vessel', 'state', 'other', 'stock', null],
  ['on the plane', 'state', 'other', 'stock', null],
  ['in the hold', 'state', 'other', 'stock', null],
  ['below deck', 'state', 'other', 'stock', null],
  ['cross into', 'act', 'refugees', 'flow', 'REFUGEE'],
  ['crossing into', 'act', 'refugees', 'flow', 'REFUGEE'],
  ['cross the border', 'act', 'refugees', 'flow', 'REFUGEE'],
  ['crossing the border', 'act', 'refugees', 'flow', 'REFUGEE'],
  ['arrived in neighbouring', 'act', 'refugees', 'flow', 'REFUGEE'],
  ['arrived in neighboring', 'act', 'refugees', 'flow', 'REFUGEE'],
  ['crossed into', 'act', 'refugees', 'flow', 'REFUGEE'],
  ['walked across', 'act', 'refugees', 'flow', 'REFUGEE'],
  ['walking across', 'act', 'refugees', 'flow', 'REFUGEE'],
  ['streamed across', 'act', 'refugees', 'flow', 'REFUGEE'],
  ['streaming across', 'act', 'refugees', 'flow', 'REFUGEE'],
  ['poured across', 'act', 'refugees', 'flow', 'REFUGEE'],
  ['pouring across', 'act', 'refugees', 'flow', 'REFUGEE'],
  ['crossed the border', 'act', 'refugees', 'flow', 'REFUGEE'],
  ['fled across the border', 'act', 'refugees', 'flow', 'REFUGEE'],
  ['fled abroad', 'act', 'refugees', 'flow', 'REFUGEE'],
  ['fled the country', 'act', 'refugees', 'flow', 'REFUGEE'],
  ['fled to neighbouring', 'act', 'refugees', 'flow', 'REFUGEE'],
  ['fled to neighboring', 'act', 'refugees', 'flow', 'REFUGEE'],
  ['fled into neighbouring', 'act', 'refugees', 'flow', 'REFUGEE'],
  ['fled into neighboring', 'act', 'refugees', 'flow', 'REFUGEE'],
  ['in need', 'state', 'population_in_need', 'stock', null],
  ['need of', 'state', 'population_in_need', 'stock', null],
  ['need humanitarian', 'act', 'population_in_need', 'stock', null],
  ['need aid', 'act', 'population_in_need', 'stock', null],
  ['need assistance', 'act', 'population_in_need', 'stock', null],
  ['need food', 'act', 'population_in_need', 'stock', null],
  ['need help', 'act', 'population_in_need', 'stock', null],
  ['need urgent', 'act', 'population_in_need', 'stock', null],
  ['under siege', 'state', 'besieged', 'stock', 'BESIEGED'],
  ['at risk', 'state', 'affected', 'stock', 'AFFECTED'],
  ['in danger', 'state', 'affected', 'stock', 'AFFECTED'],
  ['cut off', 'state', 'affected', 'stock', 'AFFECTED'],
  ['without power', 'state', 'affected', 'stock', 'AFFECTED'],
  ['without electricity', 'state', 'affected', 'stock', 'AFFECTED'],
  ['without water', 'state', 'affected', 'stock', 'AFFECTED'],
  ['under attack', 'state', 'affected', 'stock', 'AFFECTED'],
  ['under heavy attack', 'state', 'affected', 'stock', 'AFFECTED'],
  ['taken hostage', 'verb', 'detained', 'flow', 'DETAINED'],
  ['held hostage', 'verb', 'detained', 'stock', 'DETAINED'],
  ['held captive', 'verb', 'detained', 'stock', 'DETAINED'],
  ['taken prisoner', 'verb', 'detained', 'flow', 'DETAINED'],
  ['in custody', 'state', 'detained', 'stock', 'DETAINED'],
  ['in detention', 'state', 'detained', 'stock', 'DETAINED'],
  ['on board', 'state', 'other', 'stock', null],
  ['packed on', 'act', 'other', 'stock', null],
  ['packed onto', 'act', 'other', 'stock', null],
  ['gone back', 'act', 'returned', 'flow', 'RETURNS'],
  ['gunned down', 'verb', 'killed', 'flow', 'KILLED'],
  ['burned alive', 'verb', 'killed', 'flow', 'KILLED'],
  ['burnt alive', 'verb', 'killed', 'flow', 'KILLED'],
  ['suffered wounds', 'act', 'injured', 'flow', 'INJURED'],
  ['suffered gunshot', 'act', 'injured', 'flow', 'INJURED'],
  ['with gunshot', 'state', 'injured', 'stock', 'INJURED'],
  ['with bullet', 'state', 'injured', 'stock', 'INJURED'],
  ['with shrapnel', 'state', 'injured', 'stock', 'INJURED'],
  ['with burns', 'state', 'injured', 'stock', 'INJURED'],
  ['with injuries', 'state', 'injured', 'stock', 'INJURED'],
  ['with wounds', 'state', 'injured', 'stock', 'INJURED'],
  ['in hospital', 'state', 'injured', 'stock', 'INJURED'],
  ['admitted to hospital', 'verb', 'injured', 'flow', 'INJURED'],
  ['rushed to hospital', 'verb', 'injured', 'flow', 'INJURED'],
  ['under the rubble', 'state', 'missing', 'stock', 'MISSING'],
  ['under rubble', 'state', 'missing', 'stock', 'MISSING'],
  ['beneath the rubble', 'state', 'missing', 'stock', 'MISSING'],
  ['under the debris', 'state', 'missing', 'stock', 'MISSING'],
  ['under the mud', 'state', 'missing', 'stock', 'MISSING'],
  ['behind bars', 'state', 'detained', 'stock', 'DETAINED'],
  ['in prison', 'state', 'detained', 'stock', 'DETAINED'],
  ['in jail', 'state', 'detained', 'stock', 'DETAINED'],
  ['taken into custody', 'verb', 'detained', 'flow', 'DETAINED'],
  ['in tents', 'state', 'displaced', 'stock', 'SHELTERED'],
  ['in makeshift', 'state', 'displaced', 'stock', 'SHELTERED'],
  ['in collective', 'state', 'displaced', 'stock', 'SHELTERED'],
  ['in displacement', 'state', 'displaced', 'stock', 'IN_RELIEF_CAMP'],
  ['with host families', 'state', 'displaced', 'stock', 'SHELTERED'],
  ['without a roof', 'state', 'displaced', 'flow', 'HOMELESS'],
  ['without shelter', 'state', 'displaced', 'flow', 'HOMELESS'],
  ['without homes', 'state', 'displaced', 'flow', 'HOMELESS'],
  ['their villages', 'act', 'displaced', 'flow', 'FORCED_TO_FLEE'],
  ['gone home', 'act', 'returned', 'flow', 'RETURNS'],
  ['allowed home', 'verb', 'returned', 'flow', 'RETURNS'],
  ['allowed back', 'verb', 'returned', 'flow', 'RETURNS'],
  ['head home', 'act', 'returned', 'flow', 'RETURNS'],
  ['headed home', 'act', 'returned', 'flow', 'RETURNS'],
  ['heading home', 'act', 'returned', 'flow', 'RETURNS'],
  ['moved back', 'act', 'returned', 'flow', 'RETURNS'],
  ['picked up', 'verb', 'other', 'flow', null],
  ['fished out', 'verb', 'other', 'flow', null],
  ['pulled out', 'verb', 'other', 'flow', null],
  ['pulled alive', 'verb', 'other', 'flow', null],
  ['pulled from', 'verb', 'other', 'flow', null],
  ['brought ashore', 'verb', 'other', 'flow', null],
  ['taken ashore', 'verb', 'other', 'flow', null],
  ['needed help', 'act', 'population_in_need', 'stock', null],
  ['needed aid', 'act', 'population_in_need', 'stock', null],
  ['needed assistance', 'act', 'population_in_need', 'stock', null],
  ['needed humanitarian', 'act', 'population_in_need', 'stock', null],
  ['needed food', 'act', 'population_in_need', 'stock', null],
  ['needed urgent', 'act', 'population_in_need', 'stock', null],
  ['need shelter', 'act', 'population_in_need', 'stock', null],
  ['needed shelter', 'act', 'population_in_need', 'stock', null],
  ['require humanitarian', 'act', 'population_in_need', 'stock', null],
  ['require assistance', 'act', 'population_in_need', 'stock', null],
  ['required assistance', 'act', 'population_in_need', 'stock', null],
  ['require urgent', 'act', 'population_in_need', 'stock', null],
  ['facing hunger', 'state', 'population_in_need', 'stock', null],
  ['facing acute', 'state', 'population_in_need', 'stock', null],
  ['facing starvation', 'state', 'population_in_need', 'stock', null],
  ['facing famine', 'state', 'population_in_need', 'stock', null],
];

const PHRASES_BY_FIRST: ReadonlyMap<string, readonly { words: readonly string[]; cue: Cue }[]> = group();

function group(): Map<string, { words: string[]; cue: Cue }[]> {
  const groups = new Map<string, { words: string[]; cue: Cue }[]>();
  for (const [phrase, kind, metric, measure, term] of PHRASES) {
    const words = phrase.split(' ');
    const first = words[0] ?? '';
    groups.set(first, [...(groups.get(first) ?? []), { words, cue: { kind, metric, measure, term } }]);
  }
  return groups;
}

/** Longest phrases that begin with a word. */
export function phrasesFrom(first: string): readonly { words: readonly string[]; cue: Cue }[] {
  return PHRASES_BY_FIRST.get(first) ?? [];
}

/** What happened to dwellings. */
export const DWELLING_CUES: ReadonlyMap<string, Cue> = new Map(
  (
    [
      [
        'homes_destroyed',
        'DESTROYED_HOUSING',
        'destroy destroys destroyed destroying demolish demolished demolishing razed raze gutted gutting levelled leveled flattened collapsed collapse collapsing obliterated wrecked swept burned burnt burning torched torching',
      ],
      [
        'other',
        'PARTIALLY_DESTROYED_HOUSING',
        'damage damages damaged damaging inundated inundating flooded flooding submerged affected affecting hit',
      ],
    ] as const
  ).flatMap(([metric, term, words]) =>
    words.split(' ').map((word): [string, Cue] => [word, { kind: 'verb', metric, measure: 'flow', term }]),
  ),
);

/** These count who is in a state, the rest what happened. */
const STOCK_NOUNS =
  /^(?:missing|displaced|idps|homeless|refugees|detainees|prisoners|hostages|returnees|population|inhabitants)$/;

/** Nouns of an event whose number follows with "of", "to" or "at": "the death toll rose to 45", "the evacuation of 300 people". */
export const EVENT_NOUNS: ReadonlyMap<string, Cue> = new Map(
  (
    [
      [
        'killed',
        'KILLED',
        'toll deaths death fatalities killing killings massacre execution executions murder dead bodies',
      ],
      ['injured', 'INJURED', 'injuries injured wounded'],
      ['missing', 'MISSING', 'missing'],
      ['displaced', 'DISPLACED', 'displacement exodus'],
      ['displaced', 'DISPLACED', 'displaced idps homeless'],
      ['evacuated', 'EVACUATED', 'evacuation evacuations evacuees evacuated'],
      ['refugees', 'REFUGEE', 'refugees'],
      [
        'detained',
        'DETAINED',
        'arrest arrests detention abduction kidnapping detainees prisoners hostages capture',
      ],
      ['returned', 'RETURNS', 'return returnees'],
      ['other', null, 'rescue release'],
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

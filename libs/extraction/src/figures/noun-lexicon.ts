import type { Metric, Unit } from '#domain';
import { wordKind } from '../words/words.js';

/** A noun that counts people or homes. */
export interface CountedNoun {
  readonly unit: Unit;
  /** What the noun itself says of them: bodies were killed, hostages are detained. */
  readonly metric: Metric | null;
  /** The noun decides whatever verb stands by ("deaths"); otherwise a verb or adjective of the clause comes first. */
  readonly strong: boolean;
}

const PEOPLE = `people persons person individuals civilians civilian residents resident men man women woman
children child kids boys boy girls girl infants infant babies baby toddlers adults adult elderly pensioners students student pupils pupil
schoolchildren schoolgirls schoolboys teenagers teenager teens youths youngsters minors orphans widows villagers villager townspeople
locals citizens citizen nationals foreigners tourists tourist holidaymakers visitors passengers passenger crew crewmen crewmembers sailors
sailor seamen fishermen fisherman workers worker labourers laborers miners miner employees employee staff staffers farmers farmer herders
traders shoppers commuters motorists drivers driver pilots pilot hikers climbers skiers swimmers campers guests customers victims victim
souls natives soldiers soldier troops fighters fighter militants militant rebels rebel insurgents insurgent jihadists jihadis terrorists terrorist
gunmen gunman combatants combatant guerrillas militiamen police policemen policeman policewomen officers officer officials official medics medic
doctors doctor nurses nurse paramedics paramedic surgeons journalists journalist reporters reporter activists activist protesters protester
protestors demonstrators demonstrator worshippers worshipper pilgrims pilgrim mourners patients patient volunteers volunteer firefighters
firefighter rescuers rescuer peacekeepers peacekeeper personnel servicemen serviceman servicewomen marines airmen conscripts recruits cadets
guards guard members member supporters suspects suspect attackers attacker bombers bomber mothers mother fathers father brothers sisters
parents relatives wives daughters sons couples twins muslims christians jews hindus sikhs nomads pedestrians cyclists bystanders
newborns migrants migrant teachers teacher lecturers lawyers lawyer judges engineers engineer contractors staffer aid-workers politicians ministers loyalists
colleagues colleague comrades friends neighbours neighbors siblings cousins nephews nieces grandchildren inpatients in-patients midwives learners residents toddler seekers holdouts
passers-by passersby onlookers lads lad stallholders shopkeepers neighbors
commandos commanders commander players dissidents priests monks nuns clerics imams settlers peasants slum-dwellers dwellers occupants tenants
beneficiaries recipients schoolteachers carers caregivers husbands widowers grandmothers grandfathers grandparents uncles aunts spouses newlyweds
shepherds pastoralists loggers welders builders vendors apprentices trainees interns reservists gendarmes trekkers mountaineers revellers spectators
co-passengers co-passenger co-workers hostage-takers bodyguards bodyguard interpreters interpreter translators aides attendants technicians diplomats separatists extremists islamists maoists
bandits kidnappers hijackers paratroopers motorcyclists devotees retirees cleaners cooks herdsmen schoolgirl schoolboy
adolescents islanders highlanders squatters beggars inmates breadwinners absconders defectors deserters mercenaries snipers smugglers traffickers`;

const STATES: readonly [string, Metric, boolean][] = [
  ['deaths fatalities death fatality corpses corpse bodies body cadavers cadaver dead', 'killed', true],
  ['injuries injured wounded', 'injured', true],
  ['killings murders executions drownings beheadings lynchings', 'killed', true],
  ['amputees amputee', 'injured', false],
  ['disappearances', 'missing', true],
  ['arrests detentions abductions kidnappings', 'detained', true],
  ['displacements evictions expulsions', 'displaced', true],
  ['evacuations', 'evacuated', true],
  ['cases infections', 'affected', false],
  ['inhabitants', 'population', false],
  ['casualties', 'killed', false],
  ['lives', 'killed', false],
  ['missing', 'missing', true],
  ['refugees refugee asylum-seekers', 'refugees', false],
  ['idps displaced homeless', 'displaced', false],
  ['evacuees evacuee', 'evacuated', false],
  ['returnees returnee', 'returned', false],
  ['arrivals', 'displaced', false],
  ['survivors survivor', 'other', false],
  [
    'hostages hostage prisoners prisoner detainees detainee captives captive inmates convicts convict abductees',
    'detained',
    false,
  ],
  ['pows', 'detained', false],
];

const HOUSEHOLDS = 'families family households household';
const DWELLINGS =
  'homes home houses house dwellings dwelling huts hut apartments flats cottages bungalows shelters';

function entries(words: string, noun: CountedNoun): [string, CountedNoun][] {
  return words.split(/\s+/).map((word) => [word, noun]);
}

/** Counted nouns in the forms that stand after a number. */
export const COUNTED_NOUNS: ReadonlyMap<string, CountedNoun> = new Map([
  ...entries(PEOPLE, { unit: 'person', metric: null, strong: false }),
  ...STATES.flatMap(([words, metric, strong]) => entries(words, { unit: 'person', metric, strong })),
  ...entries(HOUSEHOLDS, { unit: 'household', metric: null, strong: false }),
  ...entries(DWELLINGS, { unit: 'dwelling', metric: null, strong: false }),
]);

/** Adjectives of state that stand for the people in it: "27 dead", "360 wounded were taken out". */
export const STATE_WORDS: ReadonlyMap<string, Metric> = new Map([
  ['dead', 'killed'],
  ['killed', 'killed'],
  ['drowned', 'killed'],
  ['slain', 'killed'],
  ['injured', 'injured'],
  ['wounded', 'injured'],
  ['hurt', 'injured'],
  ['hospitalised', 'injured'],
  ['hospitalized', 'injured'],
  ['missing', 'missing'],
  ['unaccounted', 'missing'],
  ['displaced', 'displaced'],
  ['homeless', 'displaced'],
  ['evacuated', 'evacuated'],
  ['detained', 'detained'],
  ['arrested', 'detained'],
  ['captured', 'detained'],
  ['kidnapped', 'detained'],
  ['abducted', 'detained'],
  ['trapped', 'affected'],
  ['stranded', 'affected'],
  ['affected', 'affected'],
  ['besieged', 'besieged'],
  ['rescued', 'other'],
  ['aboard', 'other'],
  ['onboard', 'other'],
]);

export const STATE = wordKind(STATE_WORDS);
/** Compounds of people: "quarrymen", "townsfolk", "churchgoers". */
const COMPOUND =
  /^[a-z]{3,}(?:men|women|folk|folks|people|persons|workers|goers|dwellers|owners|keepers|hands)$/;
const NO_COMPOUND = /^(?:specimen|regimen|abdomen|acumen|shorthands|longhands)$/;
export const COUNTED = wordKind(
  (lower) => COUNTED_NOUNS.has(lower) || (COMPOUND.test(lower) && !NO_COMPOUND.test(lower)),
);

/** Plural nouns that a casualty verb may take without people being meant; any other unknown plural it takes is people. */
export const NOT_PEOPLE = wordKind(
  /^(?:cattle|cows?|goats?|sheep|pigs?|dogs?|cats?|horses?|camels?|chickens?|birds?|animals?|livestock|elephants?|whales?|fish|trees?|buildings?|schools?|hospitals?|clinics?|mosques?|churches|vehicles?|cars?|buses|trucks?|tanks?|planes?|aircraft|helicopters?|ships?|boats?|vessels?|roads?|bridges?|villages?|towns?|cities|districts?|provinces?|regions?|areas?|camps?|shops?|businesses|times|points?|goals?|votes?|seats?|jobs?|attacks?|incidents?|shells|rockets|bombs|mines|missiles|strikes|airstrikes|weapons|countries|states|places|sites|fires|acres|hectares|miles|kilomet(?:er|re)s|met(?:er|re)s|feet|tonnes|tons|hours?|days?|weeks?|months?|years?|minutes?|seconds?|percent|per|pounds?|dollars?|euros?|stars?|games?|matches|rounds?|laps?|cents?|positions|convoys?|groups?|waves?)$/,
);

import { lowerAt, type Word } from '../words/words.js';
import { DISEASES, inCrisis } from './cause.js';
import { BE } from './function-words.js';
import { cue, frame, inCrisisOnly, onlyBehind, onlyIn, set, type Frame } from './frame.js';
import { wordsAndForms } from './verb-forms.js';

const DISEASE = set(`virus disease infection infections fever plague ${DISEASES}`);

const INJURY = set(
  `fracture fractures burn burns bruise bruises wound wounds injury injuries concussion concussions bones hypothermia frostbite
  laceration lacerations amputation amputations inhalation trauma heatstroke dehydration shrapnel poisoning`,
);

/** Injuries by words that mean as often no injury: pay is cut, news comes as a shock. */
const SOMETIMES_INJURY = set('cuts shock exhaustion');

/** What a household is connected to. */
export const UTILITIES = 'power electricity heating gas phone telephone internet';

/** Places that people are in for their health. */
const MEDICAL = set(
  'treatment cholera isolation health medical stabilisation stabilization feeding trauma burns',
);

/** What people go down with. */
const SUNK = 'boat boats dinghy dinghies ferry vessel ship trawler plane mv ms ss';

const NOT = set(
  "not never neither haven't hasn't hadn't weren't wasn't aren't isn't didn't don't doesn't couldn't",
);

/** What is done with those whom nobody has yet found. */
const FOUND = set(
  'seen heard found located traced accounted contacted emerged surfaced recovered identified reached dug pulled extricated',
);

/** Where those are whom rescuers have not reached. */
const BURIED_IN = set(
  `rubble debris mud wreckage ruins mine shaft pit tunnel tunnels hold hull cabin vehicle vehicles carriage carriages building cave
  collapsed cars bus train wreck snow landslide there`,
);

/** How hospitals call the state of those in their care. */
const GRAVE = set('critical serious grave fair stable life-threatening');

const LOSES = set('lost lose loses losing');
const SUFFERS = wordsAndForms('', 'suffer sustain');

const MISSING = cue('state', 'missing', 'stock', 'MISSING');
const DIED = cue('act', 'killed', 'flow', 'KILLED');
const KILLED = cue('verb', 'killed', 'flow', 'KILLED');
const HURT = cue('act', 'injured', 'flow', 'INJURED');
const INJURED = cue('state', 'injured', 'flow', 'INJURED');
const IN_CARE = cue('state', 'injured', 'stock', 'INJURED');
const ILL = cue('act', 'affected', 'flow', 'AFFECTED');
const AFFECTED = cue('act', 'affected', 'stock', 'AFFECTED');

/** What is done to people "to death"; a sentence or a threat of death has not been carried out. */
const KILLS = wordsAndForms(
  'put beat beaten shot stung bitten burnt gassed stamped dragged thrown',
  `batter bash bludgeon bomb burn club crush electrocute flog gore hack hammer kick knife lynch maul peck pound
  punch roast savage scald slash stab stone strangle suffocate throttle torture trample whip work`,
);

/** What people do or undergo "to death". */
const COMES = wordsAndForms(
  'bled bleed bleeding froze freeze freezing frozen fell fall falling fallen leapt swept',
  'choke drown jump leap plunge starve tumble',
);

/** What befell people's bodies and lives. */
export const HARM_FRAMES: readonly Frame[] = [
  frame(MISSING, NOT, ['seen heard found located traced accounted contacted emerged surfaced', 4]),
  frame(MISSING, 'yet', ['to', 1], ['be', 1], [FOUND, 1]),
  inCrisisOnly(frame(MISSING, 'still', ['in inside under underneath beneath below', 1], [BURIED_IN, 4])),
  frame(MISSING, 'whereabouts fate', ['unknown unclear uncertain', 8]),
  inCrisisOnly(frame(DIED, NOT, ['come came return returned', 1], ['home back alive', 1])),
  frame(DIED, NOT, ['survive survived breathing', 2]),
  frame(DIED, NOT, ['make made', 2], ['it', 1], ['through out back alive ashore', 1]),
  frame(HURT, NOT, ['see walk hear', 1], ['again', 1]),
  onlyBehind(
    (words, at) => !/^(?:nearly|almost)$/.test(lowerAt(words, at)),
    frame(KILLED, KILLS, ['to', 1], ['death', 1]),
  ),
  frame(KILLED, 'to', ['their his her', 1], ['death deaths', 1]),
  frame(DIED, COMES, ['to', 1], ['death deaths', 2]),
  frame(DIED, 'passed', ['away', 1]),
  frame(DIED, LOSES, ['lives life', 4]),
  frame(DIED, 'went go goes going gone', ['down', 1], ['with aboard on', 1], [SUNK, 4]),
  frame(HURT, LOSES, ['limb limbs leg legs arm arms sight eye eyes foot feet hand hands', 3]),
  frame(AFFECTED, LOSES, [
    'power electricity livelihood livelihoods crops harvest harvests income access',
    3,
  ]),
  frame(INJURED, SUFFERS, [INJURY, 4]),
  inCrisisOnly(frame(INJURED, SUFFERS, [SOMETIMES_INJURY, 3])),
  frame(IN_CARE, 'listed described reported', ['as in', 1], [GRAVE, 3]),
  frame(IN_CARE, 'in', [GRAVE, 2], ['condition conditions', 2]),
  onlyBehind(
    (words, at) => BE.has(lowerAt(words, at)),
    frame(IN_CARE, 'at in', ['hospital hospitals infirmary', 5]),
  ),
  frame(IN_CARE, 'remain remains remained still stay stayed', [
    'hospital hospitals hospitalised hospitalized',
    2,
  ]),
  frame(
    INJURED,
    'complained complaining complain',
    ['of', 1],
    ['pain pains ache aches breathing dizziness injuries', 5],
  ),
  frame(INJURED, 'with', ['minor light slight superficial deep severe facial', 1], ['cuts', 1]),
  frame(INJURED, 'with', [INJURY, 3]),
  frame(INJURED, 'receiving receive receives received undergoing undergo underwent undergone getting', [
    'treatment surgery',
    3,
  ]),
  frame(
    INJURED,
    'receiving receive receives received getting need needed require required',
    ['hospital medical intensive emergency', 2],
    ['care treatment attention', 1],
  ),
  frame(IN_CARE, 'under in', ['intensive', 1], ['care', 1]),
  frame(IN_CARE, 'under', ['care treatment', 2]),
  frame(
    IN_CARE,
    'in at',
    [MEDICAL, 2],
    ['centre centres center centers unit units ward wards facility facilities', 1],
  ),
  frame(IN_CARE, 'fighting', ['for', 1], ['life lives', 2]),
  frame(
    cue('verb', 'injured', 'flow', 'INJURED'),
    'taken rushed flown brought airlifted ferried admitted carried transferred moved evacuated sent',
    ['to', 2],
    ['hospital hospitals clinic clinics unit ward infirmary general', 6],
  ),
  frame(ILL, 'contract contracts contracted contracting caught catching', [DISEASE, 4]),
  frame(ILL, 'came come comes coming', ['down', 1], ['with', 1]),
  frame(ILL, 'went go goes going gone', ['down', 1], ['with', 1], [DISEASE, 4]),
  frame(ILL, 'diagnosed', ['with as', 1]),
  frame(ILL, 'suffer suffers suffered suffering', ['from', 1], [DISEASE, 4]),
  frame(ILL, 'tested test testing', ['positive', 1]),
  frame(ILL, 'fell fall falls fallen falling taken became become', ['ill sick unwell', 2]),
  frame(ILL, 'exposed', ['to', 1], [DISEASE, 4]),
  frame(AFFECTED, 'without', [`${UTILITIES} running piped tap mains hot light`, 2]),
  onlyIn(lacksLight, onlyBehind(isNotKept, frame(AFFECTED, 'in', ['the', 1], ['dark', 1]))),
  onlyIn(lacksLight, frame(AFFECTED, 'in by', ['darkness candlelight lamplight torchlight', 1])),
  frame(AFFECTED, 'education schooling studies lessons classes livelihoods treatment', [
    'interrupted disrupted suspended halted cut destroyed',
    3,
  ]),
  frame(
    cue('state', 'affected', 'stock', 'AFFECTED'),
    'live lives living trapped remain',
    ['in', 1],
    ['area areas place places district districts zone zones locations communities pocket pockets', 3],
    ['that which where beyond outside out', 1],
    ['reach reached access enter inaccessible besieged', 8],
  ),
];

const LIGHT = set(`${UTILITIES} outage outages blackout blackouts grid lights`);

/** The dark of which a sentence speaks is no figure of speech. */
function lacksLight(words: readonly Word[]): boolean {
  return inCrisis(words) || words.some(({ lower }) => LIGHT.has(lower));
}

/** Who is kept in the dark has not been told. */
function isNotKept(words: readonly Word[], at: number): boolean {
  return !/^(?:keep|keeps|keeping|kept)$/.test(lowerAt(words, at));
}

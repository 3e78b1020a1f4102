import { lowerAt, type Word } from '../words/words.js';
import { cue, frame, inCrisisOnly, onlyBehind, onlyIn, set, type Frame } from './frame.js';
import { BE, isAdverb } from './function-words.js';
import { wordsAndForms } from './verb-forms.js';

const VESSEL = set(
  'boat boats dinghy dinghies raft rafts ferry vessel vessels bus buses truck trucks lorry lorries hold deck decks ship ships canoe canoes train plane',
);

const PLAIN_SHELTER = set(
  'tent tents camp camps barracks caravan caravans tarpaulin tarpaulins tarp tarps sheeting settlement settlements classrooms outdoors site sites',
);

const ANY_SHELTER = set(
  `tent tents shelter shelters camp camps centre centres center centers school schools church churches mosque mosques hall halls gym gyms
  gymnasium gymnasiums stadium stadiums arena arenas warehouse warehouses hotel hotels hostel hostels monastery monasteries host hosts
  families relatives friends dormitory dormitories open street streets cars park parks building buildings room rooms neighbours neighbors`,
);

const HOSTS = set(
  'relatives family families friends neighbours neighbors kin host hosts locals strangers communities community residents villagers',
);

const STAYS = set(
  'staying stay stayed living live lived sleeping sleep slept housed lodged accommodated hosted crammed packed crowded camped camping huddled huddling bedding bedded settled squatting spending spent',
);

/** Only said of people who have no bed of their own. */
const LODGED_ROUGHLY = set('bedding bedded huddled huddling squatting camping camped');

const WITHIN = 'in at under inside into with among on';

/** Whoever lives at a base of peacekeepers has sought their protection. */
const KEEPS_PEACE = /^(?:un|u\.n\.|peacekeep(?:ers|ing)|mission|blue)$|^un[a-z]{2,4}$/;
const atPeacekeepers = (words: readonly Word[]): boolean =>
  words.some(({ lower }) => KEEPS_PEACE.test(lower));

const IN_SHELTER = cue('state', 'displaced', 'stock', 'SHELTERED');
const FLED = cue('act', 'displaced', 'flow', 'FORCED_TO_FLEE');
const SOUGHT_SHELTER = cue('act', 'displaced', 'flow', 'SHELTERED');
const REFUGEE = cue('act', 'refugees', 'flow', 'REFUGEE');
const MOVED_OUT = cue('act', 'evacuated', 'flow', 'EVACUATED');
const TAKEN_OUT = cue('verb', 'evacuated', 'flow', 'EVACUATED');
const TAKEN = cue('verb', 'detained', 'flow', 'DETAINED');
const RETURNED = cue('act', 'returned', 'flow', 'RETURNS');
const OTHER = cue('act', 'other', 'stock', null);

const SENT = /^(?:sent|fired|launched|deployed|advanced|attacked|ordered|dispatched)$/;
const GOES = /(?:ed|fled|ran|run|went|gone|go|came|come|swam|way|moving|fleeing|streaming|pouring)$/;

/** Where those go who go on foot. */
const WAYS = set(
  'to toward towards north south east west northward southward eastward westward northwards southwards eastwards westwards inland uphill',
);

/** Where wind and water come first. */
const EXPOSED = set(
  'shore shores shoreline coast coastline seafront beach beaches riverbank riverbanks riverside banks slope slopes floodplain valley lowlands',
);

/** What people leave behind when they flee. */
const LEFT_BEHIND = set(
  'homes home houses village villages fields farms lands land camps property country areas region',
);

/** Who is on the move, where they stay, who took them. */
export const MOVEMENT_FRAMES: readonly Frame[] = [
  frame(
    FLED,
    'abandon abandons abandoned abandoning desert deserted deserting',
    ['their his her the', 1],
    [LEFT_BEHIND, 2],
  ),
  frame(FLED, 'made make makes', ['it', 1], ['to', 1], ['camp camps shelter shelters', 3]),
  inCrisisOnly(frame(FLED, 'packed packing grabbed gathered', ['bags belongings what', 3])),
  frame(FLED, 'take takes took taken taking', ['flight', 1]),
  inCrisisOnly(
    frame(
      FLED,
      'take takes took taken taking',
      ['to', 1],
      ['road roads hills bush forest forests mountains sea boats', 3],
    ),
  ),
  inCrisisOnly(
    frame(
      FLED,
      'streamed streaming poured pouring flooded flocked crowded',
      ['into to', 1],
      ['city town capital camp camps village shelters schools', 3],
    ),
  ),
  inCrisisOnly(frame(FLED, wordsAndForms('trekked trekking', 'walk trudge hike'), [WAYS, 3])),
  frame(cue('act', 'displaced', 'flow', 'HOMELESS'), 'lost lose loses losing', [
    'home homes house houses everything belongings possessions',
    3,
  ]),
  frame(cue('act', 'displaced', 'stock', 'SHELTERED'), 'taken', ['shelter refuge', 1]),
  frame(SOUGHT_SHELTER, 'seek seeks seeking sought take took taking found finding', [
    'refuge shelter safety sanctuary',
    1,
  ]),
  frame(IN_SHELTER, 'hosted sheltered housed accommodated lodged', ['by with', 1], [HOSTS, 5]),
  frame(IN_SHELTER, 'taken', ['in', 1], ['by', 1], [HOSTS, 4]),
  inCrisisOnly(
    frame(
      cue('act', 'other', 'stock', null),
      'refused refuse refusing refuses declined',
      ['to', 1],
      ['leave go evacuate flee', 1],
    ),
  ),
  frame(
    MOVED_OUT,
    'clear clears cleared clearing move moved moving get got getting',
    ['out', 1],
    ['of when as before with ahead', 1],
  ),
  frame(
    MOVED_OUT,
    'had have has told ordered asked urged advised instructed forced',
    ['to', 1],
    ['evacuate', 1],
  ),
  frame(
    MOVED_OUT,
    'had have has told ordered asked urged advised instructed',
    ['to', 1],
    ['clear move get', 1],
    ['out', 1],
  ),
  frame(
    TAKEN_OUT,
    'moved taken brought led carried wheeled walked helped guided ushered escorted ferried driven bused bussed',
    ['out into to from', 1],
    ['open outdoors outside park square safety safer field fields', 3],
  ),
  inCrisisOnly(frame(MOVED_OUT, 'moved move moving', ['from off away', 1], [EXPOSED, 4])),
  frame(
    REFUGEE,
    'seek seeks seeking sought request requests requested requesting claiming claimed granted applied',
    ['asylum', 2],
  ),
  frame(REFUGEE, 'flee flees fled fleeing gone', ['to into', 1], ['neighbouring neighboring', 3]),
  frame(cue('state', 'refugees', 'stock', 'REFUGEE'), 'as', ['refugees refugee', 1]),
  onlyBehind(
    (words, at) => GOES.test(lowerAt(words, at)) && !SENT.test(lowerAt(words, at)),
    frame(REFUGEE, 'across over beyond into', ['border borders frontier', 4]),
  ),
  frame(
    RETURNED,
    'went gone go going came come coming moved made',
    ['back home', 4],
    ['to into', 2],
    ['areas area homes villages village towns places place districts origin', 3],
  ),
  frame(RETURNED, 'turned headed', ['back', 1], ['to into home', 1]),
  frame(
    TAKEN,
    'recruited conscripted press-ganged enlisted',
    ['by into', 2],
    ['armed militia militias rebel rebels gang gangs insurgents militants jihadists group groups', 3],
  ),
  frame(
    TAKEN,
    'taken stopped seized',
    ['at', 1],
    ['checkpoint checkpoints roadblock roadblocks gunpoint', 3],
  ),
  frame(
    TAKEN,
    'taken marched dragged led',
    ['by', 1],
    [
      'gunmen gunman fighters militants rebels soldiers militia militiamen kidnappers captors force police',
      3,
    ],
  ),
  frame(
    cue('verb', 'detained', 'flow', 'DETAINED'),
    'sentenced jailed imprisoned',
    ['to for', 1],
    ['life years prison jail months hard', 6],
  ),
  onlyIn(atPeacekeepers, frame(IN_SHELTER, STAYS, [WITHIN, 2], ['base bases compound compounds', 6])),
  inCrisisOnly(frame(FLED, 'moved', ['to into', 1], ['safety', 12])),
  frame(IN_SHELTER, STAYS, [WITHIN, 3], [PLAIN_SHELTER, 5]),
  inCrisisOnly(frame(IN_SHELTER, STAYS, [WITHIN, 3], [ANY_SHELTER, 5])),
  frame(IN_SHELTER, LODGED_ROUGHLY, [WITHIN, 5], [ANY_SHELTER, 5]),
  frame(IN_SHELTER, LODGED_ROUGHLY, ['along beside by on', 2], ['road roads roadside field fields river', 3]),
  frame(IN_SHELTER, 'sleep sleeps sleeping slept', [WITHIN, 1], ['open ground floor floors', 3]),
  frame(IN_SHELTER, STAYS, ['in', 2], ['collective evacuation reception transit relief', 4]),
  onlyBehind(isBeing, frame(IN_SHELTER, 'in under', [PLAIN_SHELTER, 3])),
  frame(IN_SHELTER, 'nowhere', ['to', 1], ['sleep live stay go shelter', 1]),
  frame(
    OTHER,
    'squeezed squeezing crammed cramming crowded crowding packed packing piled piling jammed',
    ['into onto aboard on in', 1],
    [VESSEL, 5],
  ),
];

/** "are still in caravans" */
function isBeing(words: readonly Word[], at: number): boolean {
  let before = at;
  while (before > at - 3 && isAdverb(words[before])) before -= 1;
  return BE.has(lowerAt(words, before)) || /^remain(?:s|ed)?$/.test(lowerAt(words, before));
}

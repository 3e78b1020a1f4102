import { lowerAt, type Word } from '../words/words.js';
import type { Counted, Resolution } from './counted.js';
import { isOfPeople } from './counted-noun.js';
import type { Count } from './counts.js';
import type { Cue } from './cue.js';
import { isAdverb } from './function-words.js';
import { isOfUs } from './parts.js';

const COUNTED_ONLY: Cue = { kind: 'state', metric: 'other', measure: 'stock', term: null };

/** Who comes to help, to guard, to tell or to look on is no count of those that an event befell. */
const ONLOOKERS =
  /^(?:rescuers?|firefighters?|volunteers?|soldiers?|troops|police|policemen|officers?|officials?|peacekeepers?|personnel|staff|staffers|employees?|workers?|doctors?|nurses?|medics?|paramedics?|surgeons|journalists?|reporters?|activists?|protest[eo]rs?|demonstrators?|mourners|worshippers?|supporters?|guards?|judges|lawyers?|engineers|ministers|politicians|players|commanders|customers|shoppers|visitors|guests|fighters?|militants?|rebels?|gunmen|members?|dissidents|priests|monks|engineers|pilots|drivers|couples|friends|occupants|tenants|colleagues|comrades|voters|viewers|spectators|fans|readers|listeners|subscribers|followers|commuters|passengers|riders|concertgoers|moviegoers|festivalgoers|attendees|delegates|applicants|candidates|graduates|taxpayers|co-workers|hostage-takers|aides|attendants|technicians|diplomats|separatists|extremists|islamists|maoists|bandits|kidnappers|hijackers|paratroopers|devotees|cleaners|cooks|users|consumers|tourists|holidaymakers)$/;
/** What they do, or what is done with them, that is no fate. */
const NO_FATE =
  /^(?:took|attend(?:s|ed|ing)?|vot(?:e|es|ed|ing)|march(?:ed|ing)?|protest(?:s|ed|ing)?|rall(?:y|ied)|gather(?:s|ed|ing)?|turned|employ(?:s|ed|ing)?|interview(?:s|ed|ing)?|survey(?:s|ed|ing)?|polled|hir(?:ed|es|ing)|train(?:s|ed|ing)|watch(?:ed|ing)?|appl(?:y|ied)|sign(?:s|ed)|queued?|join(?:s|ed)?|cheer(?:s|ed)?|work(?:s|ed|ing)?|visit(?:s|ed)?|celebrat(?:e|es|ed)|serv(?:e|es|ed|ing)|costs?|us(?:e|es|ed)|per|for)$/;

/** What those do who vote, watch or listen, also behind a comma: ", or 1.4 million people, turned out". */
const ATTENDS =
  /^(?:turned|turn|voted|vote|votes|voting|cast|casting|watched|watch|watching|attended|attend|attending|tuned|tune|listened|cheered|applied|registered|enrolled|signed|bought|paid|subscribe|subscribed|marched)$/;
/** They draw or seat an audience. */
const DRAWS =
  /^(?:drew|draws?|drawing|attract(?:s|ed|ing)?|seats?|entertain(?:s|ed|ing)?|audience|turnout|crowd|attendance|electorate)$/;

/** "1.4 million people, turned out", "a crowd of 9,000 people", "drew two million people" */
function isAudience(words: readonly Word[], { from, to }: Count): boolean {
  const verb = lowerAt(words, to) === ',' || lowerAt(words, to) === 'who' ? to + 1 : to;
  if (ATTENDS.test(lowerAt(words, isAdverb(words[verb]) ? verb + 1 : verb))) return true;
  const before = lowerAt(words, from - 1) === 'of' ? from - 2 : from - 1;
  return DRAWS.test(lowerAt(words, before));
}

/** Figures that rules read by what befell people: so many make an article one of such an event. */
const TOLD = 3;

/** A count of people of which no word tells more, as in "1,450 pupils come in three shifts". */
export function peopleCounted(words: readonly Word[], count: Count): Resolution | null {
  return isOfUs(words, count) || countsPeople(words, count)
    ? { cue: COUNTED_ONLY, at: null, rule: 'figure/people-counted', of: null }
    : null;
}

function countsPeople(words: readonly Word[], count: Count): boolean {
  const { form, noun, number, from, to } = count;
  if (form !== 'noun' || !noun || !isOfPeople(noun)) return false;
  if (
    isAudience(words, count) ||
    isWhole(words, from) ||
    lowerAt(words, from - 1) === 'by' ||
    number.value === 1 ||
    ONLOOKERS.test(lowerAt(words, noun.head))
  )
    return false;
  // "a school caters for 1,450 pupils"
  const isServed = /^cater(?:s|ed|ing)?$/.test(lowerAt(words, from - 2));
  return !NO_FATE.test(lowerAt(words, to)) && (isServed || !NO_FATE.test(lowerAt(words, from - 1)));
}

/** "12 of the 75 people", "40 of 112 passengers" */
function isWhole(words: readonly Word[], from: number): boolean {
  const of = lowerAt(words, from - 1) === 'the' ? from - 2 : from - 1;
  return lowerAt(words, of) === 'of' && words[of - 1]?.kind !== 'mark';
}

/** It, or what it is a part of, was read as a count of people alone. */
function isCountedOnly({ rule, of }: Counted): boolean {
  return rule === 'figure/people-counted' || (of !== null && isCountedOnly(of));
}

/** Counts of people alone are figures only in an article that tells of people's fate anyway. */
export function keptCounts(
  sentences: readonly (readonly Counted[])[],
): (counted: readonly Counted[]) => readonly Counted[] {
  let told = 0;
  for (const counted of sentences) for (const one of counted) if (!isCountedOnly(one)) told += 1;
  return told >= TOLD ? (counted) => counted : (counted) => counted.filter((one) => !isCountedOnly(one));
}

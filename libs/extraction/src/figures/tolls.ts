import { lowerAt, type Word } from '../words/words.js';
import type { Count } from './counts.js';
import { isEpidemic } from './cause.js';
import { isAdverb } from './function-words.js';
import type { Cue } from './cue.js';
import { CUES, DWELLING_CUES, EVENT_NOUNS } from './metric-cues.js';
import { COUNTED_NOUNS } from './noun-lexicon.js';
import type { FoundCue } from './movements.js';
import { CHANGES, REACHES, SETS, TOTAL_NOUNS } from './total-words.js';
import { endsClause } from './clause-end.js';
import { foretellsDeath } from './death-compounds.js';
import { phraseAt } from './cue-at.js';

const TOLL_LINKS = new Set(['to', 'at', 'of', 'is', 'was', 'were', 'than', 'put', 'as', 'from', ...REACHES]);

const TOLL_REACH = 24;

/** "the death toll rose to 45", "the number of wounded exceeded 300": the noun of the event is the clause's subject. */
export function tollBefore(words: readonly Word[], count: Count): FoundCue | null {
  return broughtTo(words, count) ?? tollSubject(words, count);
}

function tollSubject(words: readonly Word[], count: Count): FoundCue | null {
  const bounding =
    count.from < count.number.from && /exceed|pass|past|surpass|top/.test(lowerAt(words, count.from));
  const last = count.from - 1;
  if (!bounding && !TOLL_LINKS.has(lowerAt(words, last)) && !isAdverb(words[last])) return null;
  for (let at = last; at >= 0 && at > count.from - TOLL_REACH; at -= 1) {
    const found = tollNoun(words, at) ?? countedEvent(words, at, count);
    if (found) return found;
    if (at < last && endsClause(words, at) && !goesOnBehind(words, at)) return null;
  }
  return null;
}

/** "the toll has risen sharply - from 30 to 45", "the toll, after two died, rose to 45" */
const goesOnBehind = (words: readonly Word[], at: number): boolean =>
  lowerAt(words, at) === 'after' ||
  (lowerAt(words, at) === 'than' && /^(?:more|less|fewer)$/.test(lowerAt(words, at - 1))) ||
  (words[at]?.kind === 'mark' && lowerAt(words, at + 1) === 'from');

/** "bringing to 33 the number of people who have died": the noun of the toll comes behind. */
function broughtTo(words: readonly Word[], count: Count): FoundCue | null {
  if (lowerAt(words, count.from - 1) !== 'to' || !SETS.has(lowerAt(words, count.from - 2))) return null;
  const at = lowerAt(words, count.to) === 'the' ? count.to + 1 : count.to;
  for (let i = at; i < at + 3; i += 1) {
    if (!TOTAL_NOUNS.has(lowerAt(words, i))) continue;
    const found = tollNoun(words, i);
    if (found) return found;
    for (let back = i + 1; back <= i + 9; back += 1) {
      const cue = CUES.get(lowerAt(words, back));
      if (cue) return { cue, from: back, to: back + 1 };
    }
  }
  return null;
}

const COUNTED_EVENTS =
  /^(?:deaths|fatalities|killings|injuries|arrests|detentions|evacuations|abductions|infections|caseload)$/;

/** "Cholera deaths reach 118", "arrests rose to 40". */
function countedEvent(words: readonly Word[], at: number, count: Count): FoundCue | null {
  const noun = lowerAt(words, at);
  if (!COUNTED_EVENTS.test(noun) && !(noun === 'cases' && isEpidemic(words))) return null;
  const between = words.slice(at + 1, count.number.from).map(({ lower }) => lower);
  const moves =
    between.some((lower) => REACHES.has(lower) || CHANGES.has(lower)) ||
    (lowerAt(words, count.from - 1) === 'to' && isSet(words, at));
  const cue = moves ? (EVENT_NOUNS.get(noun) ?? CUES.get('infected')) : undefined;
  return cue ? { cue, from: at, to: at + 1 } : null;
}

/** "takes the cumulative caseload to": the verb that moves the total stands before it. */
const isSet = (words: readonly Word[], at: number): boolean =>
  [1, 2, 3].some((back) => SETS.has(lowerAt(words, at - back)));

/** "the number of homes lost" */
function dwellingsLost(words: readonly Word[], at: number): FoundCue | null {
  if (lowerAt(words, at + 1) !== 'of' || COUNTED_NOUNS.get(lowerAt(words, at + 2))?.unit !== 'dwelling')
    return null;
  const cue = DWELLING_CUES.get(lowerAt(words, at + 3));
  return cue ? { cue, from: at + 2, to: at + 4 } : null;
}

/** Those of whom there is a population besides people who live somewhere. */
const POPULATIONS: ReadonlyMap<string, string> = new Map([
  ['refugee', 'refugees'],
  ['displaced', 'displaced'],
  ['idp', 'idps'],
  ['prison', 'prisoners'],
  ['row', 'prisoners'],
]);

/** "the refugee population has grown from 500,000 to 843,000" */
function populationNoun(words: readonly Word[], at: number): FoundCue | null {
  const noun = lowerAt(words, at) === 'population' ? POPULATIONS.get(lowerAt(words, at - 1)) : undefined;
  const cue = noun === undefined ? undefined : EVENT_NOUNS.get(noun);
  return cue ? { cue, from: at - 1, to: at + 1 } : null;
}

function tollNoun(words: readonly Word[], at: number): FoundCue | null {
  const population = populationNoun(words, at);
  if (population) return population;
  const lower = lowerAt(words, at);
  // "put the dead at 17"
  if (lowerAt(words, at + 1) === 'at' && /^put(?:s|ting)?$/.test(lowerAt(words, at - 2))) {
    const cue = EVENT_NOUNS.get(lower);
    return cue ? { cue, from: at, to: at + 1 } : null;
  }
  if (!TOTAL_NOUNS.has(lower) || lower === 'total') return null;
  const named = [at - 1, at - 2].map((i) => EVENT_NOUNS.get(lowerAt(words, i))).find(Boolean);
  if (lower === 'toll') return { cue: named ?? (EVENT_NOUNS.get('toll') as Cue), from: at, to: at + 1 };
  const counted = dwellingsLost(words, at) ?? countedBehind(words, at);
  return counted ?? (named ? { cue: named, from: at - 1, to: at } : null);
}

/** "the number of people who fled": the first cue behind the noun of the total. */
function countedBehind(words: readonly Word[], at: number): FoundCue | null {
  for (let i = at + 1; i <= at + 5; i += 1) {
    if (lowerAt(words, i) === 'lives') return { cue: EVENT_NOUNS.get('toll') as Cue, from: i, to: i + 1 };
    const phrase = phraseAt(words, i);
    if (phrase) return phrase;
    const cue = EVENT_NOUNS.get(lowerAt(words, i)) ?? CUES.get(lowerAt(words, i));
    if (cue && !foretellsDeath(words, i)) return { cue, from: i, to: i + 1 };
  }
  return null;
}

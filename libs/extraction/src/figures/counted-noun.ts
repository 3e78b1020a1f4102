import { CAPITAL, isCapital, isKind, lowerAt, wordKind, type Word } from '../words/words.js';
import { SMALL_NUMBER } from '../words/small-numbers.js';
import { endsNounPhrase, isAdverb } from './function-words.js';
import { foretellsDeath } from './death-compounds.js';
import { COUNTED, COUNTED_NOUNS, NOT_PEOPLE, STATE, type CountedNoun } from './noun-lexicon.js';

/** The noun a number counts: words `from` (its first modifier) to `to`, the head noun(s) from `head`. */
export interface NounPhrase {
  readonly from: number;
  readonly head: number;
  readonly to: number;
  readonly noun: CountedNoun;
  /** The head is in no lexicon: people only if a casualty verb takes it. */
  readonly unknown: boolean;
}

const MODIFIERS = 6;
const PERSON: CountedNoun = { unit: 'person', metric: null, strong: false };
const ADJECTIVES_IN_S = /(?:ous|less|ss|us|is)$/;
const ADJECTIVES_IN_ING = new Set(
  'missing remaining surviving fleeing working serving dying visiting mourning grieving sleeping protesting demonstrating praying travelling traveling returning arriving retreating advancing attacking'.split(
    ' ',
  ),
);
const NO_MODIFIER = new Set('fled died said says say left than ago go goes went come came'.split(' '));
const OTHER_PEOPLES = new Set(
  'turks kurds arabs brits swedes danes finns poles serbs croats greeks tajiks uzbeks kazakhs scots tamils uyghurs uighurs rohingya roma druze tutsis hutus filipinos eritreans britons spaniards bosniaks chechens pashtuns hazaras slovaks czechs'.split(
    ' ',
  ),
);

/** "Kenyans", "Omanis", "Burmese": a capitalised plural that names a people. */
export const PEOPLES = wordKind((lower, text, bits) => {
  if ((bits & CAPITAL) === 0) return false;
  return OTHER_PEOPLES.has(lower) || (text.length > 4 && /(?:ans|[a-z]is|ese|ites)$/.test(lower));
});

/** Names of peoples that are adjectives too: "300 Burmese died", but "12 Japanese food stalls burnt". */
const ADJECTIVE_PEOPLES = /(?:ese|rohingya|roma|druze)$/;

function isPeopleName(word: Word | undefined): boolean {
  return word !== undefined && (word.is & PEOPLES) !== 0;
}

/** People, alone or in households, of whom their noun itself tells nothing. */
export function isOfPeople(phrase: NounPhrase | null): boolean {
  return phrase !== null && !phrase.unknown && phrase.noun.unit !== 'dwelling' && !phrase.noun.metric;
}

/** The noun phrase that begins at word `at`, right after a number (and "of"); null where it counts no people or homes. */
export function readCountedNoun(words: readonly Word[], at: number): NounPhrase | null {
  for (let i = at; i < words.length && i <= at + MODIFIERS; i += 1) {
    const word = words[i];
    if (!word) return null;
    const head = headAt(words, i);
    if (head) return extended(words, { from: at, head: i, to: i + 1, noun: head, unknown: false });
    if (i > at && joinsModifiers(words, i)) i += 1;
    else if (!mayModify(word) && !isOfThing(words, i)) return unknownPlural(words, at, i);
  }
  return null;
}

/** "bus passengers", "school children": one thing that tells which people. */
function isOfThing(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (
    !word ||
    (word.is & NOT_PEOPLE) === 0 ||
    /s$|^(?:per|percent|cattle|livestock|sheep|fish)$/.test(word.lower)
  )
    return false;
  return isKind(words, at + 1, COUNTED) && !isKind(words, at + 1, STATE);
}

/** "pregnant or breastfeeding women": the joint of two adjectives of one noun. */
function joinsModifiers(words: readonly Word[], at: number): boolean {
  if (!/^(?:and|or)$/.test(lowerAt(words, at)) || words[at + 1]?.kind !== 'word') return false;
  if (!isKind(words, at + 2, COUNTED) || isKind(words, at + 2, STATE)) return false;
  return !isKind(words, at + 1, CAPITAL | COUNTED | NOT_PEOPLE) && !endsNounPhrase(words[at + 1] as Word);
}

function headAt(words: readonly Word[], i: number): CountedNoun | null {
  const word = words[i];
  if (!word || (word.is & (COUNTED | PEOPLES)) === 0) return null;
  const noun = COUNTED_NOUNS.get(word.lower) ?? PERSON;
  return modifiesNext(words, i) ? null : noun;
}

/** "took 30 farmers hostage" */
const TAKEN_AS = /^(?:hostage|captive|prisoner)$/;

const mayFollow = ({ kind, spaced, lower }: Word): boolean =>
  kind === 'word' && spaced && !TAKEN_AS.test(lower);

/** The noun only narrows the one after it: "police officers", "missing migrants" (people), "refugee camps" (none). */
function modifiesNext(words: readonly Word[], i: number): boolean {
  const [word, next] = [words[i], words[i + 1]];
  if (!word || !next || !mayFollow(next)) return false;
  if ((next.is & COUNTED) !== 0 && (next.is & STATE) === 0) return !endsNounPhrase(next);
  if (isPeopleName(next)) return !isPeopleName(word);
  if (namesOtherThings(words, i) || foretellsDeath(words, i)) return true;
  const plural = /[^s]s$/.test(next.lower) && !endsNounPhrase(next);
  const singular =
    !/s$|men$|women$|people$|children$|dead$|wounded$|injured$|missing$|displaced$|homeless$/.test(
      word.lower,
    );
  return (word.is & STATE) !== 0 ? modifiesHead(words, i + 1) : plural && singular;
}

/** "refugee camps", "12 Japanese food stalls" */
function namesOtherThings(words: readonly Word[], i: number): boolean {
  if (((words[i + 1]?.is ?? 0) & NOT_PEOPLE) !== 0) return true;
  const word = words[i];
  return isPeopleName(word) && ADJECTIVE_PEOPLES.test(word?.lower ?? '') && opensOtherNoun(words, i + 1);
}

/** "food stalls": a word and an unknown plural behind it. */
function opensOtherNoun(words: readonly Word[], at: number): boolean {
  const [first, second] = [words[at], words[at + 1]];
  if (!first || endsNounPhrase(first) || isAdverb(first) || second?.kind !== 'word') return false;
  return /[^s]s$/.test(second.lower) && second.lower !== "'s" && !endsNounPhrase(second);
}

/** "36 wounded, mostly" is a state; "36 wounded Kenyan soldiers" has its head further on. */
function modifiesHead(words: readonly Word[], at: number): boolean {
  const [first, second] = [words[at], words[at + 1]];
  if (!first || endsNounPhrase(first)) return false;
  return isCapital(first) && second !== undefined && (second.is & COUNTED) !== 0;
}

function mayModify(word: Word): boolean {
  // "hundreds of [government] detainees"
  if (word.lower === "'s" || /^[-[\]]$/.test(word.text)) return true;
  if (endsNounPhrase(word) || NO_MODIFIER.has(word.lower)) return false;
  if ((word.is & (SMALL_NUMBER | NOT_PEOPLE)) !== 0) return false;
  if ((word.is & (STATE | CAPITAL | COUNTED)) !== 0) return true;
  if (word.lower.endsWith('ing')) return ADJECTIVES_IN_ING.has(word.lower);
  return !word.lower.endsWith('s') || ADJECTIVES_IN_S.test(word.lower);
}

/** A plural that no lexicon knows, in case a casualty verb takes it: "killed two beekeepers". */
function unknownPlural(words: readonly Word[], at: number, i: number): NounPhrase | null {
  const word = words[i];
  if (word?.kind !== 'word' || endsNounPhrase(word) || (word.is & NOT_PEOPLE) !== 0) return null;
  if (!/[^s]s$/.test(word.lower) || word.lower === "'s") return null;
  return { from: at, head: i, to: i + 1, noun: PERSON, unknown: true };
}

/** "miners and drivers", "men, women and children": the number counts them together. */
function extended(words: readonly Word[], phrase: NounPhrase): NounPhrase {
  let { to } = phrase;
  for (;;) {
    const joint = lowerAt(words, to);
    if (joint !== 'and' && joint !== 'or' && joint !== ',') break;
    const next = joinedNoun(words, to + 1, phrase.noun);
    if (next === null || (joint === ',' && !['and', 'or'].includes(lowerAt(words, next)))) break;
    to = next;
  }
  const { from, head, noun, unknown } = phrase;
  return { from, head, to, noun, unknown };
}

function joinedNoun(words: readonly Word[], at: number, noun: CountedNoun): number | null {
  for (let i = at; i <= at + 2; i += 1) {
    const word = words[i];
    const known = word && headAt(words, i);
    if (known) return known.unit === noun.unit && (word.is & STATE) === 0 ? i + 1 : null;
    if (!word || !mayModify(word) || isCapital(word)) return null;
  }
  return null;
}

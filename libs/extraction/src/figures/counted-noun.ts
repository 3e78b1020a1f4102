import { isCapital, lowerAt, type Word } from '../words/words.js';
import { smallNumber } from '../words/small-numbers.js';
import { endsNounPhrase } from './function-words.js';
import { COUNTED_NOUNS, NOT_PEOPLE, STATE_WORDS, type CountedNoun } from './noun-lexicon.js';

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
  'missing remaining surviving fleeing working serving dying visiting'.split(' '),
);
const NO_MODIFIER = new Set('fled died said says say left than ago go goes went come came'.split(' '));
const OTHER_PEOPLES = new Set(
  'turks kurds arabs brits swedes danes finns poles serbs croats greeks tajiks uzbeks kazakhs scots tamils uyghurs uighurs rohingya roma druze tutsis hutus filipinos eritreans britons spaniards'.split(
    ' ',
  ),
);

/** "Kenyans", "Omanis", "Burmese": a capitalised plural that names a people. */
export function isPeopleName(word: Word | undefined): boolean {
  if (!word || !isCapital(word)) return false;
  return (
    OTHER_PEOPLES.has(word.lower) || (word.text.length > 4 && /(?:ans|[a-z]is|ese|ites)$/.test(word.lower))
  );
}

/** The noun phrase that begins at word `at`, right after a number (and "of"); null where it counts no people or homes. */
export function readCountedNoun(words: readonly Word[], at: number): NounPhrase | null {
  for (let i = at; i < words.length && i <= at + MODIFIERS; i += 1) {
    const word = words[i];
    if (!word) return null;
    const head = headAt(words, i);
    if (head) return extended(words, { from: at, head: i, to: i + 1, noun: head, unknown: false });
    if (!mayModify(word)) return unknownPlural(words, at, i);
  }
  return null;
}

function headAt(words: readonly Word[], i: number): CountedNoun | null {
  const word = words[i];
  const noun = COUNTED_NOUNS.get(word?.lower ?? '') ?? (isPeopleName(word) ? PERSON : null);
  if (!noun || modifiesNext(words, i)) return null;
  return noun;
}

/** The noun only narrows the one after it: "police officers", "missing migrants" (people), "refugee camps" (none). */
function modifiesNext(words: readonly Word[], i: number): boolean {
  const [word, next] = [words[i], words[i + 1]];
  if (!word || next?.kind !== 'word' || !next.spaced) return false;
  if (COUNTED_NOUNS.has(next.lower) && !STATE_WORDS.has(next.lower)) return !endsNounPhrase(next);
  if (isPeopleName(next)) return !isPeopleName(word);
  if (NOT_PEOPLE.test(next.lower)) return true;
  const plural = /[^s]s$/.test(next.lower) && !endsNounPhrase(next);
  const singular =
    !/s$|men$|women$|people$|children$|dead$|wounded$|injured$|missing$|displaced$|homeless$/.test(
      word.lower,
    );
  return STATE_WORDS.has(word.lower) ? modifiesHead(words, i + 1) : plural && singular;
}

/** "36 wounded, mostly" is a state; "36 wounded Kenyan soldiers" has its head further on. */
function modifiesHead(words: readonly Word[], at: number): boolean {
  const [first, second] = [words[at], words[at + 1]];
  if (!first || endsNounPhrase(first)) return false;
  return isCapital(first) && second !== undefined && COUNTED_NOUNS.has(second.lower);
}

function mayModify(word: Word): boolean {
  if (word.lower === "'s" || word.text === '-') return true;
  if (endsNounPhrase(word) || NO_MODIFIER.has(word.lower)) return false;
  if (smallNumber(word.lower) !== null || NOT_PEOPLE.test(word.lower)) return false;
  if (STATE_WORDS.has(word.lower) || isCapital(word) || COUNTED_NOUNS.has(word.lower)) return true;
  if (word.lower.endsWith('ing')) return ADJECTIVES_IN_ING.has(word.lower);
  return !word.lower.endsWith('s') || ADJECTIVES_IN_S.test(word.lower);
}

/** A plural that no lexicon knows, in case a casualty verb takes it: "killed two beekeepers". */
function unknownPlural(words: readonly Word[], at: number, i: number): NounPhrase | null {
  const word = words[i];
  if (word?.kind !== 'word' || endsNounPhrase(word) || NOT_PEOPLE.test(word.lower)) return null;
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
  return { ...phrase, to };
}

function joinedNoun(words: readonly Word[], at: number, noun: CountedNoun): number | null {
  for (let i = at; i <= at + 2; i += 1) {
    const word = words[i];
    const known = word && headAt(words, i);
    if (known) return known.unit === noun.unit && !STATE_WORDS.has(word.lower) ? i + 1 : null;
    if (!word || !mayModify(word) || isCapital(word)) return null;
  }
  return null;
}

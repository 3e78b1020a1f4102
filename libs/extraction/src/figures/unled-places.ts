import { CAPITAL, isKind, lowerAt, type Word } from '../words/words.js';
import { NAMED_TYPES } from './place-lexicon.js';
import { readPlace, TYPE, type PlacePhrase } from './read-place.js';
import { WordList, wordList } from '../words/word-list.js';

export const HAPPENS = new WordList(
  'has have is was are were remains remained saw sees recorded suffered provincial regional county municipal'.split(
    ' ',
  ),
);

export function unledPlace(
  words: readonly Word[],
  at: number,
  known: ReadonlySet<string>,
  mayBeExplained: boolean,
): PlacePhrase | null {
  const found = subjectPlace(words, at, known) ?? typedPlace(words, at);
  return found ?? (mayBeExplained ? appositivePlace(words, at) : null);
}

const EXPLAINERS = new WordList(['home', 'a', 'an', 'the', 'with']);

/** The last comma that may open an explanation of the name before it; -1 where there is none, so that no name is read for it. */
export function lastExplanation(words: readonly Word[]): number {
  for (let at = words.length - 1; at >= 0; at -= 1)
    if (words[at]?.text === ',' && EXPLAINERS.at(words, at + 1)) return at;
  return -1;
}

const UNIT_OF_LENGTH = /^(?:km|kms|kilomet(?:er|re)s?|miles?|met(?:er|re)s?)$/;

/** "30 km", "30 km (19 miles)" right before word `at`: a distance, and no place is where it is measured from. */
export function isMeasured(words: readonly Word[], at: number): boolean {
  return UNIT_OF_LENGTH.test(lowerAt(words, lowerAt(words, at - 1) === ')' ? at - 2 : at - 1));
}

/** "the town of X" is a place whatever leads to it. */
function typedPlace(words: readonly Word[], at: number): PlacePhrase | null {
  if (!isKind(words, at, TYPE) || lowerAt(words, at + 1) !== 'of' || isMeasured(words, at)) return null;
  const phrase = readPlace(words, at);
  return phrase?.named ? phrase : null;
}

/** Countries and camps do it, and who else does gives no number of people for it. */
const HOSTS = wordList('hosts hosted shelters');

/** A name that opens the sentence and suffers: "Easttown has seen 12 deaths". */
function subjectPlace(words: readonly Word[], at: number, known: ReadonlySet<string>): PlacePhrase | null {
  if (at !== 0) return null;
  const phrase = readPlace(words, 0);
  if (!phrase?.named || !(HAPPENS.at(words, phrase.to) || HOSTS.at(words, phrase.to))) return null;
  if (HOSTS.at(words, phrase.to)) return phrase;
  const home = lowerAt(words, phrase.to + 1) === 'home' && lowerAt(words, phrase.to + 2) === 'to';
  return home || phrase.modified || phrase.type !== null || known.has(lowerAt(words, phrase.to - 1))
    ? phrase
    : null;
}

/** Its first words are a name that is known to be a place, with a verb of suffering behind it. */
export function opensWithPlace(words: readonly Word[], known: ReadonlySet<string>): boolean {
  return subjectPlace(words, 0, known) !== null;
}

/** "Easttown, a city of 84,000 people", "Easttown, home to ...": the name that the description behind the comma explains. */
function appositivePlace(words: readonly Word[], at: number): PlacePhrase | null {
  const phrase = isKind(words, at, CAPITAL) && !isKind(words, at - 1, CAPITAL) ? readPlace(words, at) : null;
  return phrase?.named && lowerAt(words, phrase.to) === ',' && explains(words, phrase.to + 1) ? phrase : null;
}

function explains(words: readonly Word[], at: number): boolean {
  const [first, ...rest] = words.slice(at, at + 4).map((word) => word.lower);
  if (first === 'home') return rest[0] === 'to';
  if (first === 'with') return rest.includes('population');
  const type = rest.findIndex((lower) => NAMED_TYPES.has(lower));
  return ['a', 'an', 'the'].includes(first ?? '') && type >= 0 && rest[type + 1] === 'of';
}

import { CAPITAL, wordKind, type Word } from '../words/words.js';
import { MONTH, WEEKDAY } from '../dates/index.js';
import { wordList } from '../words/word-list.js';

const set = wordList;

export const BE = set('is are was were be been being am got get gets getting');
export const HAVE = set('have has had having');
export const MODALS = set('may might could can will would must should shall');
export const PREPOSITIONS = set(
  'in on at by from to of for with into onto near off across around over under inside outside through throughout toward towards along amid among between during since within without beyond against via per about after before behind beneath beside despite until upon aboard following including',
);
export const CONJUNCTIONS = set('and or but nor so yet plus');
export const DETERMINERS = set(
  'the a an this that these those his her its their our my your some any all both each every no many most several few another',
);
/** They open a clause of its own: what follows says nothing of the figure before them. */
export const CLAUSE_OPENERS = set(
  'after when as while because but before amid despite following although though if whether than unless until whereas since where',
);
const PRONOUNS = set('he she it they we i you who whom which what him her them us there');

const ADVERBS = set(
  'still also already now not only just even more most reportedly allegedly overall initially later then so far almost mostly mainly again alone together there here currently recently newly both all either feared believed thought confirmed presumed reported known said estimated registered declared listed counted found left',
);

/** An adverb, or a participle of reporting, that may stand between a figure and its verb. */
const ADVERB = wordKind(
  (lower, _, bits) => ADVERBS.has(lower) || (lower.endsWith('ly') && (bits & CAPITAL) === 0),
);

export function isAdverb(word: Word | undefined): boolean {
  return word !== undefined && (word.is & ADVERB) !== 0;
}

const NO_OBJECT = set(
  'yesterday today tonight overnight tomorrow last this early late alive dead home there out off away back',
);

const CLOSED: ReadonlySet<string> = new Set([
  ...PREPOSITIONS,
  ...CONJUNCTIONS,
  ...CLAUSE_OPENERS,
  ...BE,
  ...HAVE,
  ...MODALS,
  ...['who', 'which', 'that', 'when', 'where'],
]);

/** A noun phrase seems to begin here: the verb before it is active and has an object of its own. */
export function beginsObject(word: Word | undefined): boolean {
  if (!word || word.kind === 'mark') return false;
  return word.kind === 'number' || (word.is & OPENS_NOTHING) === 0;
}

const OPENS_NOTHING = wordKind((lower, _, bits) => {
  if ((bits & (MONTH | WEEKDAY | ADVERB)) !== 0) return true;
  return NO_OBJECT.has(lower) || CLOSED.has(lower) || lower.endsWith('ing');
});

const OUTSIDE_NOUN_PHRASES: ReadonlySet<string> = new Set([...CLOSED, ...DETERMINERS, ...PRONOUNS]);

const OUTSIDE = wordKind(OUTSIDE_NOUN_PHRASES);

/** Words with which no modifier of a counted noun goes on. */
export function endsNounPhrase(word: Word): boolean {
  return word.kind !== 'word' || (word.is & OUTSIDE) !== 0;
}

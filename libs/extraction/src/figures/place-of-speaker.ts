import type { PlaceRole } from '#domain';
import { lowerAt, type Word } from '../words/words.js';
import type { PlacePhrase } from './read-place.js';
import { WordList, wordList } from '../words/word-list.js';

const SAYS = new Set(
  'said says say told announced confirmed reported added warned stated declared tweeted wrote called denied rejected dismissed disputed accused blamed condemned urged described insisted'.split(
    ' ',
  ),
);

const LISTENERS = new WordList([
  'reporters',
  'journalists',
  'correspondents',
  'newsmen',
  'media',
  'parliament',
  'lawmakers',
]);

/** Words from the listeners to the place: "told reporters in the capital, Easttown". */
const LISTENER_REACH = 7;

const HEARS = new WordList(['told', 'tells', 'telling', 'briefed', 'warned', 'assured', 'informed']);

/** "Police in Easttown said", "authorities on the island told ...": who is in charge of a place speaks of it. */
const LOCALS = wordList('authorities police hospital hospitals rescuers residents firefighters');

/** "a doctor in Easttown said", "told reporters in Easttown": where the speaker is, not what is spoken of. */
export function isSpeakers(
  words: readonly Word[],
  place: PlacePhrase & { readonly lead: string; readonly role: PlaceRole },
): boolean {
  if (place.role !== 'location' || place.lead === '') return false;
  for (let at = place.from - 2; at > place.from - LISTENER_REACH; at -= 1) {
    const hears = lowerAt(words, at - 1) === 'the' ? at - 2 : at - 1;
    if (LISTENERS.at(words, at) && HEARS.at(words, hears)) return true;
  }
  if (LOCALS.at(words, place.from - 2)) return false;
  const next = lowerAt(words, place.to);
  return SAYS.has(next === 'has' || next === 'have' ? lowerAt(words, place.to + 1) : next);
}

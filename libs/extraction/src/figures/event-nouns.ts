import { WordList, wordList } from '../words/word-list.js';
import { lowerAt, type Word } from '../words/words.js';

/** What happens at one place and is named again by its noun: "the blast", "this attack". */
const EVENTS =
  `attack airstrike strike raid ambush assault shelling bombing bombardment blast explosion shooting massacre clash stabbing
  crash collision accident derailment pileup fire blaze wildfire collapse landslide mudslide avalanche quake earthquake tremor eruption
  flood tornado storm cyclone typhoon hurricane stampede crush shipwreck sinking capsizing outbreak riot protest incident`.split(
    /\s+/,
  );
/** The events by their nouns, in the plural too. */
const NAMED: ReadonlyMap<string, string> = new Map(
  EVENTS.flatMap((event) => ['', 's', 'es'].map((ending): [string, string] => [event + ending, event])),
);
/** What happened, told by a verb: "a truck exploded" is "the explosion" afterwards. */
const HAPPENED: ReadonlyMap<string, string> = new Map([
  ['exploded', 'explosion'],
  ['attacked', 'attack'],
  ['ambushed', 'ambush'],
  ['crashed', 'crash'],
  ['collided', 'collision'],
  ['collapsed', 'collapse'],
  ['derailed', 'derailment'],
  ['erupted', 'eruption'],
  ['capsized', 'capsizing'],
]);
/** Most words tell of no event. */
const TELLS_EVENT = new WordList([...NAMED.keys(), ...HAPPENED.keys()]);
const POINTS = wordList('the this that these those same');
/** Words of a noun phrase from its article to its noun. */
const REACH = 3;

/** The events that a sentence names, each with the index of its noun. */
export function eventsIn(words: readonly Word[]): (readonly [event: string, at: number])[] {
  const events: (readonly [event: string, at: number])[] = [];
  words.forEach((word, at) => {
    if (!TELLS_EVENT.holds(word)) return;
    const event = NAMED.get(word.lower) ?? HAPPENED.get(word.lower);
    if (event !== undefined) events.push([event, at]);
  });
  return events;
}

/** The events that a sentence of at most so many words points back to: "the attack", "these air strikes". */
export function eventsMeant(words: readonly Word[], most: number): string[] {
  if (words.length > most) return [];
  return eventsIn(words).flatMap(([event, at]) =>
    NAMED.has(lowerAt(words, at)) && isPointedAt(words, at) ? event : [],
  );
}

function isPointedAt(words: readonly Word[], at: number): boolean {
  for (let before = at - 1; before >= at - REACH && words[before]?.kind === 'word'; before -= 1)
    if (POINTS.at(words, before)) return true;
  return false;
}

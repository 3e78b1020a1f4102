import { lowerAt, type Word } from '../words/words.js';

/** What happens at one place and is named again by its noun: "the blast", "this attack". */
const EVENTS = new Set(
  `attack airstrike strike raid ambush assault shelling bombing bombardment blast explosion shooting massacre clash stabbing
  crash collision accident derailment pileup fire blaze wildfire collapse landslide mudslide avalanche quake earthquake tremor eruption
  flood tornado storm cyclone typhoon hurricane stampede crush shipwreck sinking capsizing outbreak riot protest incident`.split(
    /\s+/,
  ),
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
const POINTS = new Set(['the', 'this', 'that', 'these', 'those', 'same']);
/** Words of a noun phrase from its article to its noun. */
const REACH = 3;

function eventAt(words: readonly Word[], at: number): string | null {
  const lower = lowerAt(words, at);
  if (EVENTS.has(lower)) return lower;
  const singular =
    lower.endsWith('es') && EVENTS.has(lower.slice(0, -2)) ? lower.slice(0, -2) : lower.slice(0, -1);
  return lower.endsWith('s') && EVENTS.has(singular) ? singular : null;
}

/** The events that a sentence names, each with the index of its noun. */
export const eventsIn = (words: readonly Word[]): (readonly [event: string, at: number])[] =>
  words.flatMap((_, at) => {
    const event = eventAt(words, at) ?? HAPPENED.get(lowerAt(words, at)) ?? null;
    return event === null ? [] : [[event, at] as const];
  });

/** The events that a sentence of at most so many words points back to: "the attack", "these air strikes". */
export function eventsMeant(words: readonly Word[], most: number): string[] {
  if (words.length > most) return [];
  return words.flatMap((_, at) => (isPointedAt(words, at) ? (eventAt(words, at) ?? []) : []));
}

function isPointedAt(words: readonly Word[], at: number): boolean {
  for (let before = at - 1; before >= at - REACH && words[before]?.kind === 'word'; before -= 1)
    if (POINTS.has(lowerAt(words, before))) return true;
  return false;
}

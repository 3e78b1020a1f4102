import type { Metric } from '#domain';
import type { FigureMention } from '../extraction.js';
import type { PlaceRule } from '../rules/aspect-rules.js';
import type { PlaceMemory } from './place-memory.js';
import type { PlaceMention } from './place-mentions.js';
import type { Counted } from './counted.js';
import { eventsMeant } from './event-nouns.js';
import type { Word } from '../words/words.js';

type ReportedPlace = FigureMention['places'][number];

/** Metrics of people on the move: "from" leads to where they left and "to" to where they went. */
const MOVING: ReadonlySet<Metric> = new Set(['displaced', 'evacuated', 'refugees', 'returned']);

const INTO = new Set(['into', 'onto']);

/** "nine dead and 11 missing in X": a place so many words behind is shared with the figure between. */
const SOON = 9;

/** The places of a figure, and what the principal one was found by; `null` where none was found in its paragraph. */
export interface FoundPlaces {
  readonly places: readonly ReportedPlace[];
  readonly rule: PlaceRule | null;
  /** "fled the country" leaves the place that the article is set in. */
  readonly leaves?: boolean;
}

export interface PlaceScope {
  /** Places of the sentence, in order. */
  readonly places: readonly PlaceMention[];
  /** Word index where the count before ends, and where the next one begins. */
  readonly after: number;
  readonly until: number;
  /** The sentence's words, to see which events it points back to. */
  readonly words: readonly Word[];
  /** The place right before the bracket that the count stands in. */
  readonly bracketed: PlaceMention | null;
}

/**
 * The places of a figure, principal one first: behind it up to the next figure, then before it, then anywhere in its sentence,
 * then the figure it is a part of, last the place the text has been speaking of.
 */
export function placesOf(
  counted: Counted,
  scope: PlaceScope,
  memory: PlaceMemory,
  of: readonly ReportedPlace[],
): FoundPlaces {
  if (scope.bracketed)
    return {
      places: [reported(scope.bracketed, counted, memory)].filter((place) => place !== null),
      rule: 'place/bracket',
    };
  const possible = scope.places.filter(
    (place) => fits(place, counted) && (!place.secondary || place.role === 'destination'),
  );
  const fitting = possible.filter((place) => tellsWhich(place, memory));
  const { from, to } = counted.count;
  const behind = fitting.filter((place) => place.from >= to && place.from < scope.until);
  const ahead = fitting.filter((place) => place.to <= from && place.from >= scope.after);
  const own = [...behind, ...ahead.reverse()];
  const principal = principalOf(own, counted) ?? null;
  if (!principal && of.length > 0) return { places: of, rule: 'place/total' };
  const chosen = principal ?? elsewhere(fitting, counted) ?? null;
  const leaves = leavesScene(possible, fitting, counted);
  if (!chosen || (leaves && chosen.role !== 'origin')) {
    const told = ofParagraph(own, counted, memory, leaves);
    return told.rule === null ? ofEvent(scope.words, memory, told) : told;
  }
  const others = own.filter(
    (place) => place !== chosen && place.role !== chosen.role && place.role !== 'location',
  );
  const places = [chosen, ...others]
    .map((place) => reported(place, counted, memory))
    .filter((place) => place !== null);
  return { places, rule: principal ? 'place/clause' : 'place/sentence' };
}

/** "900 people fled the country": nothing before tells which, so it is where the story is set. */
function leavesScene(
  places: readonly PlaceMention[],
  fitting: readonly PlaceMention[],
  { count }: Counted,
): boolean {
  return places.some(
    (place) =>
      place.role === 'origin' &&
      place.from >= count.to &&
      place.from < count.to + SOON &&
      !fitting.includes(place),
  );
}

function ofParagraph(
  own: readonly PlaceMention[],
  counted: Counted,
  memory: PlaceMemory,
  leaves: boolean,
): FoundPlaces {
  const near = memory.sceneOfParagraph(leaves ? 'origin' : 'location');
  const places = [...near, ...destinationsOf(own, counted, memory)];
  if (near.length > 0) return { places, rule: 'place/paragraph' };
  return { places, rule: places.length > 0 ? 'place/clause' : null, leaves };
}

/** A sentence of more words is a list or an attack. */
const MAX_WORDS = 300;

/** "12 people died in the blast": where the last blast was told of. */
function ofEvent(words: readonly Word[], memory: PlaceMemory, told: FoundPlaces): FoundPlaces {
  const places = memory.sceneOfEvents(eventsMeant(words, MAX_WORDS));
  return places.length > 0 ? { places, rule: 'place/event' } : told;
}

/** "fled to Westtown" tells where to, though nothing tells where from. */
function destinationsOf(
  own: readonly PlaceMention[],
  counted: Counted,
  memory: PlaceMemory,
): ReportedPlace[] {
  return own
    .filter(({ role }) => role === 'destination')
    .map((place) => reported(place, counted, memory))
    .filter((place) => place !== null);
}

const EDGE = /^(?:coast|coastline|border|shores?)$/;

/** "the coast" alone tells no place, nor does "fled the country": it is that of the story. */
function tellsWhich(place: PlaceMention, memory: PlaceMemory): boolean {
  if (place.named || place.modified || OWN_NAME.test(place.text)) return true;
  const isVague =
    EDGE.test(place.type ?? '') || (place.role === 'origin' && /^(?:country|nation)$/.test(place.type ?? ''));
  return !isVague || memory.resolve(place) !== null;
}

/** "to" and "from" lead to places only where people move; any other "from" may name a source or a cause. */
function fits(place: PlaceMention, { cue, rule, count }: Counted): boolean {
  if (place.role === 'location') return true;
  // "from Easttown, a town of 90,000 people"
  if (cue.metric === 'population')
    return place.named && place.to <= count.from && count.from - place.to <= SOON;
  if (MOVING.has(cue.metric)) return true;
  return place.lead === 'from' && rule === 'figure/listed-by-place';
}

function principalOf(own: readonly PlaceMention[], { cue }: Counted): PlaceMention | undefined {
  if (!MOVING.has(cue.metric)) return own.find((place) => place.role === 'location') ?? own[0];
  // "people fled from Easttown, and the camp at Westtown shelters 900"
  if (cue.term === 'IN_RELIEF_CAMP') return own.findLast((place) => place.role === 'location') ?? own[0];
  if (cue.metric === 'returned') return own.find((place) => place.role !== 'origin') ?? own[0];
  return own.find((place) => place.role === 'origin') ?? own.find((place) => place.role === 'location');
}

function elsewhere(fitting: readonly PlaceMention[], { count }: Counted): PlaceMention | undefined {
  const usable = fitting.filter((place) => place.role !== 'destination');
  const soon = usable.find((place) => place.from >= count.to && place.from < count.to + SOON);
  if (soon) return soon;
  return usable.findLast((place) => place.to <= count.from) ?? usable.find((place) => place.from >= count.to);
}

/** A description is replaced by the name it points to; without one it stands as written, if it tells anything. */
function reported(place: PlaceMention, { cue }: Counted, memory: PlaceMemory): ReportedPlace | null {
  const meant = place.named || !place.definite ? place : memory.resolve(place);
  const text = meant && !keepsWords(place) ? meant.text : place.text;
  return { text, role: roleFor(place, cue), range: place.range };
}

/** "the buffer zone", "the metropolitan area": which one, no name before it tells better. */
const OWN_NAME =
  /\b(?:buffer|border|demilitari[sz]ed|exclusion|frontline|industrial|mining|metropolitan|tribal) \p{L}+$/iu;

/** "the rebel-held part of the city" says more than the name behind it. */
function keepsWords(place: PlaceMention): boolean {
  return !place.named && (place.to - place.from > 2 || OWN_NAME.test(place.text));
}

function roleFor(place: PlaceMention, { metric, term }: Counted['cue']): ReportedPlace['role'] {
  // "to the camp, which now hosts 900 people"
  if (term === 'IN_RELIEF_CAMP' && place.role === 'destination') return 'location';
  // "in Easttown 900 people returned to their homes", "poured into Northland"
  if (place.role === 'location' && (metric === 'returned' || (INTO.has(place.lead) && MOVING.has(metric))))
    return 'destination';
  return MOVING.has(metric) || place.lead === 'from' ? place.role : 'location';
}

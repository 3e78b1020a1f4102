import type { PlaceRole } from '#domain';
import type { FigureMention } from '../extraction.js';
import { MAX_SCENES, type Scene } from './article-scene.js';
import type { PlaceMention } from './place-mentions.js';

/** Nouns of a part: "the enclave" means a place that was narrowed ("eastern ..."), not the town it lies in. */
const PARTS = new Set(
  'enclave pocket sector side half part area areas zone quarter district neighbourhood neighborhood neighbourhoods neighborhoods territory'.split(
    ' ',
  ),
);
/** Descriptions of a settlement: they mean the last place named, whose kind is mostly left unsaid. */
const SETTLEMENTS = new Set('city town village port camp hamlet suburb settlement'.split(' '));
const MEMORY = 40;
const DIRECTION = /^(?:north|south|east|west)/;

/** They lead to persons and things as often as to places: "over Smith", "at Acme". */
const LOOSE = new Set(['at', 'over', 'into', 'along', 'within']);

/** Where something happens or what people leave; not where they go, come from or what only places the place before it. */
function isScene(place: PlaceMention): boolean {
  return !isLoose(place) && mayBeScene(place);
}

const isLoose = ({ lead, type }: PlaceMention): boolean => LOOSE.has(lead) && type === null;

const mayBeScene = ({ secondary, lead, role }: PlaceMention): boolean =>
  !secondary && (role === 'location' || (role === 'origin' && lead !== 'from'));

/**
 * The named places of an article so far, to tell what "the city" or "the flooded district" points to: the last place introduced
 * with that very noun, else the last narrowed one for a part, else the last named one. No map is needed, so it can err where
 * two towns are named before "the city"; the words of the description are kept then as now.
 */
export class PlaceMemory {
  private readonly places: PlaceMention[] = [];
  private paragraph = -1;
  /** The last scene of the paragraph that is being read. */
  private near: PlaceMention | null = null;
  /** Where what is known by its noun ("the blast") happened last. */
  private readonly events = new Map<string, PlaceMention>();

  /** All places that things are set in, in order, to tell where the article is set. */
  readonly scenes: Scene[] = [];

  /** A paragraph begins, or goes on: the scenes of another one say nothing of it. */
  enter(paragraph: number): void {
    if (paragraph !== this.paragraph) this.near = null;
    this.paragraph = paragraph;
  }

  /** @param isShared false where each figure of the sentence has a place of its own: the next sentence has none of them */
  remember(place: PlaceMention, isShared: boolean): void {
    if (isScene(place) && isShared) this.near = place;
    if (mayBeScene(place) && this.scenes.length < MAX_SCENES)
      this.scenes.push({ place, paragraph: this.paragraph, loose: isLoose(place) });
    this.places.push(place);
    if (this.places.length > MEMORY) this.places.shift();
  }

  /** A sentence tells of events: each at the first scene behind its noun, else at the last one. */
  rememberEvents(
    events: readonly (readonly [event: string, at: number])[],
    places: readonly PlaceMention[],
  ): void {
    const scenes = places.filter((place) => place.named && isScene(place));
    for (const [event, at] of events) {
      const scene = scenes.find(({ from }) => from > at) ?? scenes.at(-1);
      if (scene) this.events.set(event, scene);
    }
  }

  /** Where the events that a sentence points back to happened. */
  sceneOfEvents(events: readonly string[]): FigureMention['places'] {
    const known = events.find((event) => this.events.has(event));
    const place = known === undefined ? undefined : this.events.get(known);
    return place ? [{ text: place.text, role: 'location', range: place.range }] : [];
  }

  /** Where the paragraph has been so far. */
  sceneOfParagraph(role: PlaceRole): FigureMention['places'] {
    return this.near ? [{ text: this.near.text, role, range: this.near.range }] : [];
  }

  /** The last named place that was the scene of something. */
  last(): PlaceMention | null {
    return this.places.findLast(isScene) ?? null;
  }

  /** What a description means, or null where nothing named before fits. */
  resolve(description: PlaceMention): PlaceMention | null {
    const { type } = description;
    if (!type) return null;
    const sameNoun = this.places.findLast((place) => place.type === type);
    if (sameNoun) return sameNoun;
    if (DIRECTION.test(type)) return this.places.findLast((place) => place.text.startsWith(type)) ?? null;
    if (PARTS.has(type)) return this.places.findLast((place) => place.modified) ?? this.last();
    // "the region", "the country", "the capital" are seldom the place named last.
    if (!SETTLEMENTS.has(type)) return null;
    return this.places.findLast((place) => !place.modified) ?? this.last();
  }
}

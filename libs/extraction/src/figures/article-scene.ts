import type { FigureMention } from '../extraction.js';
import type { Document } from '../text/document.js';
import type { PlaceRule } from '../rules/aspect-rules.js';
import { datelinePlace, labelPlace } from './headed-places.js';
import type { PlaceMention } from './place-mentions.js';
import { isRoundup, storySubject } from './roundup.js';
import { sectionPlaces } from './section-places.js';

type ReportedPlace = FigureMention['places'][number];

/** A place that the article sets something in, with the paragraph that names it. */
export interface Scene {
  readonly place: PlaceMention;
  readonly paragraph: number;
  /** Its preposition leads to persons and things as often as to places. */
  readonly loose: boolean;
}

interface FoundScene {
  readonly place: ReportedPlace;
  readonly rule: PlaceRule;
}

/** Of an article more scenes are not kept: the first ones tell where it is set. */
export const MAX_SCENES = 200;

/**
 * Where an article is set, for figures whose sentence and paragraph name no place: the last scene up to the end of the paragraph that
 * opens the story; else a later one that the title names; else the title's label, a name behind a loose preposition in the title or the opening that
 * comes again, the dateline; only then the first scene of a later paragraph.
 */
export class ArticleScene {
  private readonly isRoundup: boolean;
  private readonly sections: ReadonlyMap<number, ReportedPlace>;
  private known: FoundScene | null | undefined;

  constructor(
    private readonly document: Document,
    /** The paragraph that opens the story. */
    private readonly lead: number,
    private readonly scenes: readonly Scene[],
  ) {
    this.isRoundup = isRoundup(document, lead);
    this.sections = sectionPlaces(document);
  }

  /** For a figure of the paragraph; in a roundup every paragraph is a story of its own. */
  of(paragraph: number): FoundScene | null {
    const place = this.sections.get(paragraph);
    if (place) return { place, rule: 'place/section' };
    if (this.isRoundup) return this.ofStory(paragraph);
    if (this.known === undefined) this.known = this.find();
    return this.known;
  }

  private ofStory(paragraph: number): FoundScene | null {
    const scene = this.scenes.find((one) => one.paragraph === paragraph && !one.loose);
    if (scene) return found(scene, 'place/story');
    const subject = storySubject(this.document, paragraph);
    return subject && { place: subject, rule: 'place/story' };
  }

  private find(): FoundScene | null {
    const { document, lead, scenes } = this;
    const firm = scenes.filter(({ loose }) => !loose);
    const opening = firm.findLast(({ paragraph }) => paragraph <= lead);
    if (opening) return found(opening, 'place/opening');
    const title = document.title ?? '';
    const named = firm.find(({ place }) => place.named && holdsName(title, place.text));
    if (named) return found(named, 'place/title');
    const label = labelPlace(document);
    if (label) return { place: label, rule: 'place/title' };
    const recurring = scenes.find((scene) => scene.paragraph <= lead && recurs(document.text, scene.place));
    if (recurring) return found(recurring, 'place/opening');
    const dateline = datelinePlace(document, lead);
    if (dateline) return { place: dateline, rule: 'place/dateline' };
    return firm[0] ? found(firm[0], 'place/first-scene') : null;
  }
}

function found({ place: { text, range } }: Scene, rule: PlaceRule): FoundScene {
  return { place: { text, role: 'location', range }, rule };
}

/** As whole words: "Arle" is not in "Arles". */
function holdsName(text: string, name: string): boolean {
  const at = text.indexOf(name);
  return at >= 0 && !/^[\p{L}\p{N}]/u.test(text.slice(at + name.length));
}

/** The name stands in the text again behind the place. */
function recurs(text: string, { named, text: name, range }: PlaceMention): boolean {
  return named && holdsName(text.slice(range.end), name);
}

import { findPeriods, timeToldBy } from '../dates/index.js';
import type { FigureMention } from '../extraction.js';
import { isToldIn, type Document, type Sentence } from '../text/document.js';
import { lowerAt, readWords, type Word } from '../words/words.js';
import { eventsIn } from './event-nouns.js';
import { withCauseOfArticle } from './article-cause.js';
import { ArticleScene } from './article-scene.js';
import { complete, mentionOf, type Draft, type Passage } from './figure-mention.js';
import { isRunningTotal, measureOf } from './describe.js';
import { periodOf } from './figure-period.js';
import { addsToTold, asIncrements } from './increments.js';
import { periodsOfStates } from './periods-of-states.js';
import { placesOf } from './figure-places.js';
import { findPlaces, type PlaceMention } from './place-mentions.js';
import { opensWithPlace } from './unled-places.js';
import { PlaceMemory } from './place-memory.js';
import type { SpeechContext } from './speech-context.js';
import { readPassages } from './passages.js';
import { SentenceWords } from './sentence-words.js';
import { placeScope, periodScope } from './figure-scopes.js';

/**
 * Every number of people, households or homes that an article gives, in text order. `speech` tells on whose word a stretch of
 * text stands; `publishedOn` (YYYY-MM-DD) is the day from which "since Saturday" is counted.
 */
export function findFigures(
  document: Document,
  speech: SpeechContext,
  publishedOn: string | null,
): FigureMention[] {
  const sentences = document.sentences.filter((sentence) => isToldIn(document, sentence));
  const words = new SentenceWords(document);
  const around = publishedOn === null ? timeToldBy(document.title, document.text) : null;
  const periodsOf = (read: readonly Word[]) => findPeriods(read, publishedOn, around);
  const passages = readPassages(words, sentences, periodsOf);
  if (passages.size === 0) return [];
  const lead = document.paragraphs.findIndex(({ kind }) => kind === 'body');
  const memory = new PlaceMemory();
  const drafts: Draft[] = [];
  for (const { sentence, places } of locate(words, sentences)) {
    const passage = passages.get(sentence);
    memory.enter(sentence.paragraph);
    const own = passage ? draftsOf(passage, { places, paragraph: sentence.paragraph }, memory, speech) : [];
    drafts.push(...own);
    const isShared = ownPlaces(own) < 2;
    for (const place of places) if (place.named) memory.remember(place, isShared);
    if (places.length > 0 && isShared) memory.rememberEvents(eventsIn(words.of(sentence)), places);
  }
  const standing = drafts.filter(({ mention }) => !speech.isDenied(mention.quote));
  const scene = new ArticleScene(document, lead, memory.scenes);
  const figures = asIncrements(
    standing.map((draft) => complete(draft, scene)),
    standing.map(({ adds }) => adds),
  );
  return withCauseOfArticle(figures, openingsOf(document, words, sentences, lead), publishedOn);
}

/** The words of the title, of the first sentence and of the first one of the story. */
function openingsOf(
  { title }: Document,
  words: SentenceWords,
  sentences: readonly Sentence[],
  lead: number,
): (readonly Word[])[] {
  const first = [sentences[0], sentences.find(({ paragraph }) => paragraph === lead)];
  return [readWords(title ?? ''), ...first.map((sentence) => (sentence ? words.of(sentence) : []))];
}

/** "Nine died in Easttown and four in Westtown": how many places the figures of a sentence have between them. */
const ownPlaces = (drafts: readonly Draft[]): number =>
  new Set(
    drafts.flatMap(({ mention: { places, readBy } }) =>
      readBy?.place === 'place/clause' ? (places[0]?.text ?? []) : [],
    ),
  ).size;

interface Located {
  readonly sentence: Sentence;
  readonly places: readonly PlaceMention[];
}

/** The places of every sentence; a second look finds names in the subject that a preposition leads to elsewhere. */
function locate(read: SentenceWords, sentences: readonly Sentence[]): Located[] {
  const { text } = read;
  const known = new Set<string>();
  const first = sentences.map((sentence) => {
    const words = read.of(sentence);
    const places = findPlaces(words, text, known);
    for (const place of places) if (place.named && place.lead) known.add(lowerAt(words, place.to - 1));
    return { sentence, words, places };
  });
  return first.map(({ sentence, words, places }) => {
    const again = opensWithPlace(words, known) ? findPlaces(words, text, known) : places;
    return { sentence, places: again };
  });
}

function draftsOf(
  passage: Passage,
  { places, paragraph }: { readonly places: readonly PlaceMention[]; readonly paragraph: number },
  memory: PlaceMemory,
  speech: SpeechContext,
): Draft[] {
  const { counted, words } = passage;
  const found: Draft[] = [];
  counted.forEach((figure, index) => {
    const total = figure.of ? found[counted.indexOf(figure.of)]?.mention : undefined;
    const scope = placeScope(passage, places, index);
    const where = placesOf(figure, scope, memory, total?.places ?? []);
    const lasts = measureOf(words, figure) === 'stock' || isRunningTotal(words, figure);
    const period = periodOf(
      words,
      periodScope(words, counted, figure, index, total?.period ?? null),
      lasts ? periodsOfStates(words, passage.periods) : passage.periods,
    );
    const mention = mentionOf(passage, figure, { period, where }, speech);
    const sceneRole = where.leaves ? 'origin' : 'location';
    found.push({ mention, paragraph, sceneRole, adds: addsToTold(words, figure.count) });
  });
  return found;
}

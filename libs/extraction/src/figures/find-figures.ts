import type { Cause, TextRange } from '#domain';
import { findPeriods, type PeriodMention } from '../dates/index.js';
import type { FigureMention } from '../extraction.js';
import type { Document } from '../text/document.js';
import { lowerAt, readWords, type Word } from '../words/words.js';
import { findCounts, type Count } from './counts.js';
import { categoryOf, causeOf, measureOf, statusOf, unitOf } from './describe.js';
import { periodOf, periodsOfEvents } from './figure-period.js';
import { placesOf } from './figure-places.js';
import { findPlaces, type PlaceMention } from './place-mentions.js';
import { PlaceMemory } from './place-memory.js';
import { isReportersAside } from './reporter-voice.js';
import { resolveMetrics, type Counted } from './resolve-metric.js';
import type { SpeechContext } from './speech-context.js';

/** Lines that are no news: furniture of the site, who wrote it and when. */
const UNREAD = new Set(['boilerplate', 'byline', 'dateline']);

interface Passage {
  readonly text: string;
  readonly range: TextRange;
  readonly words: readonly Word[];
  readonly places: readonly PlaceMention[];
  readonly counts: readonly Count[];
  /** When what it tells of happened, without the days on which it was said. */
  readonly periods: readonly PeriodMention[];
  readonly cause: Cause | null;
}

/**
 * Every number of people, households or homes that an article gives, in text order. `speech` tells on whose word a stretch of
 * text stands; `publishedOn` (YYYY-MM-DD) is the day from which "since Saturday" is counted.
 */
export function findFigures(
  document: Document,
  speech: SpeechContext,
  publishedOn: string | null,
): FigureMention[] {
  const memory = new PlaceMemory();
  const figures: FigureMention[] = [];
  let before: Counted | null = null;
  for (const passage of readPassages(document, publishedOn)) {
    const counted = resolveMetrics(passage.words, passage.counts, before);
    figures.push(...mentionsOf(passage, counted, memory, speech));
    for (const place of passage.places) if (place.named) memory.remember(place);
    before = counted[0] ?? before;
  }
  return figures.map((figure) => (figure.places.length > 0 ? figure : { ...figure, places: memory.first() }));
}

function readPassages(document: Document, publishedOn: string | null): Passage[] {
  const { text } = document;
  const read = document.sentences.filter(
    (sentence) => !UNREAD.has(document.paragraphs[sentence.paragraph]?.kind ?? ''),
  );
  const wordsOf = read.map((sentence) => readWords(text, sentence.start, sentence.end));
  const known = placeNames(wordsOf, text);
  return read.map(({ start, end }, index) => {
    const words = wordsOf[index] ?? [];
    const all = findPeriods(words, publishedOn);
    return {
      text,
      range: { start, end },
      words,
      places: findPlaces(words, text, known),
      counts: findCounts(words, all),
      periods: periodsOfEvents(words, all),
      cause: causeOf(words),
    };
  });
}

/** Last words of the names that a preposition leads to anywhere in the article. */
function placeNames(sentences: readonly (readonly Word[])[], text: string): Set<string> {
  const names = new Set<string>();
  for (const words of sentences) {
    for (const place of findPlaces(words, text, names)) {
      if (place.named && place.lead) names.add(lowerAt(words, place.to - 1));
    }
  }
  return names;
}

function mentionsOf(
  passage: Passage,
  counted: readonly Counted[],
  memory: PlaceMemory,
  speech: SpeechContext,
): FigureMention[] {
  const done = new Map<Counted, FigureMention>();
  counted.forEach((figure, index) => {
    const next = counted[index + 1]?.count;
    const after = counted[index - 1]?.count.to ?? 0;
    const scope = {
      places: passage.places,
      after,
      until: Math.min(next?.from ?? Infinity, clauseEnd(passage.words, figure.count.to)),
    };
    const of = figure.of ? (done.get(figure.of)?.places ?? []) : [];
    const places = placesOf(figure, scope, memory, of);
    done.set(figure, mentionOf(passage, figure, next, places, speech));
  });
  return [...done.values()];
}

/** A semicolon ends what a figure's own places may stand in. */
function clauseEnd(words: readonly Word[], from: number): number {
  const end = words.findIndex((word, at) => at >= from && word.text === ';');
  return end < 0 ? Infinity : end;
}

function mentionOf(
  passage: Passage,
  figure: Counted,
  next: Count | undefined,
  places: FigureMention['places'],
  speech: SpeechContext,
): FigureMention {
  const { words, text } = passage;
  const { count, cue, rule } = figure;
  const quote = { start: words[count.from]?.start ?? 0, end: words[count.to - 1]?.end ?? 0 };
  const measure = measureOf(words, figure);
  const period = periodOf(words, count, passage.periods, next);
  return {
    quote,
    sentence: passage.range,
    attribution: isReportersAside(words, figure) ? [] : speech.attributionOf(quote),
    rule,
    metric: cue.metric,
    measure,
    term: cue.term,
    category: categoryOf(cue.metric, measure),
    value: count.number.value,
    max: count.number.max,
    quantifier: count.bounded.quantifier,
    ...unitOf(words, text, figure),
    status: statusOf(words, figure),
    cause: passage.cause,
    places,
    period: period?.period ?? null,
    asOf: measure === 'stock' && period ? period.period.end : null,
  };
}

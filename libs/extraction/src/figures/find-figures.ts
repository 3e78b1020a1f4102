import { findPeriods, type PeriodMention } from '../dates/index.js';
import type { FigureMention } from '../extraction.js';
import type { Document, Sentence } from '../text/document.js';
import { readWords, type Word } from '../words/words.js';
import { findCounts, type Count } from './counts.js';
import { categoryOf, causeOf, measureOf, statusOf, unitOf } from './describe.js';
import { periodOf } from './figure-period.js';
import { placesOf } from './figure-places.js';
import { findPlaces, type PlaceMention } from './place-mentions.js';
import { PlaceMemory } from './place-memory.js';
import { isReportersAside } from './reporter-voice.js';
import { resolveMetrics, type Counted } from './resolve-metric.js';
import type { SpeechContext } from './speech-context.js';

const UNREAD = new Set(['boilerplate', 'byline', 'dateline']);

interface Passage {
  readonly document: Document;
  readonly sentence: Sentence;
  readonly words: readonly Word[];
  readonly periods: readonly PeriodMention[];
  readonly places: readonly PlaceMention[];
  readonly counts: readonly Count[];
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
  for (const sentence of document.sentences) {
    if (UNREAD.has(document.paragraphs[sentence.paragraph]?.kind ?? '')) continue;
    const passage = readPassage(document, sentence, publishedOn);
    const counted = resolveMetrics(passage.words, passage.counts, before);
    figures.push(...mentionsOf(passage, counted, memory, speech));
    for (const place of passage.places) if (place.named) memory.remember(place);
    before = counted.at(-1) ?? before;
  }
  return figures;
}

function readPassage(document: Document, sentence: Sentence, publishedOn: string | null): Passage {
  const words = readWords(document.text, sentence.start, sentence.end);
  const periods = findPeriods(words, publishedOn);
  const counts = findCounts(words, periods);
  return { document, sentence, words, periods, places: findPlaces(words, document.text), counts };
}

function mentionsOf(
  passage: Passage,
  counted: readonly Counted[],
  memory: PlaceMemory,
  speech: SpeechContext,
): FigureMention[] {
  const done = new Map<Counted, FigureMention>();
  counted.forEach((figure, index) => {
    const scope = {
      places: passage.places,
      after: counted[index - 1]?.count.to ?? 0,
      until: counted[index + 1]?.count.from ?? Infinity,
    };
    const of = figure.of ? (done.get(figure.of)?.places ?? []) : [];
    const places = placesOf(figure, scope, memory, of);
    done.set(figure, mentionOf(passage, figure, counted[index + 1]?.count, places, speech));
  });
  return [...done.values()];
}

function mentionOf(
  passage: Passage,
  figure: Counted,
  next: Count | undefined,
  places: FigureMention['places'],
  speech: SpeechContext,
): FigureMention {
  const { words, document, sentence } = passage;
  const { count, cue, rule } = figure;
  const quote = { start: words[count.from]?.start ?? 0, end: words[count.to - 1]?.end ?? 0 };
  const measure = measureOf(words, figure);
  const period = periodOf(words, count, passage.periods, next);
  const quoted = document.quotes.some((region) => region.start <= quote.start && quote.end <= region.end);
  return {
    quote,
    sentence: { start: sentence.start, end: sentence.end },
    attribution: isReportersAside(words, figure, quoted) ? [] : speech.attributionOf(quote),
    rule,
    metric: cue.metric,
    measure,
    term: cue.term,
    category: categoryOf(cue.metric, measure),
    value: count.number.value,
    max: count.number.max,
    quantifier: count.bounded.quantifier,
    ...unitOf(words, document.text, figure),
    status: statusOf(words, figure),
    cause: causeOf(words),
    places,
    period: period?.period ?? null,
    asOf: measure === 'stock' && period ? period.period.end : null,
  };
}

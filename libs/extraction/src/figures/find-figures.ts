import type { TextRange } from '#domain';
import { findPeriods, timeToldBy, type Period, type PeriodMention } from '../dates/index.js';
import { addPlaces, addSources, inTextOrder } from '../cues/cues.js';
import type { FigureMention } from '../extraction.js';
import type { Document, Sentence } from '../text/document.js';
import { lowerAt, rangeOf, readWords, type Word } from '../words/words.js';
import { findCounts } from './counts.js';
import { causeOf } from './cause.js';
import { figureCues } from './figure-cues.js';
import { categoryOf, isRunningTotal, measureOf, statusWord, unitOf } from './describe.js';
import { periodOf, periodsOfEvents, reachedBy, type PeriodScope } from './figure-period.js';
import { placesOf, type PlaceScope } from './figure-places.js';
import { findPlaces, placeEndingAt, type PlaceMention } from './place-mentions.js';
import { opensWithPlace } from './unled-places.js';
import { PlaceMemory } from './place-memory.js';
import { isReportersAside } from './reporter-voice.js';
import { keptCounts } from './people-counted.js';
import type { Counted } from './counted.js';
import { resolveMetrics } from './resolve-metric.js';
import type { SpeechContext } from './speech-context.js';

/** Lines that are no news: furniture of the site, who wrote it and when. */
const UNREAD = new Set(['boilerplate', 'byline', 'dateline']);

/** What a sentence without a digit or one of these words cannot hold: a number. Most sentences end here, unread. */
const NUMERIC =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|half|quarter|tens|dozens?|scores|hundreds?|thousands?|millions?|billions?)\b/i;

/** "Three of them" speaks of a figure at most so many sentences back. */
const RECALL = 3;

interface Passage {
  readonly text: string;
  readonly range: TextRange;
  readonly words: readonly Word[];
  /** When what it tells of happened, without the days on which it was said. */
  readonly periods: readonly PeriodMention[];
  readonly counted: readonly Counted[];
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
  const sentences = document.sentences.filter(
    (sentence) => !UNREAD.has(document.paragraphs[sentence.paragraph]?.kind ?? ''),
  );
  const words = new SentenceWords(document);
  const around = publishedOn === null ? timeToldBy(document.title, document.text) : null;
  const periodsOf = (read: readonly Word[]) => findPeriods(read, publishedOn, around);
  const passages = readPassages(words, sentences, periodsOf);
  if (passages.size === 0) return [];
  const memory = new PlaceMemory(document.paragraphs.findIndex(({ kind }) => kind === 'body'));
  const figures: Draft[] = [];
  for (const { sentence, places } of locate(words, sentences)) {
    const passage = passages.get(sentence);
    memory.enter(sentence.paragraph);
    if (passage) figures.push(...mentionsOf(passage, places, memory, speech));
    for (const place of places) if (place.named) memory.remember(place);
  }
  const standing = figures.filter(({ quote }) => !speech.isDenied(quote));
  for (const figure of standing) complete(figure, memory);
  return standing;
}

/** What is told of it elsewhere: the scene of the whole article where it has no place of its own, and all its cues in order. */
function complete(figure: Draft, memory: PlaceMemory): void {
  if (figure.places.length === 0) figure.places = memory.sceneOfArticle();
  const cues = [...figure.cues];
  addPlaces(cues, figure.places);
  addSources(cues, figure.attribution);
  figure.cues = inTextOrder(cues);
}

type Draft = { -readonly [K in keyof FigureMention]: FigureMention[K] };

/** The words of the sentences, read once each. */
class SentenceWords {
  readonly text: string;
  private readonly known: (Word[] | undefined)[];

  constructor({ text, sentences }: Document) {
    this.text = text;
    this.known = new Array<Word[] | undefined>(sentences.length).fill(undefined);
  }

  of(sentence: Sentence): Word[] {
    return (this.known[sentence.index] ??= readWords(this.text, sentence.start, sentence.end));
  }
}

/** The sentences that give figures. */
function readPassages(
  read: SentenceWords,
  sentences: readonly Sentence[],
  periodsOf: (words: readonly Word[]) => PeriodMention[],
): Map<Sentence, Passage> {
  const passages = new Map<Sentence, Passage>();
  const { text } = read;
  let before: Counted | null = null;
  let latest = 0;
  for (const sentence of sentences) {
    const { start, end } = sentence;
    if (sentence.index > latest + RECALL) before = null;
    if (!NUMERIC.test(text.slice(start, end))) continue;
    const words = read.of(sentence);
    const periods = periodsOf(words);
    const counted = resolveMetrics(words, findCounts(words, periods), before);
    if (!counted[0]) continue;
    before = counted.find(({ rule }) => rule !== 'figure/people-counted') ?? before;
    latest = sentence.index;
    const range = { start, end };
    passages.set(sentence, { text, range, words, periods: periodsOfEvents(words, periods), counted });
  }
  return ofEvents(passages);
}

/** Those with figures of what befell people. */
function ofEvents(passages: ReadonlyMap<Sentence, Passage>): Map<Sentence, Passage> {
  const kept = keptCounts(Array.from(passages.values(), ({ counted }) => counted));
  const all = Array.from(passages, ([sentence, passage]): [Sentence, Passage] => [
    sentence,
    { ...passage, counted: kept(passage.counted) },
  ]);
  return new Map(all.filter(([, { counted }]) => counted.length > 0));
}

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

function mentionsOf(
  passage: Passage,
  places: readonly PlaceMention[],
  memory: PlaceMemory,
  speech: SpeechContext,
): Draft[] {
  const { counted, words } = passage;
  const cause = causeOf(words);
  const found: Draft[] = [];
  counted.forEach((figure, index) => {
    const total = figure.of ? (found[counted.indexOf(figure.of)] ?? null) : null;
    const scope = placeScope(passage, places, index);
    const where = placesOf(figure, scope, memory, total?.places ?? []);
    const period = periodOf(
      words,
      periodScope(counted, figure, index, total?.period ?? null),
      passage.periods,
    );
    found.push(mentionOf(passage, figure, period, speech, cause, where));
  });
  return found;
}

function placeScope(
  { counted, words, text }: Passage,
  places: readonly PlaceMention[],
  index: number,
): PlaceScope {
  const after = counted[index - 1]?.count.to ?? 0;
  const next = counted[index + 1]?.count.from ?? Infinity;
  const { count } = counted[index] ?? {};
  const until = Math.min(next, clauseEnd(words, count?.to ?? 0), placeOfNext(words, places, next));
  const bracketed =
    count && words[count.from - 1]?.text === '(' ? placeEndingAt(words, text, count.from - 1) : null;
  return { places, after, until, bracketed };
}

function periodScope(
  counted: readonly Counted[],
  figure: Counted,
  index: number,
  total: Period | null,
): PeriodScope {
  const { count } = figure;
  const other = counted.find(({ rule }, at) => at > index && isOtherTotal(rule));
  return {
    count,
    first: counted[0]?.count ?? count,
    next: counted[index + 1]?.count,
    total,
    until: other?.count.from ?? Infinity,
    isEarlier: figure.rule === 'figure/earlier-total',
  };
}

function isOtherTotal(rule: Counted['rule']): boolean {
  return rule === 'figure/toll' || rule === 'figure/earlier-total';
}

const OPENS_NEXT = new Set(['and', 'while', 'but']);

/** "... and in Westtown nine were hurt": where a place that a joint sets before the next count begins; else Infinity. */
function placeOfNext(words: readonly Word[], places: readonly PlaceMention[], next: number): number {
  const place = places.find(({ to }) => to === next || (to === next - 1 && words[to]?.text === ','));
  if (!place || place.lead === '') return Infinity;
  const lead = lowerAt(words, place.from - 1) === 'the' ? place.from - 2 : place.from - 1;
  const joined = lowerAt(words, lead) === place.lead && OPENS_NEXT.has(lowerAt(words, lead - 1));
  return joined ? place.from : Infinity;
}

/** A semicolon ends what a figure's own places may stand in. */
function clauseEnd(words: readonly Word[], from: number): number {
  for (let at = from; at < words.length; at += 1) if (words[at]?.text === ';') return at;
  return Infinity;
}

function mentionOf(
  passage: Passage,
  figure: Counted,
  period: Period | null,
  speech: SpeechContext,
  cause: FigureMention['cause'],
  places: FigureMention['places'],
): Draft {
  const { words, text, range } = passage;
  const { count, cue, rule } = figure;
  const quote = rangeOf(words, count.from, count.to);
  const measure = measureOf(words, figure);
  const counts = unitOf(words, text, figure);
  const status = statusWord(words, figure);
  const reached = isRunningTotal(words, figure) && period ? reachedBy(period) : null;
  return {
    quote,
    sentence: range,
    attribution: isReportersAside(words, figure) ? [] : speech.attributionOf(quote),
    rule,
    cues: figureCues(passage, figure, period, status),
    metric: cue.metric,
    measure,
    term: cue.term,
    category: categoryOf(cue.metric, measure),
    value: count.number.value,
    max: count.number.max,
    quantifier: count.bounded.quantifier,
    unit: counts.unit,
    unitText: counts.unitText,
    population: counts.population,
    status: status?.status ?? 'reported',
    period: reached ?? period,
    asOf: (measure === 'stock' ? period?.end : reached?.end) ?? null,
    cause,
    places,
  };
}

import type { PlaceRole, TextRange } from '#domain';
import { addPlaces, addSources, inTextOrder } from '../cues/cues.js';
import type { Period, PeriodMention } from '../dates/index.js';
import type { FigureMention } from '../extraction.js';
import { rangeOf, type Word } from '../words/words.js';
import type { ArticleScene } from './article-scene.js';
import type { Counted } from './counted.js';
import { causeOf } from './cause.js';
import { categoryOf, isRunningTotal, measureOf, unitOf } from './describe.js';
import { isDayOfEvent, sinceEvent } from './event-days.js';
import { figureCues } from './figure-cues.js';
import { statusWord } from './figure-status.js';
import { reachedBy } from './figure-period.js';
import type { FoundPlaces } from './figure-places.js';
import { quantifierRule } from './quantifiers.js';
import { isReportersAside } from './reporter-voice.js';
import type { SpeechContext } from './speech-context.js';

/** A sentence that gives figures. */
export interface Passage {
  readonly text: string;
  readonly range: TextRange;
  readonly words: readonly Word[];
  /** When what it tells of happened, without the days on which it was said. */
  readonly periods: readonly PeriodMention[];
  readonly counted: readonly Counted[];
}

/** A figure as its sentence tells it. */
export interface Draft {
  readonly mention: FigureMention;
  readonly paragraph: number;
  /** What the figure has to do with the scene of the article, where that is its place. */
  readonly sceneRole: PlaceRole;
  /** Its words count on from a number told before. */
  readonly adds: boolean;
}

/** What was found around a figure. */
export interface Surroundings {
  readonly period: Period | null;
  readonly where: FoundPlaces;
}

/** All that its sentence and paragraph tell of a figure. */
export function mentionOf(
  passage: Passage,
  figure: Counted,
  { period, where }: Surroundings,
  speech: SpeechContext,
): FigureMention {
  const { words, text, range } = passage;
  const { count, cue, rule } = figure;
  const quote = rangeOf(words, count.from, count.to);
  const measure = measureOf(words, figure);
  const counts = unitOf(words, text, figure, passage.counted);
  const status = statusWord(words, figure);
  const told = period && (passage.periods.find((one) => one.period.text === period.text) ?? null);
  const time = timeOf(passage, figure, { period, told, measure });
  const attribution = isReportersAside(words, figure) ? [] : speech.attributionOf(quote);
  return {
    quote,
    sentence: range,
    attribution,
    rule,
    cues: figureCues(passage, figure, told, status),
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
    period: time.period,
    asOf: time.asOf,
    cause: causeOf(words, attribution),
    places: where.places,
    readBy: {
      place: where.rule,
      period: told && `period/${told.rule}`,
      quantifier: quantifierRule(count),
      source: sourceRule(attribution),
    },
  };
}

interface FoundTime {
  readonly period: Period | null;
  /** As the sentence names it; null where it is another sentence's. */
  readonly told: PeriodMention | null;
  readonly measure: FigureMention['measure'];
}

/**
 * A stock is true at the end of its period, a running total at the day it reached; what an event has come to counts from its day on.
 */
function timeOf(
  { words }: Passage,
  figure: Counted,
  { period, told, measure }: FoundTime,
): Pick<FigureMention, 'period' | 'asOf'> {
  if (!period) return { period, asOf: null };
  if (measure === 'stock') return { period, asOf: period.end };
  const isEvents =
    told !== null && figure.rule !== EARLIER && isOneDay(period) && isDayOfEvent(words, told.range);
  if (isEvents) return { period: sinceEvent(period), asOf: null };
  const reached = isRunningTotal(words, figure) ? reachedBy(period) : null;
  return { period: reached ?? period, asOf: reached?.end ?? null };
}

const EARLIER = 'figure/earlier-total';

const isOneDay = ({ accuracy, start, end }: Period): boolean =>
  accuracy === 'day' && end !== null && (start === null || start === end);

/** By which rule the one who first said it stands for it. */
function sourceRule(attribution: FigureMention['attribution']): string {
  return attribution.at(-1)?.rule ?? 'source/reporter';
}

/** What is told elsewhere: the scene of the whole article where the figure has no place of its own, and all its cues in order. */
export function complete({ mention, paragraph, sceneRole }: Draft, scene: ArticleScene): FigureMention {
  const found = mention.places.length === 0 ? scene.of(paragraph) : null;
  const places = found ? [{ ...found.place, role: sceneRole }] : mention.places;
  const cues = [...mention.cues];
  addPlaces(cues, places);
  addSources(cues, mention.attribution);
  const readBy = mention.readBy && { ...mention.readBy, place: found?.rule ?? mention.readBy.place };
  return { ...mention, places, cues: inTextOrder(cues), ...(readBy && { readBy }) };
}

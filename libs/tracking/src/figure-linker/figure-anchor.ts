import { foldName, type Cause, type FigureReported } from '#domain';
import { relatePlaces, rootOf, type LinkedPlace } from './place-relation.js';
import { populationClass } from './population-class.js';
import { timeAnchor, type TimeAnchor } from './time-anchor.js';

/** A figure of an article as the linker is given it. */
export interface LinkableFigure extends Pick<
  FigureReported,
  | 'reportId'
  | 'metric'
  | 'measure'
  | 'value'
  | 'quantifier'
  | 'unit'
  | 'population'
  | 'cause'
  | 'period'
  | 'asOf'
  | 'status'
  | 'rule'
> {
  /** Where it is true; null where the article names no place for it, or none by name. */
  readonly place: LinkedPlace | null;
  /** Who gives it, as the article names them; null in the reporter's own voice. */
  readonly source: string | null;
  /** First code points of its sentence and of its own words. */
  readonly sentence: number;
  readonly position: number;
}

export interface LinkableArticle {
  readonly articleId: string;
  /** YYYY-MM-DD or an RFC 3339 time. */
  readonly assertedOn: string | null;
  /** The first place that its title names. */
  readonly titlePlace: LinkedPlace | null;
  readonly figures: readonly LinkableFigure[];
}

/** What a figure's claim is found by. Figures with one key are one claim; never value, speaker or outlet. */
export interface FigureAnchor {
  readonly key: string;
  /** Metric, measure, unit family, population and root of the place: figures of two blocks are never one claim. */
  readonly block: string;
  readonly place: LinkedPlace | null;
  readonly time: TimeAnchor;
  readonly cause: Cause | null;
  /** Series of stocks, of events and of attacks keep together over other spans. */
  readonly pace: Pace;
  /** Its place or time was taken from the rest of the article. */
  readonly contextual: boolean;
  /** Nobody dated its article: its time is what the text itself tells. */
  readonly datedByText?: true;
}

/** An anchor with those that some article tells apart from it. */
export interface PlacedAnchor {
  readonly anchor: FigureAnchor;
  readonly apart: ReadonlySet<string>;
}

export type Pace = 'census' | 'stock' | 'disaster' | 'movement' | 'attack';

export interface AnchoredFigure {
  readonly reportId: string;
  readonly anchor: FigureAnchor;
}

/** People and households count the same displacement, in other units. */
const UNIT_FAMILIES = {
  person: 'people',
  household: 'people',
  dwelling: 'dwellings',
  incident: 'incidents',
} as const;
const EVENT_OF_PEOPLE = new Set(['killed', 'injured', 'missing', 'detained', 'affected', 'other']);

/** The anchors of an article's figures, each made of the figure and its own article alone. */
export function anchorFigures(article: LinkableArticle): AnchoredFigure[] {
  const cause = mostFrequent(
    article.figures.map((figure) => figure.cause),
    (value) => value,
  );
  const principal =
    mostFrequent(
      article.figures.map(({ place }) => place),
      ({ text }) => text,
    ) ?? article.titlePlace;
  const classes = article.figures.map((figure) => classOf(figure, article.figures));
  const drafts = article.figures.map((figure, at) =>
    draft(article, figure, classes[at] ?? '', cause, principal),
  );
  const timed = drafts.map((one) => ({
    ...one,
    ...(timeOfTotal(one, drafts) ?? timeOfHeadline(one, drafts)),
  }));
  const twins: Twins = new Map();
  return timed.map(({ figure, subject, place, time, cause: ofFigure, pace, contextual }) => {
    const block = JSON.stringify([...subject, place ? rootOf(place) : null]);
    const comparable = place !== null && time.kind !== 'undated';
    const isDatedByText = article.assertedOn === null && time.kind !== 'undated';
    const facts = [block, place?.text ?? null, timeKey(time), ofFigure, pace, contextual];
    if (isDatedByText) facts.push('dated by its text');
    const own = comparable ? [] : [figure.reportId];
    const twin = twinOf(twins, figure, JSON.stringify(facts));
    return {
      reportId: figure.reportId,
      anchor: {
        key: JSON.stringify([...facts, ...own, ...twin]),
        block,
        place,
        time,
        cause: ofFigure,
        pace,
        contextual,
        ...(isDatedByText && { datedByText: true as const }),
      },
    };
  });
}

interface Draft {
  readonly figure: LinkableFigure;
  readonly subject: readonly string[];
  readonly place: LinkedPlace | null;
  readonly time: TimeAnchor;
  readonly cause: Cause | null;
  readonly pace: Pace;
  readonly contextual: boolean;
}

function draft(
  article: LinkableArticle,
  figure: LinkableFigure,
  population: string,
  articleCause: Cause | null,
  principal: LinkedPlace | null,
): Draft {
  const cause = figure.cause ?? articleCause;
  return {
    figure,
    subject: [figure.metric, figure.measure, UNIT_FAMILIES[figure.unit], population],
    place: figure.place ?? principal,
    time: timeOf(figure, article.assertedOn, cause),
    cause,
    pace: paceOf(figure, cause),
    contextual: figure.place === null,
  };
}

/** What comes on top of a total is of its period or of the day on which it is told, however long its event goes on. */
function timeOf(figure: LinkableFigure, assertedOn: string | null, cause: Cause | null): TimeAnchor {
  if (!isIncrement(figure)) return timeAnchor(figure, assertedOn, cause === 'disaster');
  const time = timeAnchor(figure, assertedOn, false);
  return time.kind === 'running' ? { kind: 'window', day: time.day, end: time.day } : time;
}

const isIncrement = ({ rule }: LinkableFigure): boolean => rule === 'figure/increment';

function paceOf({ metric, measure }: LinkableFigure, cause: Cause | null): Pace {
  if (metric === 'population') return 'census';
  if (cause === 'disaster') return 'disaster';
  if (measure === 'stock') return 'stock';
  return EVENT_OF_PEOPLE.has(metric) ? 'attack' : 'movement';
}

/** "Civilians" are people, unless the article gives both. A part of a total is never the total, nor is what comes on top of it. */
function classOf(figure: LinkableFigure, all: readonly LinkableFigure[]): string {
  const { name, narrowed } = populationClass(figure.population);
  const isPart = figure.rule === 'figure/part-of-total' && name === 'people';
  if (isPart) return `part: ${narrowed ?? name}`;
  if (isIncrement(figure)) return `more: ${name}`;
  if (narrowed === null) return name;
  const tellsApart = all.some((other) => {
    const of = populationClass(other.population);
    const isKind = other.metric === figure.metric && other.measure === figure.measure;
    return isKind && of.name === name && of.narrowed === null && isHeadline(other) === isHeadline(figure);
  });
  return tellsApart ? narrowed : name;
}

/** The first sentence says in short what stands below it, and tells nothing apart from it. */
export const isHeadline = ({ sentence }: Pick<LinkableFigure, 'sentence'>): boolean => sentence === 0;

type Timing = Pick<Draft, 'time' | 'contextual'>;

/** A headline names no date: it takes the one that the article gives for such figures, where it gives one only, and no total that goes on. */
function timeOfHeadline(one: Draft, all: readonly Draft[]): Timing {
  const own = { time: one.time, contextual: one.contextual };
  if (!isHeadline(one.figure) || one.time.kind !== 'running' || one.figure.measure === 'stock') return own;
  const below = likeIt(one, all).filter(({ figure }) => !isHeadline(figure));
  return below.some(({ time }) => time.kind === 'running') ? own : (onlyTime(below) ?? own);
}

/** "Bringing the total to 900" in an article that nobody dated is of the day of such figures in it, where it gives one only. */
function timeOfTotal(one: Draft, all: readonly Draft[]): Timing | null {
  if (one.figure.rule !== 'figure/toll' || one.time.kind !== 'undated') return null;
  return onlyTime(likeIt(one, all).filter(({ time }) => time.kind !== 'undated'));
}

/** Those of its kind of which the place is not another. */
function likeIt(one: Draft, all: readonly Draft[]): Draft[] {
  const subject = one.subject.join();
  return all.filter(
    ({ subject: of, place }) =>
      of.join() === subject && one.place && place && relatePlaces(one.place, place) !== 'apart',
  );
}

/** The one time of all of them; null where they have several, or none. */
function onlyTime(drafts: readonly Draft[]): Timing | null {
  const [first] = drafts;
  if (!first || first.time.kind === 'undated') return null;
  const isOnly = drafts.every(({ time }) => timeKey(time) === timeKey(first.time));
  return isOnly ? { time: first.time, contextual: true } : null;
}

const timeKey = (time: TimeAnchor): string => {
  if (time.kind === 'undated') return time.kind;
  if (time.kind === 'window') return `${time.kind} ${time.day} ${time.end}`;
  return `${time.kind} ${time.day}${time.kind === 'running' && time.recent ? ' recent' : ''}`;
};

/** A number of one place in the text, who gives it, and what sets it apart from the first one there. */
interface Twin {
  readonly number: string;
  readonly source: string | null;
  readonly apart: readonly string[];
}

/** Place in the text and what is told there -> the numbers told. */
type Twins = Map<string, Twin[]>;

/**
 * Two numbers of one sentence that nothing but their value tells apart are two figures; one number told twice (a headline that runs into
 * its sentence) is one. An earlier total is the same one, and so is what two sources give for one thing: they are to be held against each
 * other.
 */
function twinOf(seen: Twins, figure: LinkableFigure, facts: string): readonly string[] {
  if (figure.rule === 'figure/earlier-total') return [];
  const { sentence, status, quantifier, value, source, reportId } = figure;
  const place = JSON.stringify([facts, sentence, status]);
  const before = seen.get(place) ?? [];
  seen.set(place, before);
  const number = `${quantifier} ${value}`;
  const same = before.find((other) => other.number === number);
  if (same) return same.apart;
  const isTwin = before.some((other) => other.source === source || other.source === null || source === null);
  const apart = isTwin ? ['twin', reportId] : [];
  before.push({ number, source, apart });
  return apart;
}

/** Of several that are as frequent, the first. */
function mostFrequent<T>(values: readonly (T | null)[], keyOf: (value: T) => string): T | null {
  const counts = new Map<string, { readonly value: T; count: number }>();
  for (const value of values) {
    if (value === null) continue;
    const known = counts.get(keyOf(value));
    if (known) known.count += 1;
    else counts.set(keyOf(value), { value, count: 1 });
  }
  const [most] = [...counts.values()].sort((a, b) => b.count - a.count);
  return most?.value ?? null;
}

/** Whether words name a place: "the city" and "four areas" do not. */
export const isNamedPlace = (text: string): boolean => /\p{Lu}/u.test(text) && foldName(text) !== '';

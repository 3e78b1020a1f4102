import type { EventData } from '#domain';

type Figure = EventData<'FigureReported'>;

/** What a figure of invented news is of: enough to link it by. */
export interface ToldFigure extends Pick<
  Figure,
  'metric' | 'measure' | 'unit' | 'cause' | 'period' | 'asOf'
> {
  readonly place: string;
}

/** What is told of again and again: a count since a day, one of a few days, or a series of totals. */
export interface Story extends Pick<Figure, 'metric' | 'measure' | 'unit' | 'cause'> {
  readonly country: number;
  readonly place: string;
  readonly kind: 'since' | 'window' | 'series';
  /** Days since the first of all. */
  readonly first: number;
  readonly last: number;
  /** Days between two of its totals, at most. */
  readonly pause: number;
}

export interface InventedPlace {
  readonly id: string;
  readonly name: string;
  readonly kind: 'country' | 'region' | 'settlement';
  readonly country: string;
  readonly within: string | null;
}

const COUNTRIES = 150;
const REGIONS = 5;
const TOWNS = 40;
const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2031, 0, 1);

type Subject = Pick<Figure, 'metric' | 'measure' | 'unit' | 'cause'>;

/** For how long new totals of one thing are told at most, and how many days lie between them at most. */
interface Rhythm {
  readonly longest: number;
  readonly pause: number;
}

/** The toll of an attack is told for days, that of a disaster for weeks, how many live as displaced for months. */
const ATTACK: Rhythm = { longest: 4, pause: 1 };
const MOVEMENT: Rhythm = { longest: 40, pause: 5 };
const DISASTER: Rhythm = { longest: 30, pause: 4 };
const STOCK: Rhythm = { longest: 180, pause: 30 };

const SUBJECTS: readonly (readonly [Subject, Rhythm])[] = [
  [{ metric: 'displaced', measure: 'flow', unit: 'person', cause: 'conflict' }, MOVEMENT],
  [{ metric: 'killed', measure: 'flow', unit: 'person', cause: 'conflict' }, ATTACK],
  [{ metric: 'injured', measure: 'flow', unit: 'person', cause: 'conflict' }, ATTACK],
  [{ metric: 'displaced', measure: 'stock', unit: 'person', cause: 'conflict' }, STOCK],
  [{ metric: 'killed', measure: 'flow', unit: 'person', cause: 'disaster' }, DISASTER],
  [{ metric: 'displaced', measure: 'flow', unit: 'person', cause: 'disaster' }, DISASTER],
  [{ metric: 'evacuated', measure: 'flow', unit: 'person', cause: null }, MOVEMENT],
  [{ metric: 'missing', measure: 'flow', unit: 'person', cause: 'disaster' }, DISASTER],
  [{ metric: 'population_in_need', measure: 'stock', unit: 'person', cause: 'conflict' }, STOCK],
  [{ metric: 'homes_destroyed', measure: 'flow', unit: 'dwelling', cause: 'disaster' }, DISASTER],
];

/** YYYY-MM-DD of a day counted from the first. */
export const dateOf = (day: number): string => new Date(FIRST_DAY + day * DAY_MS).toISOString().slice(0, 10);

/** All places of the invented world: countries, their regions and the towns in those. */
export const inventedPlaces = (): InventedPlace[] =>
  Array.from({ length: COUNTRIES }, (_, country) => {
    const of = { country: `L${country}` };
    const id = (name: string) => `invented:${name}`;
    const land = nameOf(country);
    const regions = Array.from({ length: REGIONS }, (_, at) => nameOf(country, 'Shire', at));
    return [
      { ...of, id: id(land), name: land, kind: 'country' as const, within: null },
      ...regions.map((name) => ({ ...of, id: id(name), name, kind: 'region' as const, within: id(land) })),
      ...Array.from({ length: TOWNS }, (_, at) => {
        const name = nameOf(country, 'Town', at);
        return { ...of, id: id(name), name, kind: 'settlement' as const, within: id(regions[at % REGIONS]!) };
      }),
    ];
  }).flat();

const nameOf = (country: number, kind = 'Land', at: number | null = null): string =>
  at === null ? `${kind}${country}` : `${kind}${country}x${at}`;

/**
 * News of a world in which few countries, towns and subjects are in most of the news, as Zipf found it of words: some of the blocks that
 * figures are compared in hold thousands of claims and most hold few. New totals of one thing come as often and for as long as those of its
 * kind do. By these shares and 127 stories a day, the size that the bench fills, the first country has one story in six and its first town
 * one or two a day of people who fled, for three years: one series runs into the next, as they do in a long war. The block in the middle
 * has fewer than one story a month.
 */
export class InventedNews {
  private state: number;

  constructor(seed: number) {
    this.state = seed;
  }

  /** Mulberry32: 0 to below 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  country(): number {
    return this.zipf(COUNTRIES);
  }

  /** A story that begins on this day or on one of the days before. */
  story(country: number, day: number): Story {
    const of = this.next();
    const kind = of < 0.35 ? 'since' : of < 0.55 ? 'window' : 'series';
    const first = Math.max(0, day - this.below(4));
    const subject = this.zipf(SUBJECTS.length);
    const { longest, pause } = SUBJECTS[subject]![1];
    // Most things are told of for days, few as long as can be.
    const length = kind === 'series' ? Math.floor(longest ** this.next()) - 1 : this.below(7);
    const last = first + length;
    return { ...SUBJECTS[subject]![0], country, place: this.place(country), kind, first, last, pause };
  }

  /** The days on which a story's totals are told; one where it has one number. */
  daysOf({ kind, first, last, pause }: Story): number[] {
    if (kind !== 'series') return [first];
    const days: number[] = [];
    for (let day = first; day <= last; day += 1 + this.below(pause)) days.push(day);
    return days;
  }

  private place(country: number): string {
    const of = this.next();
    if (of < 0.08) return nameOf(country);
    if (of < 0.2) return nameOf(country, 'Shire', this.zipf(REGIONS));
    const town = nameOf(country, 'Town', this.zipf(TOWNS));
    return this.next() < 0.1 ? `eastern ${town}` : town;
  }

  /** 0 twice as often as 1, three times as often as 2 ... */
  private zipf(count: number): number {
    const sums = ZIPF.get(count) ?? zipfSums(count);
    ZIPF.set(count, sums);
    const at = this.next() * sums.at(-1)!;
    return sums.findIndex((sum) => sum > at);
  }
}

const ZIPF = new Map<number, number[]>();

function zipfSums(count: number): number[] {
  let sum = 0;
  return Array.from({ length: count }, (_, at) => (sum += 1 / (at + 1)));
}

/** A story's figure as an article of this day tells it. */
export function toldOn(
  { kind, first, last, country: _, pause: __, ...subject }: Story,
  day: number,
): ToldFigure {
  const asOf = subject.measure === 'stock' ? dateOf(day) : null;
  if (kind === 'series' || asOf !== null) return { ...subject, period: null, asOf };
  const end = kind === 'window' ? dateOf(last) : null;
  const text = kind === 'window' ? 'on those days' : 'since then';
  return { ...subject, asOf, period: { start: dateOf(first), end, accuracy: 'day', text } };
}

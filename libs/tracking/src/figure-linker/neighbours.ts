import { daysAround, linkableDays, timeKindOf, type DaysOfKinds, type TimeKind } from './days-around.js';
import type { FigureAnchor, PlacedAnchor } from './figure-anchor.js';
import { placeKeys } from './place-keys.js';

/** Figures without a date stand here: before all others. */
const UNDATED = -1_000_000;
export const dayOf = ({ time }: FigureAnchor): number => (time.kind === 'undated' ? UNDATED : time.day);

type Timed<A> = Partial<Record<TimeKind, DaysInOrder<A>>>;

interface Block<A> {
  readonly own: Map<string, Timed<A>>;
  readonly around: Map<string, Timed<A>>;
}

/** Stands once under each key of its place; `foundBy` tells a search that it has it already. */
interface Entry<A> {
  readonly one: A;
  foundBy: number;
}

/** Anchors by place and day: what may be linked to one, or proposed for it, is found at the cost of what lies around it, not of its block. */
export class Neighbourhood<A extends PlacedAnchor> {
  private readonly blocks = new Map<string, Block<A>>();
  private searches = 0;

  add(one: A): void {
    const { block, place, time } = one.anchor;
    if (!place) return;
    const known = this.blocks.get(block) ?? { own: new Map(), around: new Map() };
    this.blocks.set(block, known);
    const [kind, day] = [timeKindOf(time), dayOf(one.anchor)] as const;
    const keys = placeKeys(place);
    const entry: Entry<A> = { one, foundBy: 0 };
    for (const key of keys.own) daysUnder(known.own, key, kind).add(entry, day);
    for (const key of keys.around) daysUnder(known.around, key, kind).add(entry, day);
  }

  /** All others that `scorePair` proposes or links it with are among these; in no order. */
  near(one: PlacedAnchor): A[] {
    return this.within(one, daysAround(one.anchor));
  }

  /** All that it may be linked with are among these: far fewer where much is told of. */
  linkable(one: PlacedAnchor): A[] {
    return this.within(one, linkableDays(one.anchor));
  }

  private within(one: PlacedAnchor, ranges: DaysOfKinds): A[] {
    const { block, place } = one.anchor;
    const known = this.blocks.get(block);
    if (!place || !known) return [];
    const { own, around } = placeKeys(place);
    const found: A[] = [];
    const search = { one, ranges, number: ++this.searches, found };
    for (const key of own) {
      collect(known.own.get(key), search);
      collect(known.around.get(key), search);
    }
    for (const key of around) collect(known.own.get(key), search);
    return found;
  }

  /** Of the same place the newest, and where none has a date, the first founded: what one without a date may belong to. */
  newest({ key: ownKey, block, place }: FigureAnchor, isOlder: (a: A, b: A) => boolean): A | null {
    let newest: A | null = null;
    const places = this.blocks.get(block)?.own;
    for (const key of place ? placeKeys(place).own : [])
      for (const days of Object.values(places?.get(key) ?? {}))
        for (const { one } of days.entries)
          if (one.anchor.key !== ownKey && (!newest || isNewer(one, newest, isOlder))) newest = one;
    return newest;
  }
}

interface Search<A> {
  readonly number: number;
  readonly one: PlacedAnchor;
  readonly ranges: DaysOfKinds;
  readonly found: A[];
}

/** The most frequent step of linking: it calls nothing back, and looks at no anchor, which would have to be fetched from memory. */
function collect<A extends PlacedAnchor>(
  timed: Timed<A> | undefined,
  { number, one, ranges, found }: Search<A>,
): void {
  if (!timed) return;
  for (const [kind, { from, to }] of ranges) {
    const days = timed[kind];
    if (!days) continue;
    const { entries } = days;
    for (let at = days.firstFrom(from); at < entries.length && days.dayAt(at) <= to; at++) {
      const entry = entries[at]!;
      if (entry.foundBy === number) continue;
      entry.foundBy = number;
      if (entry.one !== one) found.push(entry.one);
    }
  }
}

function isNewer<A extends PlacedAnchor>(a: A, b: A, isOlder: (a: A, b: A) => boolean): boolean {
  const [ofA, ofB] = [dayOf(a.anchor), dayOf(b.anchor)];
  return ofA > ofB || (ofA === ofB && isOlder(a, b));
}

function daysUnder<A>(places: Map<string, Timed<A>>, key: string, kind: TimeKind): DaysInOrder<A> {
  let timed = places.get(key);
  if (!timed) places.set(key, (timed = {}));
  return (timed[kind] ??= new DaysInOrder());
}

/** What stands under one key, by day: a search costs what it finds, however many days it asks for. */
class DaysInOrder<A> {
  readonly entries: Entry<A>[] = [];
  /** Of each entry its day: numbers side by side are searched without a look at the entries. */
  private readonly days: number[] = [];

  add(entry: Entry<A>, day: number): void {
    const { entries, days } = this;
    const newest = days.at(-1);
    if (newest === undefined || newest <= day) {
      entries.push(entry);
      days.push(day);
      return;
    }
    const at = this.firstFrom(day);
    entries.splice(at, 0, entry);
    days.splice(at, 0, day);
  }

  dayAt(at: number): number {
    return this.days[at]!;
  }

  firstFrom(day: number): number {
    const { days } = this;
    let from = 0;
    let to = days.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (days[middle]! < day) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}

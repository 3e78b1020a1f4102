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
  readonly day: number;
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
    const entry: Entry<A> = { one, day, foundBy: 0 };
    for (const key of keys.own) put(known.own, key, kind, entry);
    for (const key of keys.around) put(known.around, key, kind, entry);
  }

  /** All that `scorePair` proposes or links it with are among these; in no order. */
  near(anchor: FigureAnchor): A[] {
    return this.within(anchor, daysAround(anchor));
  }

  /** All that it may be linked with are among these: far fewer where much is told of. */
  linkable(anchor: FigureAnchor): A[] {
    return this.within(anchor, linkableDays(anchor));
  }

  private within({ key: ownKey, block, place }: FigureAnchor, ranges: DaysOfKinds): A[] {
    const known = this.blocks.get(block);
    if (!place || !known) return [];
    const { own, around } = placeKeys(place);
    const found: A[] = [];
    const search = { ownKey, ranges, number: ++this.searches, found };
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
  readonly ownKey: string;
  readonly ranges: DaysOfKinds;
  readonly found: A[];
}

/** The most frequent step of linking, so it calls nothing back. */
function collect<A extends PlacedAnchor>(
  timed: Timed<A> | undefined,
  { number, ownKey, ranges, found }: Search<A>,
): void {
  if (!timed) return;
  for (const [kind, { from, to }] of ranges) {
    const days = timed[kind];
    if (!days) continue;
    const { entries } = days;
    for (let at = days.firstFrom(from); at < entries.length && entries[at]!.day <= to; at++) {
      const entry = entries[at]!;
      if (entry.foundBy === number) continue;
      entry.foundBy = number;
      if (entry.one.anchor.key !== ownKey) found.push(entry.one);
    }
  }
}

function isNewer<A extends PlacedAnchor>(a: A, b: A, isOlder: (a: A, b: A) => boolean): boolean {
  const [ofA, ofB] = [dayOf(a.anchor), dayOf(b.anchor)];
  return ofA > ofB || (ofA === ofB && isOlder(a, b));
}

function put<A>(places: Map<string, Timed<A>>, key: string, kind: TimeKind, entry: Entry<A>): void {
  let timed = places.get(key);
  if (!timed) places.set(key, (timed = {}));
  (timed[kind] ??= new DaysInOrder()).add(entry);
}

/** What stands under one key, by day: a search costs what it finds, however many days it asks for. */
class DaysInOrder<A> {
  readonly entries: Entry<A>[] = [];

  add(entry: Entry<A>): void {
    const { entries } = this;
    const newest = entries.at(-1);
    if (!newest || newest.day <= entry.day) entries.push(entry);
    else entries.splice(this.firstFrom(entry.day), 0, entry);
  }

  firstFrom(day: number): number {
    let [from, to] = [0, this.entries.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.entries[middle]!.day < day) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}

import {
  daysAround,
  linkableDays,
  TIME_KINDS,
  timeKindOf,
  type DaysOfKinds,
  type TimeKind,
} from './days-around.js';
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
    const search = ++this.searches;
    const found: A[] = [];
    const collect = (timed: Timed<A> | undefined): void => {
      if (!timed) return;
      for (const [kind, { from, to }] of ranges)
        timed[kind]?.within(from, to, (entry) => {
          if (entry.foundBy === search) return;
          entry.foundBy = search;
          if (entry.one.anchor.key !== ownKey) found.push(entry.one);
        });
    };
    for (const key of own) {
      collect(known.own.get(key));
      collect(known.around.get(key));
    }
    for (const key of around) collect(known.own.get(key));
    return found;
  }

  /** Of the same place the newest, and where none has a date, the first founded: what one without a date may belong to. */
  newest({ key: ownKey, block, place }: FigureAnchor, isOlder: (a: A, b: A) => boolean): A | null {
    let newest: A | null = null;
    for (const key of place ? placeKeys(place).own : [])
      for (const kind of TIME_KINDS)
        this.blocks
          .get(block)
          ?.own.get(key)
          ?.[kind]?.within(UNDATED, Infinity, ({ one }) => {
            if (one.anchor.key !== ownKey && (!newest || isNewer(one, newest, isOlder))) newest = one;
          });
    return newest;
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
  private readonly entries: Entry<A>[] = [];

  add(entry: Entry<A>): void {
    const { entries } = this;
    const newest = entries.at(-1);
    if (!newest || newest.day <= entry.day) entries.push(entry);
    else entries.splice(this.firstFrom(entry.day), 0, entry);
  }

  within(from: number, to: number, visit: (entry: Entry<A>) => void): void {
    const { entries } = this;
    for (let at = this.firstFrom(from); at < entries.length && entries[at]!.day <= to; at++)
      visit(entries[at]!);
  }

  private firstFrom(day: number): number {
    let [from, to] = [0, this.entries.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.entries[middle]!.day < day) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}

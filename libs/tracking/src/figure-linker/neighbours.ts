import type { FigureAnchor, PlacedAnchor } from './figure-anchor.js';
import { placeKeys } from './place-keys.js';
import { neighbourDays } from './score-pair.js';
import type { TimeAnchor } from './time-anchor.js';

/** Figures without a date stand here: before all others. */
const UNDATED = -1_000_000;
export const dayOf = ({ time }: FigureAnchor): number => (time.kind === 'undated' ? UNDATED : time.day);

/** Counts that other counts of close days are linked to; and those that only say that they count recent days, or begin on a day. */
type Kind = 'running' | 'recent' | 'bounded';
type Days<A> = Map<number, A[]>;
type Timed<A> = Readonly<Record<Kind, Days<A>>>;

interface Block<A> {
  readonly own: Map<string, Timed<A>>;
  readonly around: Map<string, Timed<A>>;
}

interface Range {
  readonly from: number;
  readonly to: number;
}
type Ranges = readonly (readonly [Kind, Range])[];

/** Anchors by place and day: what may be linked to one, or proposed for it, is found at the cost of what lies around it, not of its block. */
export class Neighbourhood<A extends PlacedAnchor> {
  private readonly blocks = new Map<string, Block<A>>();

  add(one: A): void {
    const { block, place, time } = one.anchor;
    if (!place) return;
    const known = this.blocks.get(block) ?? { own: new Map(), around: new Map() };
    this.blocks.set(block, known);
    const [kind, day] = [kindOf(time), dayOf(one.anchor)];
    const keys = placeKeys(place);
    for (const key of keys.own) put(known.own, key, kind, day, one);
    for (const key of keys.around) put(known.around, key, kind, day, one);
  }

  /** All that `scorePair` proposes or links it with are among these; in no order. */
  near(anchor: FigureAnchor): A[] {
    const days = neighbourDays(anchor);
    return days
      ? this.within(
          anchor,
          KINDS.map((kind) => [kind, days]),
        )
      : [];
  }

  /** All that it may be linked with are among these: far fewer where much is told of. */
  linkable(anchor: FigureAnchor): A[] {
    return this.within(anchor, linkableDays(anchor));
  }

  private within({ key: ownKey, block, place }: FigureAnchor, ranges: Ranges): A[] {
    const known = this.blocks.get(block);
    if (!place || !known) return [];
    const { own, around } = placeKeys(place);
    const found = new Set<A>();
    for (const key of own) {
      addWithin(found, known.own.get(key), ranges);
      addWithin(found, known.around.get(key), ranges);
    }
    for (const key of around) addWithin(found, known.own.get(key), ranges);
    return [...found].filter((one) => one.anchor.key !== ownKey);
  }

  /** Of the same place the newest, and where none has a date, the first founded: what one without a date may belong to. */
  newest({ key: ownKey, block, place }: FigureAnchor, isOlder: (a: A, b: A) => boolean): A | null {
    let newest: A | null = null;
    for (const key of place ? placeKeys(place).own : [])
      for (const days of Object.values(this.blocks.get(block)?.own.get(key) ?? {}))
        for (const one of [...days.values()].flat())
          if (one.anchor.key !== ownKey && (!newest || isNewer(one, newest, isOlder))) newest = one;
    return newest;
  }
}

function isNewer<A extends PlacedAnchor>(a: A, b: A, isOlder: (a: A, b: A) => boolean): boolean {
  const [ofA, ofB] = [dayOf(a.anchor), dayOf(b.anchor)];
  return ofA > ofB || (ofA === ofB && isOlder(a, b));
}

const KINDS: readonly Kind[] = ['running', 'recent', 'bounded'];

function kindOf(time: TimeAnchor): Kind {
  if (time.kind === 'since' || time.kind === 'window') return 'bounded';
  return time.kind === 'running' && time.recent ? 'recent' : 'running';
}

function linkableDays(anchor: FigureAnchor): Ranges {
  const { time } = anchor;
  const days = neighbourDays(anchor);
  if (time.kind === 'undated' || !days) return [];
  if (time.kind === 'running') {
    const close = { from: time.day - (days.to - time.day), to: days.to };
    const counts: Ranges = [
      ['running', close],
      ['recent', close],
    ];
    return time.recent ? [...counts, ['bounded', days]] : counts;
  }
  return [
    ['bounded', { from: time.day, to: time.day }],
    ['recent', days],
  ];
}

function addWithin<A>(found: Set<A>, timed: Timed<A> | undefined, ranges: Ranges): void {
  if (!timed) return;
  for (const [kind, { from, to }] of ranges) {
    const known = timed[kind];
    // Whatever are fewer: the days that are known, or those that are asked for.
    if (known.size <= to - from) {
      for (const [day, ones] of known) if (day >= from && day <= to) for (const one of ones) found.add(one);
    } else {
      for (let day = from; day <= to; day++) for (const one of known.get(day) ?? []) found.add(one);
    }
  }
}

function put<A>(places: Map<string, Timed<A>>, key: string, kind: Kind, day: number, one: A): void {
  let timed = places.get(key);
  if (!timed) {
    timed = { running: new Map(), recent: new Map(), bounded: new Map() };
    places.set(key, timed);
  }
  const ones = timed[kind].get(day);
  if (ones) ones.push(one);
  else timed[kind].set(day, [one]);
}

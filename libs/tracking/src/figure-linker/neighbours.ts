import type { FigureAnchor, PlacedAnchor } from './figure-anchor.js';
import { placeKeys } from './place-keys.js';
import { neighbourDays } from './score-pair.js';

type Days<A> = Map<number, A[]>;
type Places<A> = Map<string, Days<A>>;

/** Figures without a date stand here: before all others. */
const UNDATED = -1_000_000;
export const dayOf = ({ time }: FigureAnchor): number => (time.kind === 'undated' ? UNDATED : time.day);

/** Anchors by place and day: what may be linked to one, or proposed for it, is found at the cost of what lies around it, not of its block. */
export class Neighbourhood<A extends PlacedAnchor> {
  private readonly blocks = new Map<string, { readonly own: Places<A>; readonly around: Places<A> }>();

  add(one: A): void {
    const { block, place } = one.anchor;
    if (!place) return;
    const known = this.blocks.get(block) ?? { own: new Map(), around: new Map() };
    this.blocks.set(block, known);
    const day = dayOf(one.anchor);
    const keys = placeKeys(place);
    for (const key of keys.own) put(known.own, key, day, one);
    for (const key of keys.around) put(known.around, key, day, one);
  }

  /** All that `scorePair` proposes or links it with are among these; in no order. */
  near(anchor: FigureAnchor): A[] {
    const { block, place } = anchor;
    const days = neighbourDays(anchor);
    const known = this.blocks.get(block);
    if (!place || !days || !known) return [];
    const { own, around } = placeKeys(place);
    const found = new Set<A>();
    for (const key of own) {
      addWithin(found, known.own.get(key), days);
      addWithin(found, known.around.get(key), days);
    }
    for (const key of around) addWithin(found, known.own.get(key), days);
    return [...found].filter((one) => one.anchor.key !== anchor.key);
  }

  /** Of the same place the newest, and where none has a date, the first founded: what one without a date may belong to. */
  newest({ key: ownKey, block, place }: FigureAnchor, isOlder: (a: A, b: A) => boolean): A | null {
    let newest: A | null = null;
    for (const key of place ? placeKeys(place).own : [])
      for (const ones of this.blocks.get(block)?.own.get(key)?.values() ?? [])
        for (const one of ones)
          if (one.anchor.key !== ownKey && (!newest || isNewer(one, newest, isOlder))) newest = one;
    return newest;
  }
}

function isNewer<A extends PlacedAnchor>(a: A, b: A, isOlder: (a: A, b: A) => boolean): boolean {
  const [ofA, ofB] = [dayOf(a.anchor), dayOf(b.anchor)];
  return ofA > ofB || (ofA === ofB && isOlder(a, b));
}

function addWithin<A>(
  found: Set<A>,
  known: Days<A> | undefined,
  { from, to }: { readonly from: number; readonly to: number },
): void {
  if (!known) return;
  // Whatever are fewer: the days that are known, or those that are asked for.
  if (known.size <= to - from) {
    for (const [day, ones] of known) if (day >= from && day <= to) for (const one of ones) found.add(one);
  } else {
    for (let day = from; day <= to; day++) for (const one of known.get(day) ?? []) found.add(one);
  }
}

function put<A>(places: Places<A>, key: string, day: number, one: A): void {
  const days = places.get(key) ?? new Map<number, A[]>();
  const ones = days.get(day);
  if (ones) ones.push(one);
  else days.set(day, [one]);
  places.set(key, days);
}

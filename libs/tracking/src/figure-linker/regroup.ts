import type { PlacedAnchor } from './figure-anchor.js';
import { Clusters, comparePairs, pairOf, pairsToJoin, toldApartBy, type Pair } from './join-surest.js';
import { areApart, LINKED, scorePair } from './score-pair.js';

/** An anchor with the claim it has so far. */
export interface ClaimedAnchor extends PlacedAnchor {
  readonly apart: Set<string>;
  /** Null where it was just met. */
  claimId: string | null;
  /** The seq of its first report: of two claims that become one, the older lives on. */
  readonly founded: bigint;
}

export interface Move<A extends ClaimedAnchor> {
  readonly anchor: A;
  readonly from: string | null;
  readonly to: string;
}

/** What is known around anchors; null where it has to be looked up first. */
export interface Surroundings<A extends ClaimedAnchor> {
  /** All that may be linked to it, and perhaps others. */
  near(one: A): readonly A[] | null;
  members(claimId: string): readonly A[] | null;
  /** Told of each move as it is made: from then on the anchor is a member of that claim. */
  moved(move: Move<A>): void;
}

/** What an article changes: anchors that were just met, and pairs that it is the first to tell apart. */
export interface Change<A> {
  readonly met: readonly A[];
  readonly parted: readonly (readonly [A, A])[];
}

export interface Missing<A> {
  readonly around: readonly A[];
  readonly claims: readonly string[];
}

export interface Regrouping<A extends ClaimedAnchor> {
  readonly moves: readonly Move<A>[];
  /** To be looked up; then `regroup` is called again with the same change and goes on. Null at the end. */
  readonly missing: Missing<A> | null;
}

type Begin<A> = (founder: A) => string;

/**
 * Keeps claims level with `partition`: gives anchors the claims that the whole set of them asks for and says which ones moved, at the
 * cost of the claims around the change. `begin` makes the id of a new claim from the anchor that founds it.
 */
export function regroup<A extends ClaimedAnchor>(
  known: Surroundings<A>,
  { met, parted }: Change<A>,
  begin: Begin<A>,
): Regrouping<A> {
  const fresh = met.filter(({ claimId }) => claimId === null);
  const unknown = fresh.filter((one) => known.near(one) === null);
  if (unknown.length > 0) return { moves: [], missing: { around: unknown, claims: [] } };
  // What two claims have apart already, no article can part further.
  const torn = parted.filter(([a, b]) => a.claimId !== null && a.claimId === b.claimId);
  const isMixed = (one: A) =>
    torn.length > 0 ||
    linkedTo(known, one).some((other) => other.claimId === null && !toldApartBy(one, other));
  const together = [...torn.flat(), ...fresh.filter(isMixed)];
  const moves: Move<A>[] = [];
  if (together.length > 0) {
    const done = new Region(known, together, torn).regroup(begin);
    moves.push(...done.moves);
    if (done.missing) return { moves, missing: done.missing };
  }
  for (const one of fresh) {
    if (one.claimId !== null) continue;
    const done = joinOne(known, one, begin) ?? new Region(known, [one], []).regroup(begin);
    moves.push(...done.moves);
    if (done.missing) return { moves, missing: done.missing };
  }
  return { moves, missing: null };
}

function linkedTo<A extends ClaimedAnchor>(known: Surroundings<A>, one: A): A[] {
  const near = known.near(one) ?? [];
  return near.filter((other) => (scorePair(one.anchor, other.anchor)?.score ?? 0) >= LINKED);
}

/**
 * An anchor that nothing can be joined with begins a claim. One that is apart from nothing in the claim of its surest neighbour, and is
 * refused by all other claims, is of that claim and changes nothing else: within the claim joins can only come sooner, and beyond
 * it none that was refused can come. Null where that cannot be told at once.
 */
function joinOne<A extends ClaimedAnchor>(
  known: Surroundings<A>,
  one: A,
  begin: Begin<A>,
): Regrouping<A> | null {
  const links = linksOf(known, one);
  const claimId = links[0]?.other.claimId;
  if (claimId === undefined) return { moves: [moveTo(known, one, begin(one))], missing: null };
  if (claimId === null) return null;
  const members = known.members(claimId);
  if (!members) return { moves: [], missing: { around: [], claims: [claimId] } };
  if (members.some((other) => toldApartBy(one, other) || areApart(one.anchor, other.anchor))) return null;
  const inside = links.filter(({ other }) => other.claimId === claimId);
  const outside = links.filter(({ other }) => other.claimId !== claimId);
  if (!outside.every((link) => isRefused(link, inside, outside))) return null;
  return { moves: [moveTo(known, one, claimId)], missing: null };
}

interface Link<A> {
  readonly other: A;
  readonly pair: Pair<A>;
}

/** All that it may be joined with, the surest first. */
function linksOf<A extends ClaimedAnchor>(known: Surroundings<A>, one: A): Link<A>[] {
  return (known.near(one) ?? [])
    .flatMap((other) => {
      const pair = toldApartBy(one, other) ? null : pairOf(one, other);
      return pair ? [{ other, pair }] : [];
    })
    .sort((x, y) => comparePairs(x.pair, y.pair));
}

/** So many of the surest neighbours on each side are looked at: nearly always the first of them tell. */
const LOOKED_AT = 6;

/**
 * Whether the claim of an outside neighbour has refused, before its turn comes, the claim that the anchor is in by then: some pair
 * between the two claims came sooner, and as they are two claims it was refused.
 */
function isRefused<A extends ClaimedAnchor>(
  { other, pair }: Link<A>,
  inside: readonly Link<A>[],
  outside: readonly Link<A>[],
): boolean {
  const comesSooner = (sooner: Pair<A> | null) => sooner !== null && comparePairs(sooner, pair) < 0;
  const joined = inside.slice(0, LOOKED_AT).filter((link) => comesSooner(link.pair));
  const itsClaim = outside.filter((link) => link.other !== other && link.other.claimId === other.claimId);
  const withIt = itsClaim.slice(0, LOOKED_AT).filter((link) => comesSooner(pairOf(link.other, other)));
  return [other, ...withIt.map((link) => link.other)].some((its) =>
    joined.some((ours) => comesSooner(pairOf(ours.other, its))),
  );
}

function moveTo<A extends ClaimedAnchor>(known: Surroundings<A>, anchor: A, to: string): Move<A> {
  const move = { anchor, from: anchor.claimId, to };
  anchor.claimId = to;
  known.moved(move);
  return move;
}

/** Beyond this many anchors a change is not followed further: claims there stay as they are. */
const LARGEST_REGION = 5_000;

/**
 * Whole claims around a change. They are grouped anew by themselves; what lies outside is none the wiser as long as every join that was
 * refused at their border stays refused. Where that is not sure the claim behind the border is taken in.
 */
class Region<A extends ClaimedAnchor> {
  private readonly anchors: Set<A>;
  private readonly claims = new Set<string>();
  private readonly torn = new Map<A, Set<A>>();

  constructor(
    private readonly known: Surroundings<A>,
    private readonly changed: readonly A[],
    torn: readonly (readonly [A, A])[],
  ) {
    this.anchors = new Set(changed);
    for (const [a, b] of torn) this.torn.set(a, (this.torn.get(a) ?? new Set()).add(b));
  }

  regroup(begin: Begin<A>): Regrouping<A> {
    let wider = this.changed.flatMap((one) => [one, ...linkedTo(this.known, one)]);
    for (;;) {
      const missing = this.takeIn(wider);
      if (missing) return { moves: [], missing };
      const pairs = pairsToJoin(this.anchors, (one) => this.known.near(one) ?? []);
      const after = new Clusters(this.anchors);
      wider = this.join(pairs, after);
      if (wider.length === 0 || this.anchors.size > LARGEST_REGION)
        return { moves: movesTo(this.known, after.all(), begin), missing: null };
    }
  }

  private takeIn(anchors: readonly A[]): Missing<A> | null {
    const claims = new Set(anchors.map(({ claimId }) => claimId).filter((claimId) => claimId !== null));
    const fresh = [...claims].filter((claimId) => !this.claims.has(claimId));
    const unknown = fresh.filter((claimId) => this.known.members(claimId) === null);
    if (unknown.length > 0) return { around: [], claims: unknown };
    for (const claimId of fresh) {
      this.claims.add(claimId);
      for (const one of this.known.members(claimId) ?? []) this.anchors.add(one);
    }
    const around = [...this.anchors].filter((one) => this.known.near(one) === null);
    return around.length > 0 ? { around, claims: [] } : null;
  }

  /** Joins as it was before the change and as it is now, pair by pair, and gives those outside whom the difference may reach. */
  private join(pairs: readonly Pair<A>[], after: Clusters<A>): A[] {
    const isOld = ({ claimId }: A): boolean => claimId !== null;
    const before = new Clusters([...this.anchors].filter(isOld), (a, b) => this.werePartedBefore(a, b));
    const reached = new Set<A>();
    for (const pair of pairs) {
      const { a, b } = pair;
      const [inner, outer] = this.anchors.has(a) ? [a, b] : [b, a];
      if (this.anchors.has(outer)) {
        if (isOld(a) && isOld(b)) before.join(pair);
        after.join(pair);
      } else if (isOld(outer) && isOld(inner) && !this.claims.has(outer.claimId ?? '')) {
        const now = new Set(after.of(inner));
        if (before.of(inner).some((one) => !now.has(one))) reached.add(outer);
      }
    }
    return [...reached];
  }

  private werePartedBefore(a: A, b: A): boolean {
    return toldApartBy(a, b) && !this.torn.get(a)?.has(b) && !this.torn.get(b)?.has(a);
  }
}

/** Every claim lives on in the cluster that has its earliest anchor, unless an earlier cluster took it. */
function movesTo<A extends ClaimedAnchor>(
  known: Surroundings<A>,
  clusters: A[][],
  begin: Begin<A>,
): Move<A>[] {
  const ordered = clusters.map((cluster) => cluster.sort(byFounding)).sort(([a], [b]) => byFounding(a!, b!));
  const taken = new Set<string>();
  return ordered.flatMap((cluster) => {
    const claims = cluster.map(({ claimId }) => claimId).filter((claimId) => claimId !== null);
    const to = claims.find((claimId) => !taken.has(claimId)) ?? begin(cluster[0]!);
    taken.add(to);
    return cluster.filter(({ claimId }) => claimId !== to).map((one) => moveTo(known, one, to));
  });
}

const byFounding = (a: ClaimedAnchor, b: ClaimedAnchor): number => (a.founded < b.founded ? -1 : 1);

import type { Change, ClaimedAnchor, Missing, Move, Surroundings } from './claimed-anchor.js';
import { areClustersApart, comparePairs, pairOf, toldApartBy, type Pair } from './join-surest.js';
import { Replay } from './replay.js';

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
  const near = new Map(fresh.map((one) => [one, known.linkable(one)]));
  const unknown = fresh.filter((one) => near.get(one) === null);
  if (unknown.length > 0) return { moves: [], missing: { around: unknown, claims: [] } };
  // What two claims have apart already, no article can part further.
  const torn = new Set(
    parted.flatMap(([a, b]) => (a.claimId !== null && a.claimId === b.claimId ? [a.claimId] : [])),
  );
  const moves: Move<A>[] = [];
  // Each step leaves what `partition` gives of the anchors that were told of by then.
  if (torn.size > 0) {
    const done = replay(known, [], begin, torn);
    moves.push(...done.moves);
    if (done.missing) return { moves, missing: done.missing };
  }
  // Whose turn comes changes no anchor and sets none apart: what links them is found once.
  const links = new Map(fresh.map((one) => [one, linksOf(one, near.get(one) ?? [])]));
  const isMixed = (one: A): boolean => links.get(one)!.some(({ other }) => other.claimId === null);
  const together = fresh.filter(isMixed);
  if (together.length > 0) {
    const done = replay(known, together, begin);
    moves.push(...done.moves);
    if (done.missing) return { moves, missing: done.missing };
  }
  for (const one of fresh) {
    if (one.claimId !== null) continue;
    const done = joinOne(known, one, links.get(one)!, begin) ?? replay(known, [one], begin);
    moves.push(...done.moves);
    if (done.missing) return { moves, missing: done.missing };
  }
  return { moves, missing: null };
}

function replay<A extends ClaimedAnchor>(
  known: Surroundings<A>,
  met: readonly A[],
  begin: Begin<A>,
  torn: ReadonlySet<string> = new Set(),
): Regrouping<A> {
  const reached = new Replay(known).run(met, torn);
  return 'around' in reached
    ? { moves: [], missing: reached }
    : { moves: movesTo(known, reached, begin), missing: null };
}

/**
 * An anchor that nothing can be joined with begins a claim. One that is apart from nothing in the claim of its surest neighbour, and is
 * refused by all other claims, is of that claim and changes nothing else: within the claim joins can only come sooner, and beyond
 * it none that was refused can come. Null where that cannot be told at once.
 */
function joinOne<A extends ClaimedAnchor>(
  known: Surroundings<A>,
  one: A,
  links: readonly Link<A>[],
  begin: Begin<A>,
): Regrouping<A> | null {
  const claimId = links[0]?.other.claimId;
  if (claimId === undefined) return { moves: [moveTo(known, one, begin(one))], missing: null };
  if (claimId === null) return null;
  const members = known.members(claimId);
  if (!members) return { moves: [], missing: { around: [], claims: [claimId] } };
  if (areClustersApart([one], members)) return null;
  const inside = links.filter(({ other }) => other.claimId === claimId);
  const outside = links.filter(({ other }) => other.claimId !== claimId);
  if (!outside.every((link) => isRefused(one, link, inside, outside))) return null;
  return { moves: [moveTo(known, one, claimId)], missing: null };
}

interface Link<A> {
  readonly other: A;
  readonly pair: Pair<A>;
}

/** All of its neighbours that it may be joined with, the surest first. */
function linksOf<A extends ClaimedAnchor>(one: A, near: readonly A[]): Link<A>[] {
  const links: Link<A>[] = [];
  for (const other of near) {
    const pair = toldApartBy(one, other) ? null : pairOf(one, other);
    if (pair) links.push({ other, pair });
  }
  return links.sort((x, y) => comparePairs(x.pair, y.pair));
}

/** So many of the surest neighbours on each side are looked at: nearly always the first of them tell. */
const LOOKED_AT = 6;

/**
 * Whether the claim of an outside neighbour refuses, when its turn comes, the claim that the anchor is in by then: something in the two is
 * apart, or some pair between them came sooner and was refused, as they are two claims. False where the surest neighbours cannot tell.
 */
function isRefused<A extends ClaimedAnchor>(
  one: A,
  { other, pair }: Link<A>,
  inside: readonly Link<A>[],
  outside: readonly Link<A>[],
): boolean {
  const comesSooner = (sooner: Pair<A> | null) => sooner !== null && comparePairs(sooner, pair) < 0;
  const joined = inside.slice(0, LOOKED_AT).filter((link) => comesSooner(link.pair));
  const itsClaim = outside.filter((link) => link.other !== other && link.other.claimId === other.claimId);
  const withIt = itsClaim.slice(0, LOOKED_AT).filter((link) => comesSooner(pairOf(link.other, other)));
  const [ours, theirs] = [joined, withIt].map((links) => links.map((link) => link.other)) as [A[], A[]];
  theirs.push(other);
  if (areClustersApart([one, ...ours], theirs)) return true;
  return theirs.some((its) => ours.some((our) => comesSooner(pairOf(our, its))));
}

function moveTo<A extends ClaimedAnchor>(known: Surroundings<A>, anchor: A, to: string): Move<A> {
  const move = { anchor, from: anchor.claimId, to };
  anchor.claimId = to;
  known.moved(move);
  return move;
}

/** Every claim lives on in the cluster that has its earliest anchor, unless an earlier cluster took it. */
function movesTo<A extends ClaimedAnchor>(
  known: Surroundings<A>,
  clusters: readonly A[][],
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

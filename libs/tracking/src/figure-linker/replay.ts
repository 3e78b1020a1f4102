import type { ClaimedAnchor, Missing, Surroundings } from './claimed-anchor.js';
import { areClustersApart, comparePairs, pairOf, toldApartBy, type Pair } from './join-surest.js';
import { Neighbourhood } from './neighbours.js';
import { PriorityQueue } from './priority-queue.js';
import { setApart, unite, type Joinable } from './unite.js';

/** Anchors that are together now, of which some were not before the change. */
interface Cluster<A> extends Joinable<A, Cluster<A>> {
  /** Whether all that each of its anchors had been joined with by now is in it: whatever refused a part of it before refuses it still. */
  whole: boolean;
  /** Anchors that the change has not reached, that had grown together with what is apart from it: they do so ever after. */
  readonly refusedBy: Set<A>;
}

const clusterOf = <A>(anchors: A[]): Cluster<A> => ({
  anchors,
  whole: true,
  apart: new Set(),
  refusedBy: new Set(),
});

/**
 * Joins the surest pairs once more, as `partition` does, but only those whose outcome a change may alter. Until a change reaches it, a claim
 * grew as it did before: its anchors were joined along its own pairs, and none of them was refused. So what a claim had come to by any
 * pair can be told from its members alone, and claims that the change never reaches are never looked at.
 */
export class Replay<A extends ClaimedAnchor> {
  private readonly queue = new PriorityQueue<Pair<A>>(comparePairs);
  private readonly clusterOf = new Map<A, Cluster<A>>();
  private readonly within = new Map<string, Neighbourhood<A>>();
  private readonly around = new Set<A>();
  private readonly claims = new Set<string>();

  constructor(private readonly known: Surroundings<A>) {}

  /** The clusters that the change reaches, or what has to be looked up to tell them. */
  run(met: readonly A[], torn: ReadonlySet<string>): A[][] | Missing<A> {
    for (const one of met) this.begin(one);
    for (const one of met) this.pushAllOf(one);
    for (const claimId of torn)
      for (const one of this.membersOf(claimId)) {
        this.begin(one);
        this.pushInside(one, null);
      }
    while (!this.isMissing()) {
      const pair = this.queue.pop();
      if (!pair) return [...new Set(this.clusterOf.values())].map(({ anchors }) => anchors);
      this.settle(pair);
    }
    return { around: [...this.around], claims: [...this.claims] };
  }

  private isMissing(): boolean {
    return this.around.size + this.claims.size > 0;
  }

  private begin(one: A): void {
    this.clusterOf.set(one, clusterOf([one]));
  }

  private settle(pair: Pair<A>): void {
    const [inner, outer] = this.clusterOf.has(pair.a) ? [pair.a, pair.b] : [pair.b, pair.a];
    const cluster = this.clusterOf.get(inner)!;
    const other = this.clusterOf.get(outer) ?? this.reach(cluster, inner, outer, pair);
    if (!other || other === cluster || cluster.apart.has(other)) return;
    if (!areClustersApart(cluster.anchors, other.anchors)) return this.merge(cluster, other, pair);
    setApart(cluster, other);
    if (!wereOne(inner, outer)) return;
    this.miss(cluster, pair);
    this.miss(other, pair);
  }

  /** What an anchor that the change has not reached had been joined with by now; null where nothing happens to it. */
  private reach(cluster: Cluster<A>, inner: A, outer: A, now: Pair<A>): Cluster<A> | null {
    const anchors = this.grownTo(outer, now, wereOne(inner, outer) ? null : cluster);
    if (!anchors) return null;
    const reached = clusterOf(anchors);
    for (const one of anchors) this.clusterOf.set(one, reached);
    for (const one of anchors) this.pushInside(one, now);
    return reached;
  }

  /** Null where it is apart from the other cluster. */
  private grownTo(one: A, now: Pair<A>, other: Cluster<A> | null): A[] | null {
    const grown = new Set([one]);
    for (const each of grown) {
      if (other && (other.refusedBy.has(each) || areClustersApart([each], other.anchors))) {
        for (const refusing of grown) other.refusedBy.add(refusing);
        return null;
      }
      for (const next of this.linkableWithin(each)) {
        if (grown.has(next) || this.clusterOf.has(next)) continue;
        const pair = pairOf(each, next);
        if (pair && comparePairs(pair, now) < 0) grown.add(next);
      }
    }
    return [...grown];
  }

  private merge(one: Cluster<A>, other: Cluster<A>, now: Pair<A>): void {
    if (!one.whole) this.miss(other, now);
    if (!other.whole) this.miss(one, now);
    const { into, from } = unite(this.clusterOf, one, other);
    for (const refusing of from.refusedBy) into.refusedBy.add(refusing);
  }

  /** From now on it lacks anchors that it had before: who was refused because of them may be so no longer. */
  private miss(cluster: Cluster<A>, now: Pair<A>): void {
    if (!cluster.whole) return;
    cluster.whole = false;
    for (const one of cluster.anchors) if (one.claimId !== null) this.pushOutside(one, now);
  }

  /** Of one that was just met. */
  private pushAllOf(one: A): void {
    for (const other of this.linkableTo(one)) {
      if (toldApartBy(one, other)) continue;
      // Of two that were just met, one finds the pair; those that are not of this change are not told of yet.
      if (other.claimId === null && !(this.clusterOf.has(other) && one.anchor.key < other.anchor.key))
        continue;
      const pair = pairOf(one, other);
      if (!pair) continue;
      // Asked for here, all that has to be looked up is looked up at once.
      if (other.claimId !== null) this.membersOf(other.claimId);
      this.queue.push(pair);
    }
  }

  private pushInside(one: A, now: Pair<A> | null): void {
    for (const other of this.linkableWithin(one))
      if (!this.clusterOf.has(other)) this.pushLater(one, other, now);
  }

  private pushOutside(one: A, now: Pair<A>): void {
    for (const other of this.linkableTo(one))
      if (other.claimId !== null && other.claimId !== one.claimId && !toldApartBy(one, other))
        this.pushLater(one, other, now);
  }

  private pushLater(one: A, other: A, now: Pair<A> | null): void {
    const pair = pairOf(one, other);
    if (pair && (now === null || comparePairs(pair, now) > 0)) this.queue.push(pair);
  }

  /** Of its own claim. */
  private linkableWithin(one: A): readonly A[] {
    const claimId = one.claimId!;
    let members = this.within.get(claimId);
    if (!members) {
      members = new Neighbourhood<A>();
      for (const member of this.membersOf(claimId)) members.add(member);
      this.within.set(claimId, members);
    }
    return members.linkable(one);
  }

  private linkableTo(one: A): readonly A[] {
    const near = this.known.linkable(one);
    if (!near) this.around.add(one);
    return near ?? [];
  }

  private membersOf(claimId: string): readonly A[] {
    const members = this.known.members(claimId);
    if (!members) this.claims.add(claimId);
    return members ?? [];
  }
}

const wereOne = (a: ClaimedAnchor, b: ClaimedAnchor): boolean =>
  a.claimId !== null && a.claimId === b.claimId;

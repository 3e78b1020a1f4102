import type { PlacedAnchor } from './figure-anchor.js';

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
  linkable(one: A): readonly A[] | null;
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

/** Anchors that were joined so far, and the clusters that it cannot be joined with, whatever either grows to. */
export interface Joinable<Anchor, Self> {
  readonly anchors: Anchor[];
  readonly apart: Set<Self>;
}

/** Neither will be joined with the other. */
export function setApart<Self extends Joinable<unknown, Self>>(one: Self, other: Self): void {
  one.apart.add(other);
  other.apart.add(one);
}

/** Puts the smaller of two clusters into the larger one, with all that is apart from it. */
export function unite<Anchor, Self extends Joinable<Anchor, Self>>(
  clusterOf: Map<Anchor, Self>,
  one: Self,
  other: Self,
): { readonly into: Self; readonly from: Self } {
  const [into, from] = one.anchors.length < other.anchors.length ? [other, one] : [one, other];
  for (const anchor of from.anchors) {
    clusterOf.set(anchor, into);
    into.anchors.push(anchor);
  }
  for (const apart of from.apart) {
    apart.apart.delete(from);
    setApart(apart, into);
  }
  return { into, from };
}

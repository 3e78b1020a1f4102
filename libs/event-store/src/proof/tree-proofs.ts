import { hashNode, type Digest } from './digest.js';

/** Looks up the root of a perfect subtree: 2^height leaves from leaf index * 2^height on. */
export type NodeLookup = (height: number, index: number) => Promise<Digest>;

/** The hashes that lead from a leaf to the root of a tree of `size` leaves, lowest first (RFC 9162, section 2.1.3.1). */
export async function inclusionProof(index: number, size: number, node: NodeLookup): Promise<Digest[]> {
  const proof: Digest[] = [];
  let from = 0;
  let to = size;
  while (to - from > 1) {
    const middle = from + splitPoint(to - from);
    const isLeft = index < middle;
    proof.push(await (isLeft ? rangeRoot(middle, to, node) : rangeRoot(from, middle, node)));
    if (isLeft) to = middle;
    else from = middle;
  }
  return proof.reverse();
}

/** The hashes that show a tree of `first` leaves to be the beginning of one of `second` (RFC 9162, section 2.1.4.1). */
export async function consistencyProof(first: number, second: number, node: NodeLookup): Promise<Digest[]> {
  const proof: Digest[] = [];
  let from = 0;
  let to = second;
  while (to !== first) {
    const middle = from + splitPoint(to - from);
    const isLeft = first <= middle;
    proof.push(await (isLeft ? rangeRoot(middle, to, node) : rangeRoot(from, middle, node)));
    if (isLeft) to = middle;
    else from = middle;
  }
  // Where the old tree is a whole subtree at the left, its root is what the proof is asked for and so is left out.
  if (from > 0) proof.push(await rangeRoot(from, to, node));
  return proof.reverse();
}

/** The root that a leaf and its proof lead to; undefined where the proof has not the right length. */
export function rootFromInclusion(
  leafHash: Digest,
  index: number,
  size: number,
  proof: readonly Digest[],
): Digest | undefined {
  const rest = [...proof];
  const climb = (at: number, width: number): Digest | undefined => {
    if (width === 1) return leafHash;
    const sibling = rest.pop();
    const split = splitPoint(width);
    const inner = at < split ? climb(at, split) : climb(at - split, width - split);
    if (sibling === undefined || inner === undefined) return undefined;
    return at < split ? hashNode(inner, sibling) : hashNode(sibling, inner);
  };
  const root = index < size ? climb(index, size) : undefined;
  return rest.length === 0 ? root : undefined;
}

/** The roots of both trees that a consistency proof leads to; undefined where it has not the right length. */
export function rootsFromConsistency(
  first: number,
  second: number,
  firstRoot: Digest,
  proof: readonly Digest[],
): readonly [first: Digest, second: Digest] | undefined {
  const rest = [...proof];
  const climb = (old: number, width: number, whole: boolean): readonly [Digest, Digest] | undefined => {
    if (old === width) {
      const hash = whole ? firstRoot : rest.pop();
      return hash === undefined ? undefined : [hash, hash];
    }
    const sibling = rest.pop();
    const split = splitPoint(width);
    const inner = old <= split ? climb(old, split, whole) : climb(old - split, width - split, false);
    if (sibling === undefined || inner === undefined) return undefined;
    return old <= split
      ? [inner[0], hashNode(inner[1], sibling)]
      : [hashNode(sibling, inner[0]), hashNode(sibling, inner[1])];
  };
  const roots = first >= 1 && first <= second ? climb(first, second, true) : undefined;
  return rest.length === 0 ? roots : undefined;
}

/** The root of the tree of the first `size` leaves, 1 or more. */
export const treeRoot = (size: number, node: NodeLookup): Promise<Digest> => rangeRoot(0, size, node);

async function rangeRoot(from: number, to: number, node: NodeLookup): Promise<Digest> {
  const width = to - from;
  const split = splitPoint(width);
  if (width === 1 || width === 2 * split) return node(Math.round(Math.log2(width)), from / width);
  const middle = from + split;
  const [left, right] = [await rangeRoot(from, middle, node), await rangeRoot(middle, to, node)];
  return hashNode(left, right);
}

/** The largest power of two below `width`, where every tree of RFC 9162 parts. */
function splitPoint(width: number): number {
  let split = 1;
  while (split * 2 < width) split *= 2;
  return split;
}

import { hash } from 'node:crypto';

/** 32 bytes as latin1 characters: what crypto.hash gives fastest. */
export type Sha256 = string;

export const SHA256_BYTES = 32;

const pair = Buffer.from([1, ...new Array<number>(2 * SHA256_BYTES).fill(0)]);

export const sha256 = (bytes: Buffer | string): Sha256 => hash('sha256', bytes, 'binary');

/** RFC 9162, section 2.1.1: the hash of an inner node. */
export function joinPair(left: Sha256, right: Sha256): Sha256 {
  pair.write(left, 1, 'latin1');
  pair.write(right, 1 + SHA256_BYTES, 'latin1');
  return sha256(pair);
}

interface Subtree {
  readonly height: number;
  readonly root: Sha256;
}

/** A Merkle tree that grows from the left, as the stack of the perfect subtrees it consists of. */
export class GrowingTree {
  private constructor(
    private readonly stack: Subtree[],
    private leaves: number,
  ) {}

  static empty(): GrowingTree {
    return new GrowingTree([], 0);
  }

  get size(): number {
    return this.leaves;
  }

  clone(): GrowingTree {
    return new GrowingTree([...this.stack], this.leaves);
  }

  /** `onSubtree` is told of every perfect subtree that this leaf completes, from the leaf itself up. */
  add(leaf: Sha256, onSubtree?: (height: number, root: Sha256) => void): void {
    let top: Subtree = { height: 0, root: leaf };
    onSubtree?.(0, leaf);
    for (let below = this.stack.at(-1); below?.height === top.height; below = this.stack.at(-1)) {
      this.stack.pop();
      top = { height: top.height + 1, root: joinPair(below.root, top.root) };
      onSubtree?.(top.height, top.root);
    }
    this.stack.push(top);
    this.leaves++;
  }

  root(): Sha256 {
    const [last, ...others] = this.stack.map(({ root }) => root).reverse();
    if (last === undefined) return sha256('');
    return others.reduce((right, left) => joinPair(left, right), last);
  }
}

/** RFC 9162, section 2.1.3.2. `index` counts from 0. */
export function verifyInclusion(
  leaf: Sha256,
  index: bigint,
  size: bigint,
  proof: readonly Sha256[],
  root: Sha256,
): boolean {
  if (index < 0n || index >= size) return false;
  let hash = leaf;
  const isWhole = climb(index, size - 1n, proof, (sibling, side) => {
    hash = side === 'left' ? joinPair(sibling, hash) : joinPair(hash, sibling);
  });
  return isWhole && hash === root;
}

/** RFC 9162, section 2.1.4.2: a tree of `first` leaves is the beginning of one of `second`. */
export function verifyConsistency(
  first: bigint,
  second: bigint,
  firstRoot: Sha256,
  secondRoot: Sha256,
  proof: readonly Sha256[],
): boolean {
  if (first < 1n || first > second) return false;
  if (first === second) return proof.length === 0 && firstRoot === secondRoot;
  const isPowerOfTwo = (first & (first - 1n)) === 0n;
  const [start, ...path] = isPowerOfTwo ? [firstRoot, ...proof] : proof;
  if (start === undefined) return false;
  let [node, last] = [first - 1n, second - 1n];
  while (node % 2n === 1n) [node, last] = [node / 2n, last / 2n];
  let [oldHash, newHash] = [start, start];
  const isWhole = climb(node, last, path, (sibling, side) => {
    if (side === 'left') oldHash = joinPair(sibling, oldHash);
    newHash = side === 'left' ? joinPair(sibling, newHash) : joinPair(newHash, sibling);
  });
  return isWhole && oldHash === firstRoot && newHash === secondRoot;
}

/** From a node up to the root, telling on which side each hash of the path stands. False: the path has not the right length. */
function climb(
  node: bigint,
  last: bigint,
  path: readonly Sha256[],
  step: (sibling: Sha256, side: 'left' | 'right') => void,
): boolean {
  for (const sibling of path) {
    if (last === 0n) return false;
    const isRight = node % 2n === 1n || node === last;
    step(sibling, isRight ? 'left' : 'right');
    if (isRight) while (node % 2n === 0n && node !== 0n) [node, last] = [node / 2n, last / 2n];
    [node, last] = [node / 2n, last / 2n];
  }
  return last === 0n;
}

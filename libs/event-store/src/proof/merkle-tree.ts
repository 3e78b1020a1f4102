import { hashNode, sha256, type Digest } from './digest.js';

/** C2SP tlog-tiles: a tile holds 256 hashes of one level, and a level stands 8 heights above the one below it. */
export const TILE_WIDTH = 256;
export const TILE_HEIGHT = 8;

/** A complete tile. Level 0 holds leaf hashes; level n holds the roots of the tiles of level n - 1. */
export interface Tile {
  readonly level: number;
  readonly index: number;
  readonly hashes: readonly Digest[];
  /** The root of the tile's own 256 hashes: its place in the level above. */
  readonly root: Digest;
}

/** The hashes past the last complete tile, by level: 255 a level at most. A tree can go on from them. */
export type TreeEdge = readonly (readonly Digest[])[];

const NO_TILES: readonly Tile[] = [];

export const EMPTY_ROOT: Digest = sha256('');

/**
 * Grows the Merkle tree of RFC 9162 (section 2.1) leaf by leaf. Holds one hash a perfect subtree on the right edge (at
 * most 53) and the hashes of the tiles that are not complete yet; a leaf costs one node hash on average.
 */
export class TreeBuilder {
  private readonly frontier: Digest[] = [];
  private readonly levels: Digest[][];

  constructor(
    private leaves = 0,
    edge: TreeEdge = [],
  ) {
    this.levels = edge.map((hashes) => [...hashes]);
    for (const [level, hashes] of edge.entries()) {
      for (const [height, root] of perfectParts(hashes)) this.frontier[level * TILE_HEIGHT + height] = root;
    }
  }

  get size(): number {
    return this.leaves;
  }

  /** Gives the tiles that this leaf completes, lowest first. */
  append(leafHash: Digest): readonly Tile[] {
    let tiles = NO_TILES;
    let hash = leafHash;
    let height = 0;
    this.keep(0, hash);
    for (let left = this.leaves; left % 2 === 1; left = (left - 1) / 2) {
      hash = hashNode(this.frontier[height] as Digest, hash);
      height++;
      if (height % TILE_HEIGHT === 0) tiles = [...tiles, this.completeTile(height / TILE_HEIGHT, hash)];
    }
    this.frontier[height] = hash;
    this.leaves++;
    return tiles;
  }

  /** The hashes that tile number n / 256 of level 0 holds so far. */
  get lastLeaves(): readonly Digest[] {
    return this.levels[0] ?? [];
  }

  root(): Digest {
    let root: Digest | undefined;
    let height = 0;
    for (let rest = this.leaves; rest > 0; rest = Math.floor(rest / 2), height++) {
      if (rest % 2 === 0) continue;
      const left = this.frontier[height] as Digest;
      root = root === undefined ? left : hashNode(left, root);
    }
    return root ?? EMPTY_ROOT;
  }

  private completeTile(level: number, root: Digest): Tile {
    const hashes = this.levels[level - 1] as Digest[];
    this.levels[level - 1] = [];
    this.keep(level, root);
    return { level: level - 1, index: Math.floor(this.leaves / TILE_WIDTH ** level), hashes, root };
  }

  private keep(level: number, hash: Digest): void {
    (this.levels[level] ??= []).push(hash);
  }
}

/** The root over hashes whose number is a power of two. */
export function perfectRoot(hashes: readonly Digest[]): Digest {
  let row = hashes;
  while (row.length > 1) {
    const above: Digest[] = [];
    for (let i = 0; i < row.length; i += 2) above.push(hashNode(row[i] as Digest, row[i + 1] as Digest));
    row = above;
  }
  return row[0] as Digest;
}

/** Fewer than 256 hashes as the perfect subtrees they make up, from the left: height and root of each. */
function* perfectParts(hashes: readonly Digest[]): Generator<[height: number, root: Digest]> {
  let from = 0;
  for (let height = TILE_HEIGHT - 1; height >= 0; height--) {
    const width = 2 ** height;
    if (hashes.length - from < width) continue;
    yield [height, perfectRoot(hashes.slice(from, from + width))];
    from += width;
  }
}

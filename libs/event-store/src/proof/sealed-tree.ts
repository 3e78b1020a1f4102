import type { Pool } from 'pg';
import { ProofBroken } from '../errors.js';
import { toEventStoreError } from '../postgres-error.js';
import { splitDigests, type Digest } from './digest.js';
import { perfectRoot, TILE_HEIGHT, TILE_WIDTH, type TreeEdge } from './merkle-tree.js';

const TILE = {
  name: 'event_store.tile',
  text: 'SELECT hashes FROM event_store.tile WHERE workspace = $1 AND level = $2 AND index = $3',
};

const ROOTS = {
  name: 'event_store.tile_roots',
  text: `SELECT root FROM event_store.tile
    WHERE workspace = $1 AND level = $2 AND index >= $3 AND index < $4 ORDER BY index`,
};

const TAILS = {
  name: 'event_store.checkpoint_tails',
  text: `SELECT tail FROM event_store.checkpoint WHERE workspace = $1 AND size > $2 AND size <= $3 ORDER BY size`,
};

/**
 * The stored tree as it was at the size of a checkpoint; reads the tiles it needs, each once. Make one a proof.
 * @throws {ProofBroken} hashes that were stored are not there any more
 */
export class SealedTree {
  private readonly tiles = new Map<string, Promise<Digest[]>>();

  constructor(
    private readonly reader: Pool,
    private readonly workspace: string,
    readonly size: number,
  ) {}

  /** The root of the 2^height leaves from leaf index * 2^height on. */
  readonly node = async (height: number, index: number): Promise<Digest> => {
    const level = Math.floor(height / TILE_HEIGHT);
    const width = 2 ** (height - level * TILE_HEIGHT);
    const first = index * width;
    const hashes = await this.tile(level, Math.floor(first / TILE_WIDTH));
    const from = first % TILE_WIDTH;
    return perfectRoot(hashes.slice(from, from + width));
  };

  /** The leaf hashes of events `index` * 256 + 1 and on, 256 at most. */
  leaves(index: number): Promise<Digest[]> {
    return this.tile(0, index);
  }

  /** What `TreeBuilder` needs to go on from here. */
  async edge(): Promise<TreeEdge> {
    const edge: Digest[][] = [];
    for (let level = 0; TILE_WIDTH ** level <= this.size; level++) {
      const hashes = Math.floor(this.size / TILE_WIDTH ** level);
      const tile = Math.floor(hashes / TILE_WIDTH);
      edge.push(hashes % TILE_WIDTH === 0 ? [] : await this.tile(level, tile));
    }
    return edge;
  }

  private tile(level: number, index: number): Promise<Digest[]> {
    const key = `${level}/${index}`;
    const known = this.tiles.get(key);
    if (known) return known;
    const tile = this.readTile(level, index);
    this.tiles.set(key, tile);
    return tile;
  }

  /** A complete tile is stored; an incomplete one is put together from the tails, or from the tiles below it. */
  private async readTile(level: number, index: number): Promise<Digest[]> {
    const first = index * TILE_WIDTH;
    const count = Math.min(TILE_WIDTH, Math.floor(this.size / TILE_WIDTH ** level) - first);
    const hashes =
      count === TILE_WIDTH
        ? await this.read(TILE, [level, index])
        : level === 0
          ? await this.read(TAILS, [first, this.size])
          : await this.read(ROOTS, [level - 1, first, first + count]);
    if (hashes.length !== count) throw new ProofBroken(this.workspace, `tile ${level}/${index} is not whole`);
    return hashes;
  }

  private async read(statement: typeof TILE, values: readonly number[]): Promise<Digest[]> {
    try {
      const query = { ...statement, values: [this.workspace, ...values], rowMode: 'array' as const };
      const { rows } = await this.reader.query<[Buffer]>(query);
      return rows.flatMap(([bytes]) => splitDigests(bytes));
    } catch (error) {
      throw toEventStoreError(error);
    }
  }
}

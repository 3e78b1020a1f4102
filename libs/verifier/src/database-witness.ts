import type { Pool } from 'pg';
import { SHA256_BYTES, type Sha256 } from './merkle.js';
import { openCheckpoint, type SignedCheckpoint, type VerifierKey } from './signed-note.js';
import { TILE_WIDTH, type LeafCopy, type StoredTile, type Witness } from './witness.js';

const CHECKPOINTS_PER_QUERY = 1_000;
const TILES_PER_QUERY = 64;
const PLACE = 'in the database';

/** How far the log in the database says it goes. */
export interface DatabaseEnds {
  readonly head: number;
  readonly sealed: number;
}

/** To be asked first, so that what is appended during the verification does not count. */
export async function databaseEnds(pool: Pool, workspace: string): Promise<DatabaseEnds> {
  const { rows } = await pool.query<{ head: string | null; sealed: string | null; last: string | null }>(
    `SELECT (SELECT seq FROM event_store.workspace_head WHERE workspace = $1)::text AS head,
            (SELECT max(size) FROM event_store.checkpoint WHERE workspace = $1)::text AS sealed,
            (SELECT max(seq) FROM event_store.event WHERE workspace = $1)::text AS last`,
    [workspace],
  );
  const { head, sealed, last } = rows[0] ?? {};
  return { head: Math.max(Number(head ?? 0), Number(last ?? 0)), sealed: Number(sealed ?? 0) };
}

/** The checkpoints and tiles that stand in the database itself, up to a size. */
export function databaseWitness(
  pool: Pool,
  workspace: string,
  keys: readonly VerifierKey[],
  until: number,
): Witness {
  const problems: string[] = [];
  return {
    place: PLACE,
    problems,
    checkpoints: checkpoints(pool, workspace, keys, until, problems),
    copy: new DatabaseTiles(pool, workspace),
  };
}

async function* checkpoints(
  pool: Pool,
  workspace: string,
  keys: readonly VerifierKey[],
  until: number,
  problems: string[],
): AsyncGenerator<SignedCheckpoint> {
  for (let after = 0; after < until;) {
    const { rows } = await pool.query<{ size: string; root: string; note: string }>(
      `SELECT c.size::text AS size, encode(c.root, 'hex') AS root, c.note FROM event_store.checkpoint c
        WHERE c.workspace = $1 AND c.size > $2 AND c.size <= $3 ORDER BY c.size LIMIT ${CHECKPOINTS_PER_QUERY}`,
      [workspace, after, until],
    );
    for (const row of rows) {
      const checkpoint = believe(row, keys);
      if (typeof checkpoint === 'string') problems.push(checkpoint);
      else yield checkpoint;
    }
    const last = rows.at(-1);
    if (!last) return;
    after = Number(last.size);
  }
}

function believe(
  row: { readonly size: string; readonly root: string; readonly note: string },
  keys: readonly VerifierKey[],
): SignedCheckpoint | string {
  const which = `The checkpoint of ${row.size} events ${PLACE}`;
  try {
    const checkpoint = openCheckpoint(row.note, keys);
    if (!checkpoint) {
      return `${which} is not signed by ${keys.map(({ name, id }) => `${name}+${id}`).join(' or ')}: nothing vouches for it.`;
    }
    const isSame =
      String(checkpoint.size) === row.size &&
      Buffer.from(checkpoint.root, 'latin1').toString('hex') === row.root;
    return isSame ? checkpoint : `${which} is not the one that its note signs.`;
  } catch (error) {
    return `${which} cannot be read: ${(error as Error).message}.`;
  }
}

/** Tiles, read 64 at a time along the way; the leaf hashes of the last one stand beside the checkpoints. */
class DatabaseTiles implements LeafCopy {
  readonly place = PLACE;
  private page = new Map<number, StoredTile>();
  private pageStart = -1;

  constructor(
    private readonly pool: Pool,
    private readonly workspace: string,
  ) {}

  async leaves(from: number, to: number): Promise<Sha256> {
    const index = Math.floor(from / TILE_WIDTH);
    const start = index * TILE_WIDTH;
    const hashes = (await this.tile(0, index))?.hashes ?? (await this.tails(start));
    return hashes.slice((from - start) * SHA256_BYTES, (to - start) * SHA256_BYTES);
  }

  async tile(level: number, index: number): Promise<StoredTile | null> {
    if (level > 0) return (await this.readTiles(level, index, index)).get(index) ?? null;
    const start = index - (index % TILES_PER_QUERY);
    if (this.pageStart !== start) {
      this.page = await this.readTiles(0, start, start + TILES_PER_QUERY - 1);
      this.pageStart = start;
    }
    return this.page.get(index) ?? null;
  }

  private async readTiles(level: number, first: number, last: number): Promise<Map<number, StoredTile>> {
    const { rows } = await this.pool.query<{ index: string; root: Buffer; hashes: Buffer }>(
      `SELECT index::text, root, hashes FROM event_store.tile
        WHERE workspace = $1 AND level = $2 AND index BETWEEN $3 AND $4`,
      [this.workspace, level, first, last],
    );
    return new Map(
      rows.map(({ index, root, hashes }) => [
        Number(index),
        { root: root.toString('latin1'), hashes: hashes.toString('latin1') },
      ]),
    );
  }

  private async tails(start: number): Promise<Sha256> {
    const { rows } = await this.pool.query<{ tail: Buffer }>(
      `SELECT tail FROM event_store.checkpoint
        WHERE workspace = $1 AND size > $2 AND size < $3 ORDER BY size`,
      [this.workspace, start, start + TILE_WIDTH],
    );
    return rows.map(({ tail }) => tail.toString('latin1')).join('');
  }
}

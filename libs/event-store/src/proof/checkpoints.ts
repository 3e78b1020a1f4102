import type { Pool } from 'pg';
import { toEventStoreError } from '../postgres-error.js';
import { fromBuffer, joinDigests, toBuffer, type Digest } from './digest.js';
import type { Tile } from './merkle-tree.js';

/** The whole log at one moment: size, root, and the note that signs them. */
export interface Checkpoint {
  readonly size: number;
  readonly root: Digest;
  /** C2SP tlog-checkpoint, signed. */
  readonly note: string;
  readonly sealedAt: Date;
}

/** What one seal adds to the stored tree. */
export interface Seal {
  readonly workspace: string;
  readonly previousSize: number;
  readonly size: number;
  readonly root: Digest;
  readonly note: string;
  /** Leaf hashes past the last complete tile that no checkpoint before holds. */
  readonly tail: readonly Digest[];
  readonly tiles: readonly Tile[];
}

const NEWEST = {
  name: 'event_store.newest_checkpoint',
  text: `SELECT size, root, note, sealed_at FROM event_store.checkpoint
    WHERE workspace = $1 ORDER BY size DESC LIMIT 1`,
};

const SEAL = {
  name: 'event_store.seal',
  text: 'SELECT event_store.seal($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) AS sealed',
};

export async function newestCheckpoint(reader: Pool, workspace: string): Promise<Checkpoint | null> {
  const rows = await query<{ size: bigint; root: Buffer; note: string; sealed_at: Date }>(reader, NEWEST, [
    workspace,
  ]);
  const [row] = rows;
  if (!row) return null;
  return { size: Number(row.size), root: fromBuffer(row.root), note: row.note, sealedAt: row.sealed_at };
}

/** Writes tiles and checkpoint in one transaction. False, and nothing written, where somebody else sealed first. */
export async function writeSeal(writer: Pool, seal: Seal): Promise<boolean> {
  const rows = await query<{ sealed: boolean }>(writer, SEAL, sealValues(seal));
  return rows[0]?.sealed === true;
}

/** The arguments of event_store.seal and of event_store.extend_tree. */
export const sealValues = (seal: Seal): unknown[] => [
  seal.workspace,
  seal.previousSize,
  seal.size,
  toBuffer(seal.root),
  seal.note,
  joinDigests(seal.tail),
  seal.tiles.map(({ level }) => level),
  seal.tiles.map(({ index }) => index),
  seal.tiles.map(({ root }) => toBuffer(root)),
  seal.tiles.map(({ hashes }) => joinDigests(hashes)),
];

async function query<R extends object>(
  pool: Pool,
  statement: { readonly name: string; readonly text: string },
  values: unknown[],
): Promise<R[]> {
  try {
    const { rows } = await pool.query<R>({ ...statement, values });
    return rows;
  } catch (error) {
    throw toEventStoreError(error);
  }
}

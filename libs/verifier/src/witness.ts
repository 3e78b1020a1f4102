import type { Sha256 } from './merkle.js';
import type { SignedCheckpoint } from './signed-note.js';

export const TILE_WIDTH = 256;

/** Checkpoints of one origin, in ascending order of size. */
export interface Witness {
  /** For sentences: "in the database", "in the folder x". */
  readonly place: string;
  readonly checkpoints: AsyncIterable<SignedCheckpoint>;
  /** Sentences on checkpoints that could not be believed and so were passed over; filled while `checkpoints` is read. */
  readonly problems?: readonly string[];
  /** The leaf hashes kept beside them, where there are some. */
  readonly copy?: LeafCopy;
}

/**
 * Hashes that somebody stored. They prove nothing by themselves, for they are not signed; but where they lead to a signed
 * root they are right, and then the first that differs from the log names the event that was changed.
 */
export interface LeafCopy {
  readonly place: string;
  /** The leaf hashes of events `from` + 1 to `to` (at most 256, all of one tile), one after the other; fewer where it ends. */
  leaves(from: number, to: number): Promise<Sha256>;
  /** The 256 hashes of a complete tile above level 0, and the root kept beside any tile; null: it is not there. */
  tile?(level: number, index: number): Promise<StoredTile | null>;
}

export interface StoredTile {
  readonly hashes: Sha256;
  readonly root: Sha256;
}

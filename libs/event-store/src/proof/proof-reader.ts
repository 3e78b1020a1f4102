import type { Pool } from 'pg';
import { EventNotFound, InvalidProofRequest, NotSealedYet, ProofBroken } from '../errors.js';
import { toEventStoreError } from '../postgres-error.js';
import { newestCheckpoint, type Checkpoint } from './checkpoints.js';
import { sha256, toBase64 } from './digest.js';
import { LEAF_VERSION, readLeaf, type LeafFields } from './read-leaves.js';
import { SealedTree } from './sealed-tree.js';
import {
  consistencyProof,
  inclusionProof,
  rootFromInclusion,
  rootsFromConsistency,
  treeRoot,
} from './tree-proofs.js';

/** That an event stands in the log that a checkpoint signs. Hashes are base64, lowest first. */
export interface InclusionProof {
  /** seq - 1. */
  readonly leafIndex: number;
  readonly treeSize: number;
  readonly leafVersion: number;
  readonly leaf: LeafFields;
  /** The bytes that were hashed, without the 0x00 of RFC 9162 before them. */
  readonly leafBytes: string;
  readonly leafHash: string;
  readonly hashes: readonly string[];
  readonly rootHash: string;
  readonly checkpoint: string;
}

/** That the log of `from` events is the beginning of the one of `to` events. */
export interface ConsistencyProof {
  readonly from: number;
  readonly to: number;
  readonly fromRootHash: string;
  readonly toRootHash: string;
  readonly hashes: readonly string[];
}

const LEAF_PREFIX = Buffer.from([0]);
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const SEQ_OF_ID = {
  name: 'event_store.seq_of_id',
  text: 'SELECT min(seq) AS seq FROM event_store.event WHERE workspace = $1 AND event_id = $2',
};

/** Proofs for others to check. Each is checked here first, so that a damaged tree gives an error and not a wrong proof. */
export class ProofReader {
  constructor(private readonly reader: Pool) {}

  /** @throws {NotSealedYet} */
  async newestCheckpoint(workspace: string): Promise<Checkpoint> {
    const checkpoint = await newestCheckpoint(this.reader, workspace);
    if (!checkpoint) throw new NotSealedYet(1, 0);
    return checkpoint;
  }

  /**
   * @param event an event's id (UUID) or its seq
   * @throws {EventNotFound | NotSealedYet | ProofBroken}
   */
  async inclusion(workspace: string, event: string): Promise<InclusionProof> {
    const seq = /^\d{1,15}$/.test(event) ? Number(event) : await this.seqOf(workspace, event);
    const leaf = await readLeaf(this.reader, workspace, seq);
    if (!leaf) throw new EventNotFound(event);
    const { size, root, note } = await this.newestCheckpoint(workspace);
    if (seq > size) throw new NotSealedYet(seq, size);
    const leafHash = sha256(Buffer.concat([LEAF_PREFIX, leaf.bytes]));
    const hashes = await inclusionProof(seq - 1, size, new SealedTree(this.reader, workspace, size).node);
    if (rootFromInclusion(leafHash, seq - 1, size, hashes) !== root) {
      throw new ProofBroken(workspace, `event ${seq} does not lead to the root of the checkpoint`);
    }
    return {
      leafIndex: seq - 1,
      treeSize: size,
      leafVersion: LEAF_VERSION,
      leaf: leaf.fields,
      leafBytes: leaf.bytes.toString('base64'),
      leafHash: toBase64(leafHash),
      hashes: hashes.map(toBase64),
      rootHash: toBase64(root),
      checkpoint: note,
    };
  }

  /**
   * @param to the size of the newest checkpoint where absent
   * @throws {InvalidProofRequest | NotSealedYet | ProofBroken}
   */
  async consistency(workspace: string, from: number, to?: number): Promise<ConsistencyProof> {
    const newest = await this.newestCheckpoint(workspace);
    const until = to ?? newest.size;
    if (until > newest.size) throw new NotSealedYet(until, newest.size);
    if (from < 1 || from > until) {
      throw new InvalidProofRequest(
        `A proof leads from 1 or more events to as many or more, not from ${from} to ${until}.`,
      );
    }
    // A perfect subtree stays the same however the tree grows, so the newest tree answers for every older one.
    const { node } = new SealedTree(this.reader, workspace, newest.size);
    const hashes = await consistencyProof(from, until, node);
    const roots = [await treeRoot(from, node), await treeRoot(until, node)] as const;
    const reached = rootsFromConsistency(from, until, roots[0], hashes);
    const isSigned = until < newest.size || roots[1] === newest.root;
    if (!isSigned || reached?.[0] !== roots[0] || reached[1] !== roots[1]) {
      throw new ProofBroken(workspace, 'its tiles do not lead to the root of the newest checkpoint');
    }
    return {
      from,
      to: until,
      fromRootHash: toBase64(roots[0]),
      toRootHash: toBase64(roots[1]),
      hashes: hashes.map(toBase64),
    };
  }

  private async seqOf(workspace: string, eventId: string): Promise<number> {
    if (!UUID.test(eventId)) throw new EventNotFound(eventId);
    try {
      const query = { ...SEQ_OF_ID, values: [workspace, eventId] };
      const { rows } = await this.reader.query<{ seq: bigint | null }>(query);
      return Number(rows[0]?.seq ?? 0);
    } catch (error) {
      throw toEventStoreError(error);
    }
  }
}

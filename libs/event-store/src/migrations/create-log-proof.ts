import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A text of the event behind its length in 4 bytes; NULL is a length of all ones. */
const text = (column: string): string =>
  `coalesce(int4send(octet_length(convert_to(e.${column}, 'UTF8'))) || convert_to(e.${column}, 'UTF8'), '\\xffffffff'::bytea)`;

/**
 * The proof of the log: the tiles of its Merkle tree and its signed checkpoints, append-only like the log itself.
 *
 * - `tile`: complete tiles in the layout of C2SP tlog-tiles; `root` spares the level above a look into `hashes`.
 * - `checkpoint`: a signed note a seal. `tail` is the leaf hashes past the last complete tile that no checkpoint before
 *   holds, so every leaf hash is stored once here or in a tile, or in both for a while of 256 events.
 * - UNIQUE (workspace, previous_size) is what two sealers at once compete for: one extends the tree, the other sees that
 *   it lost. Its history is a chain and cannot fork.
 * - `event_by_id` is what proofs are asked by. It is not unique: idempotency is the append key's work.
 */
const PROOF = /* sql */ `
CREATE TABLE event_store.tile (
  workspace text COLLATE "C" NOT NULL,
  level integer NOT NULL,
  index bigint NOT NULL,
  root bytea NOT NULL,
  hashes bytea NOT NULL,
  PRIMARY KEY (workspace, level, index)
);
ALTER TABLE event_store.tile ALTER COLUMN hashes SET STORAGE EXTERNAL;

CREATE TABLE event_store.checkpoint (
  workspace text COLLATE "C" NOT NULL,
  size bigint NOT NULL,
  previous_size bigint NOT NULL,
  root bytea NOT NULL,
  note text COLLATE "C" NOT NULL,
  tail bytea NOT NULL,
  sealed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (workspace, size),
  UNIQUE (workspace, previous_size)
);
ALTER TABLE event_store.checkpoint ALTER COLUMN tail SET STORAGE EXTERNAL;

-- What the tree commits to of an event: its envelope and the digests of its payloads, byte by byte in docs/proof.md.
-- Hashed here, so that payloads need not travel to be sealed. PostgreSQL puts its body into the query that calls it; a
-- function of its own for texts would be called 7 times an event, which took three times as long. Not PARALLEL SAFE: starting
-- workers costs more than a batch.
CREATE FUNCTION event_store.leaf(e event_store.event) RETURNS bytea
LANGUAGE sql STABLE
RETURN '\\x01'::bytea || ${text('workspace')} || int8send(e.seq) || uuid_send(e.event_id)
  || ${text('stream_id')} || int4send(e.version)
  || ${text('type')} || int4send(e.schema_version)
  || int8send((date_part('epoch', e.recorded_at) * 1000000)::bigint)
  || ${text('occurred_at')} || ${text('actor')}
  || ${text('causation_id')} || ${text('correlation_id')}
  || sha256(convert_to(e.data::text, 'UTF8')) || sha256(convert_to(e.meta::text, 'UTF8'));

REVOKE ALL ON FUNCTION event_store.leaf FROM PUBLIC;
GRANT EXECUTE ON FUNCTION event_store.leaf TO claimtrail_writer, claimtrail_reader;

SELECT event_store.make_append_only('event_store.tile');
SELECT event_store.make_append_only('event_store.checkpoint');

-- Extends the tree of a workspace from p_previous_size to p_size. False, and nothing written, where it is elsewhere.
CREATE FUNCTION event_store.seal(
  p_workspace text, p_previous_size bigint, p_size bigint, p_root bytea, p_note text, p_tail bytea,
  p_levels integer[], p_indexes bigint[], p_roots bytea[], p_hashes bytea[]
) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
BEGIN
  IF p_previous_size <> coalesce((SELECT max(c.size) FROM event_store.checkpoint c WHERE c.workspace = p_workspace), 0) THEN
    RETURN false;
  END IF;
  IF p_size <= p_previous_size
     OR p_size > (SELECT h.seq FROM event_store.workspace_head h WHERE h.workspace = p_workspace) THEN
    RAISE EXCEPTION 'A checkpoint of % events cannot follow one of % in this log.', p_size, p_previous_size
      USING ERRCODE = 'invalid_parameter_value';
  END IF;
  INSERT INTO event_store.checkpoint (workspace, size, previous_size, root, note, tail)
  VALUES (p_workspace, p_size, p_previous_size, p_root, p_note, p_tail)
  ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN RETURN false; END IF;
  INSERT INTO event_store.tile (workspace, level, index, root, hashes)
  SELECT p_workspace, t.level, t.index, t.root, t.hashes
    FROM unnest(p_levels, p_indexes, p_roots, p_hashes) AS t (level, index, root, hashes);
  RETURN true;
END
$body$;

REVOKE ALL ON FUNCTION event_store.seal FROM PUBLIC;
GRANT EXECUTE ON FUNCTION event_store.seal TO claimtrail_writer;

CREATE INDEX event_by_id ON event_store.event (workspace, event_id);
`;

export class CreateLogProof1795316400000 implements MigrationInterface {
  readonly name = 'CreateLogProof1795316400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PROOF);
  }

  down(): Promise<void> {
    return Promise.reject(
      new Error(
        'The proof of the log is never dropped by a migration. Drop the database by hand if you must.',
      ),
    );
  }
}

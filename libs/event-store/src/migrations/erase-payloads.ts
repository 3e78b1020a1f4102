import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ERASED_LEAF } from './erased-leaf.js';

/**
 * The one hole in the append-only wall: the data of events may give way to `{"erased":true}`, and nothing else may change.
 *
 * - `erased_payload` keeps SHA-256 of what stood there, so that the leaf of the event stays what was sealed.
 * - `erase_payloads` is the owner's alone. It takes its orders from an ErasureRecorded event that was appended in the very
 *   transaction, so no erasure goes unrecorded, and only for events that a checkpoint covers: what was signed vouches for the
 *   hash that is kept.
 * - The statement triggers open for a transaction that added to `erased_payload`, and only for the data of events and for
 *   idempotency keys, which hold a hash of the same words. The row triggers look at each row then, whoever it was that opened.
 * - A row's xmin tells that this very transaction wrote it: nothing that another one left behind can open the wall.
 */
const ERASE_PAYLOADS = /* sql */ `
CREATE TABLE event_store.erased_payload (
  workspace text COLLATE "C" NOT NULL,
  seq bigint NOT NULL,
  data_digest bytea NOT NULL,
  PRIMARY KEY (workspace, seq)
);
SELECT event_store.make_append_only('event_store.erased_payload');

CREATE FUNCTION event_store.is_erasing() RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $body$
  SELECT EXISTS (SELECT FROM event_store.erased_payload p WHERE p.xmin = pg_current_xact_id_if_assigned()::xid)
$body$;

CREATE OR REPLACE FUNCTION event_store.refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $body$
BEGIN
  IF ((TG_OP = 'UPDATE' AND TG_TABLE_NAME ~ '^event(_p[0-9]+)?$') OR (TG_OP = 'DELETE' AND TG_TABLE_NAME = 'append_key'))
     AND event_store.is_erasing() THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'The log is append-only: % on %.% is refused.', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation',
          HINT = 'Append an event that corrects, retracts or withdraws what was recorded.';
END
$body$;

CREATE FUNCTION event_store.refuse_all_but_erasure() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $body$
BEGIN
  IF (NEW.workspace, NEW.seq, NEW.stream_id, NEW.version, NEW.event_id, NEW.type, NEW.schema_version, NEW.recorded_at,
      NEW.occurred_at, NEW.actor, NEW.causation_id, NEW.correlation_id, NEW.data::text, NEW.meta::text)
     IS NOT DISTINCT FROM
     (OLD.workspace, OLD.seq, OLD.stream_id, OLD.version, OLD.event_id, OLD.type, OLD.schema_version, OLD.recorded_at,
      OLD.occurred_at, OLD.actor, OLD.causation_id, OLD.correlation_id, '{"erased":true}'::text, OLD.meta::text)
     AND EXISTS (SELECT FROM event_store.erased_payload p
                  WHERE p.workspace = OLD.workspace AND p.seq = OLD.seq
                    AND p.data_digest = sha256(convert_to(OLD.data::text, 'UTF8'))
                    AND p.xmin = pg_current_xact_id_if_assigned()::xid) THEN
    RETURN NEW;
  END IF;
  -- Where nothing is being erased, the statement trigger has decided already.
  IF NOT event_store.is_erasing() THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'The log is append-only: only the data of event % may be erased, and only while its hash is kept.', OLD.seq
    USING ERRCODE = 'restrict_violation';
END
$body$;

CREATE TRIGGER append_only_row BEFORE UPDATE ON event_store.event
  FOR EACH ROW EXECUTE FUNCTION event_store.refuse_all_but_erasure();
ALTER TABLE event_store.event ENABLE ALWAYS TRIGGER append_only_row;

CREATE FUNCTION event_store.refuse_all_but_erased_keys() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $body$
BEGIN
  IF EXISTS (SELECT FROM event_store.erased_payload p
              WHERE p.workspace = OLD.workspace AND p.seq BETWEEN OLD.first_seq AND OLD.last_seq
                AND p.xmin = pg_current_xact_id_if_assigned()::xid) OR NOT event_store.is_erasing() THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'The log is append-only: the idempotency key of events % to % stays, for none of them is being erased.',
    OLD.first_seq, OLD.last_seq USING ERRCODE = 'restrict_violation';
END
$body$;

CREATE TRIGGER append_only_row BEFORE DELETE ON event_store.append_key
  FOR EACH ROW EXECUTE FUNCTION event_store.refuse_all_but_erased_keys();
ALTER TABLE event_store.append_key ENABLE ALWAYS TRIGGER append_only_row;

-- Erases the data of the events that the ErasureRecorded event p_erasure names; gives how many.
CREATE FUNCTION event_store.erase_payloads(p_workspace text, p_erasure bigint) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
  v_stream text;
  v_data json;
  v_named bigint;
  v_erased integer;
  v_sealed bigint := coalesce((SELECT max(c.size) FROM event_store.checkpoint c WHERE c.workspace = p_workspace), 0);
  v_ranges int8multirange;
BEGIN
  SELECT e.stream_id, e.data INTO v_stream, v_data
    FROM event_store.event e
   WHERE e.workspace = p_workspace AND e.seq = p_erasure AND e.type = 'ErasureRecorded'
     AND e.xmin = pg_current_xact_id_if_assigned()::xid;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'Event % of workspace % is no ErasureRecorded of this transaction: nothing is erased without one.',
      p_erasure, p_workspace USING ERRCODE = 'restrict_violation';
  END IF;

  SELECT range_agg(int8range((r ->> 0)::bigint, (r ->> 1)::bigint, '[]')) INTO v_ranges
    FROM json_array_elements(v_data -> 'seqs') AS r;
  SELECT sum(upper(r) - lower(r)) INTO v_named FROM unnest(v_ranges) AS r;
  IF upper(v_ranges) - 1 > v_sealed THEN
    RAISE EXCEPTION 'The log is sealed to event %, and event % is to be erased: what no checkpoint covers is not erased.',
      v_sealed, upper(v_ranges) - 1 USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;

  INSERT INTO event_store.erased_payload (workspace, seq, data_digest)
  SELECT e.workspace, e.seq, sha256(convert_to(e.data::text, 'UTF8'))
    FROM unnest(v_ranges) AS r
    JOIN event_store.event e ON e.workspace = p_workspace AND e.seq >= lower(r) AND e.seq < upper(r)
   WHERE e.stream_id = v_stream AND e.type <> 'ErasureRecorded'
     AND NOT EXISTS (SELECT FROM event_store.erased_payload p WHERE p.workspace = e.workspace AND p.seq = e.seq);
  GET DIAGNOSTICS v_erased = ROW_COUNT;
  IF v_erased IS DISTINCT FROM v_named THEN
    RAISE EXCEPTION 'Of the % events named, % can be erased: the others are of another stream, erasures themselves, erased already or not there.',
      v_named, v_erased USING ERRCODE = 'restrict_violation';
  END IF;

  UPDATE event_store.event e SET data = '{"erased":true}'
    FROM unnest(v_ranges) AS r
   WHERE e.workspace = p_workspace AND e.seq >= lower(r) AND e.seq < upper(r);
  DELETE FROM event_store.append_key k
   WHERE k.workspace = p_workspace AND int8range(k.first_seq, k.last_seq, '[]') && v_ranges;
  RETURN v_erased;
END
$body$;

${ERASED_LEAF}

REVOKE ALL ON FUNCTION event_store.is_erasing, event_store.refuse_all_but_erasure, event_store.refuse_all_but_erased_keys,
  event_store.erase_payloads, event_store.erased_digest, event_store.data_digest FROM PUBLIC;
GRANT EXECUTE ON FUNCTION event_store.data_digest, event_store.erased_digest TO claimtrail_writer, claimtrail_reader;
`;

export class ErasePayloads1795321800000 implements MigrationInterface {
  readonly name = 'ErasePayloads1795321800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ERASE_PAYLOADS);
  }

  down(): Promise<void> {
    return Promise.reject(
      new Error('What erased events left behind is never dropped: without it their proofs would be lost.'),
    );
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { PARTITION_SIZE } from './log-protection.js';

const eq = 'OPERATOR(pg_catalog.=)';
const plus = 'OPERATOR(pg_catalog.+)';
const minus = 'OPERATOR(pg_catalog.-)';
const less = 'OPERATOR(pg_catalog.<)';
const more = 'OPERATOR(pg_catalog.>)';
const over = 'OPERATOR(pg_catalog./)';

/** Clocks are set back; the log's time is not. A workspace without a head is new: `append_batch` makes it. */
const takeSeqs = (count: string): string => `
  UPDATE event_store.workspace_head h
     SET seq = h.seq ${plus} ${count},
         recorded_at = greatest(h.recorded_at, pg_catalog.date_trunc('milliseconds', pg_catalog.clock_timestamp()))
   WHERE h.workspace ${eq} p_workspace
  RETURNING h.seq ${minus} ${count}, h.recorded_at INTO v_before, v_recorded_at;
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF ((v_before ${plus} ${count}) ${over} ${PARTITION_SIZE}) ${more} (v_before ${over} ${PARTITION_SIZE}) THEN
    PERFORM event_store.ensure_partitions(v_before ${plus} ${count});
  END IF;`;

const EVENT_COLUMNS = `workspace, seq, stream_id, version, event_id, type, schema_version, recorded_at, occurred_at, actor,
    causation_id, correlation_id, data, meta`;

/**
 * Appends that hope to meet no conflict, which is nearly all of them: three statements, where `append_batch` needs a
 * dozen to find out who is refused and why. Both functions give NULL and leave nothing where something stands in the
 * way (another version, a key that was used, a workspace without a head); the caller then asks `append_batch`.
 *
 * As there, the head row is locked first and seq handed out under it. Streams and keys are found by ON CONFLICT, which
 * is the index and no choice of the planner, so no plan can be kept that was right for a smaller table.
 *
 * They run as the owner without a `SET search_path`, which costs a fifth of a lone append. So every name in them has its
 * schema, the operators too (they all bind alike, hence the parentheses; `unnest` of several arrays is the parser's own):
 * what a caller has in its own search path is never looked at. A test tries.
 *
 * Expected versions: exactly so many events, -1 any, -2 at least one.
 */
const APPEND_OPTIMISTICALLY = /* sql */ `
-- One event for one stream, without a key. Gives its seq and version.
CREATE FUNCTION event_store.append_event(
  p_workspace text, p_stream text, p_expected integer, p_actor text, p_causation text, p_correlation text,
  p_type text, p_schema_version integer, p_event_id uuid, p_occurred text, p_data json, p_meta json
) RETURNS bigint[]
LANGUAGE plpgsql SECURITY DEFINER AS $body$
DECLARE
  v_before bigint;
  v_recorded_at pg_catalog.timestamptz;
  v_version integer;
BEGIN
  ${takeSeqs('1')}
  INSERT INTO event_store.stream AS s (workspace, stream_id, category, version, first_seq, last_seq)
  VALUES (p_workspace, p_stream, pg_catalog.split_part(p_stream, '-', 1), 1, v_before ${plus} 1, v_before ${plus} 1)
  ON CONFLICT (workspace, stream_id) DO UPDATE SET version = s.version ${plus} 1, last_seq = excluded.last_seq
    WHERE s.version ${eq} p_expected OR p_expected ${less} 0
  RETURNING s.version INTO v_version;
  -- Version 1 is a stream that was not there.
  IF v_version IS NULL OR (v_version ${eq} 1 AND (p_expected ${more} 0 OR p_expected ${eq} -2)) THEN
    UPDATE event_store.workspace_head h SET seq = v_before WHERE h.workspace ${eq} p_workspace;
    DELETE FROM event_store.stream s
     WHERE v_version ${eq} 1 AND s.workspace ${eq} p_workspace AND s.stream_id ${eq} p_stream;
    RETURN NULL;
  END IF;
  INSERT INTO event_store.event (${EVENT_COLUMNS})
  VALUES (p_workspace, v_before ${plus} 1, p_stream, v_version, p_event_id, p_type, p_schema_version, v_recorded_at,
          p_occurred, p_actor, p_causation, p_correlation, p_data, p_meta);
  RETURN ARRAY[v_before ${plus} 1, v_version];
END
$body$;

-- Many events for many streams, each stream named once, as parallel arrays:
-- - one entry a stream: id, the least and the most that its version may be afterwards, the place of its last event
--   (from 1) and their number, actor, causation and correlation of its request;
-- - one entry an event: index of its stream (from 1), type, schema version, id, occurred at; and the data and meta of all
--   events as two JSON arrays, whose elements are stored as the very characters they came in;
-- - one entry a key: key, request hash, the places of its first and last event, the indexes of its first and last stream.
-- Gives the seq before the first event, then the version of each stream.
CREATE FUNCTION event_store.append_events(
  p_workspace text, p_count integer,
  p_streams text[], p_least integer[], p_most integer[], p_lasts integer[], p_event_counts integer[],
  p_actors text[], p_causations text[], p_correlations text[],
  p_event_streams integer[], p_types text[], p_schema_versions integer[], p_event_ids uuid[], p_occurred text[],
  p_data json, p_meta json,
  p_keys text[], p_hashes text[], p_key_firsts integer[], p_key_lasts integer[], p_key_from integer[], p_key_to integer[]
) RETURNS bigint[]
LANGUAGE plpgsql SECURITY DEFINER AS $body$
DECLARE
  v_before bigint;
  v_recorded_at pg_catalog.timestamptz;
  v_versions integer[];
  v_rows bigint;
BEGIN
  ${takeSeqs('p_count')}
  WITH written AS (
    INSERT INTO event_store.stream AS s (workspace, stream_id, category, version, first_seq, last_seq)
    SELECT p_workspace, u.stream, pg_catalog.split_part(u.stream, '-', 1), u.events,
           v_before ${plus} u.last ${minus} u.events ${plus} 1, v_before ${plus} u.last
      FROM unnest(p_streams, p_lasts, p_event_counts) AS u (stream, last, events)
    ON CONFLICT (workspace, stream_id) DO UPDATE SET version = s.version ${plus} excluded.version, last_seq = excluded.last_seq
    RETURNING s.version
  )
  SELECT pg_catalog.array_agg(w.version) INTO v_versions FROM written w;
  FOR v_stream IN 1 .. pg_catalog.cardinality(p_streams) LOOP
    IF v_versions[v_stream] ${less} p_least[v_stream] OR v_versions[v_stream] ${more} p_most[v_stream] THEN
      RAISE SQLSTATE 'CT409';
    END IF;
  END LOOP;

  INSERT INTO event_store.event (${EVENT_COLUMNS})
  SELECT p_workspace, v_before ${plus} e.place, p_streams[e.entry],
         v_versions[e.entry] ${minus} p_lasts[e.entry] ${plus} e.place, e.event_id, e.type, e.schema_version, v_recorded_at,
         e.occurred_at, p_actors[e.entry], p_causations[e.entry], p_correlations[e.entry], e.data, e.meta
    FROM ROWS FROM (
           unnest(p_event_streams, p_types, p_schema_versions, p_event_ids, p_occurred),
           pg_catalog.json_array_elements(p_data), pg_catalog.json_array_elements(p_meta)
         ) WITH ORDINALITY AS e (entry, type, schema_version, event_id, occurred_at, data, meta, place);
  GET DIAGNOSTICS v_rows = ROW_COUNT;
  IF NOT v_rows ${eq} p_count THEN
    RAISE EXCEPTION 'append_events was given % events where its counts announce %.', v_rows, p_count
      USING ERRCODE = 'invalid_parameter_value';
  END IF;

  IF pg_catalog.cardinality(p_keys) ${more} 0 THEN
    INSERT INTO event_store.append_key (workspace, key, request_hash, first_seq, last_seq, versions, recorded_at)
    SELECT p_workspace, k.key, k.hash, v_before ${plus} k.first, v_before ${plus} k.last, v_versions[k.stream_from : k.stream_to],
           v_recorded_at
      FROM unnest(p_keys, p_hashes, p_key_firsts, p_key_lasts, p_key_from, p_key_to)
        AS k (key, hash, first, last, stream_from, stream_to)
    ON CONFLICT (workspace, key) DO NOTHING;
    GET DIAGNOSTICS v_rows = ROW_COUNT;
    IF v_rows ${less} pg_catalog.cardinality(p_keys) THEN RAISE SQLSTATE 'CT409'; END IF;
  END IF;
  RETURN pg_catalog.array_prepend(v_before, v_versions::bigint[]);
EXCEPTION WHEN SQLSTATE 'CT409' THEN
  RETURN NULL;
END
$body$;

REVOKE ALL ON FUNCTION event_store.append_event, event_store.append_events FROM PUBLIC;
GRANT EXECUTE ON FUNCTION event_store.append_event, event_store.append_events TO claimtrail_writer;
`;

export class AppendOptimistically1795328000000 implements MigrationInterface {
  readonly name = 'AppendOptimistically1795328000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(APPEND_OPTIMISTICALLY);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION event_store.append_event, event_store.append_events');
  }
}

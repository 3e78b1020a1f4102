import { PARTITION_SIZE } from './log-protection.js';

/**
 * Group commit: many append requests of one workspace in one call, one transaction, one flush to disk.
 *
 * The head row is locked first, so seq is handed out in commit order: whoever reads "seq > cursor" misses nothing. (A
 * sequence hands numbers out before the commit: tails that trusted one lost 11-27 % of the events of concurrent writers.)
 * The lock also means that streams and keys read after it cannot change before the end.
 *
 * Requests are checked in order against the state that the ones before them left; what passes is inserted by one
 * statement. A request that fails takes no seq, so the log has no holes.
 *
 * Arguments, as parallel arrays:
 * - one entry a request: key (null: none), request hash, actor, causation, correlation, number of its streams;
 * - one entry a stream of a request: id, expected version (-1 any, -2 exists, else exactly so many events), number of events;
 * - one entry an event: index of its stream entry (from 1), type, schema version, id, occurred at; and the data and meta of
 *   all events as two JSON arrays, whose elements are stored as the very characters they came in.
 *
 * Gives a row a request, in order: outcome (appended, duplicate, wrong_expected_version, idempotency_conflict), first and
 * last seq, the version of each stream after it; for a wrong version the stream entry and the version it is at.
 *
 * Sequential scans are switched off and the plan is generic because a plan made while the tables were small would be
 * kept by the connection after they have grown.
 */
export const APPEND_BATCH = /* sql */ `
CREATE FUNCTION event_store.append_batch(
  p_workspace text,
  p_keys text[], p_hashes text[], p_actors text[], p_causations text[], p_correlations text[], p_stream_counts integer[],
  p_streams text[], p_expected integer[], p_event_counts integer[],
  p_event_streams integer[], p_types text[], p_schema_versions integer[], p_event_ids uuid[], p_occurred text[],
  p_data json, p_meta json
) RETURNS TABLE (
  outcome text, first_seq bigint, last_seq bigint, versions integer[], conflict_stream integer, actual_version integer
)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET enable_seqscan = off
SET plan_cache_mode = force_generic_plan
AS $body$
#variable_conflict use_column
DECLARE
  v_head_before bigint;
  v_head bigint;
  v_recorded_at timestamptz;
  -- By stream entry. A stream named by several requests keeps its running version at its first entry, its slot.
  v_slots integer[];
  v_running integer[];
  v_requests integer[] := array_fill(0, ARRAY[cardinality(p_streams)]);
  v_first_seqs bigint[] := array_fill(NULL::bigint, ARRAY[cardinality(p_streams)]);
  -- What an event adds to its place in the call to get its seq and version; null where its request is not written.
  v_seq_offsets bigint[] := v_first_seqs;
  v_version_offsets integer[] := array_fill(NULL::integer, ARRAY[cardinality(p_streams)]);
  -- By request: what is known under its key, kept at the key's first entry, its slot.
  v_has_keys boolean := cardinality(array_remove(p_keys, NULL)) > 0;
  v_key_slots integer[];
  v_key_slot integer;
  v_known_hashes text[];
  v_known_firsts bigint[];
  v_known_lasts bigint[];
  v_known_versions text[];
  v_new_keys integer[] := '{}';
  v_from integer;
  v_to integer := 0;
  v_place integer;
  v_next_place integer := 0;
  v_slot integer;
  v_inserted bigint;
BEGIN
  SELECT h.seq, h.recorded_at INTO v_head, v_recorded_at
    FROM event_store.workspace_head h WHERE h.workspace = p_workspace FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO event_store.workspace_head (workspace, seq, recorded_at) VALUES (p_workspace, 0, '-infinity')
      ON CONFLICT (workspace) DO NOTHING;
    SELECT h.seq, h.recorded_at INTO v_head, v_recorded_at
      FROM event_store.workspace_head h WHERE h.workspace = p_workspace FOR UPDATE;
  END IF;
  v_head_before := v_head;
  -- Clocks are set back; the log's time is not.
  v_recorded_at := greatest(v_recorded_at, date_trunc('milliseconds', clock_timestamp()));

  SELECT array_agg(s.slot ORDER BY s.entry), array_agg(s.version ORDER BY s.entry) INTO v_slots, v_running
    FROM (SELECT u.entry, (min(u.entry) OVER (PARTITION BY u.stream_id))::integer AS slot,
                 coalesce((SELECT t.version FROM event_store.stream t
                            WHERE t.workspace = p_workspace AND t.stream_id = u.stream_id), 0) AS version
            FROM unnest(p_streams) WITH ORDINALITY AS u (stream_id, entry)) AS s;

  IF v_has_keys THEN
    SELECT array_agg(k.slot ORDER BY k.request), array_agg(a.request_hash ORDER BY k.request),
           array_agg(a.first_seq ORDER BY k.request), array_agg(a.last_seq ORDER BY k.request),
           array_agg(a.versions::text ORDER BY k.request)
      INTO v_key_slots, v_known_hashes, v_known_firsts, v_known_lasts, v_known_versions
      FROM (SELECT u.key, u.request, (min(u.request) OVER (PARTITION BY u.key))::integer AS slot
              FROM unnest(p_keys) WITH ORDINALITY AS u (key, request)) AS k
      -- OFFSET 0 keeps this an index look-up a key.
      LEFT JOIN LATERAL (SELECT a.* FROM event_store.append_key a
                          WHERE a.workspace = p_workspace AND a.key = k.key OFFSET 0) AS a ON true;
  END IF;

  <<requests>>
  FOR v_request IN 1 .. cardinality(p_stream_counts) LOOP
    v_from := v_to + 1;
    v_to := v_to + p_stream_counts[v_request];
    v_place := v_next_place;
    FOR v_entry IN v_from .. v_to LOOP
      v_next_place := v_next_place + p_event_counts[v_entry];
    END LOOP;
    first_seq := NULL; last_seq := NULL; versions := NULL; conflict_stream := NULL; actual_version := NULL;

    IF p_keys[v_request] IS NOT NULL THEN
      v_key_slot := v_key_slots[v_request];
      IF v_known_hashes[v_key_slot] IS NOT NULL THEN
        IF v_known_hashes[v_key_slot] = p_hashes[v_request] THEN
          outcome := 'duplicate';
          versions := v_known_versions[v_key_slot]::integer[];
        ELSE
          outcome := 'idempotency_conflict';
        END IF;
        first_seq := v_known_firsts[v_key_slot];
        last_seq := v_known_lasts[v_key_slot];
        RETURN NEXT;
        CONTINUE requests;
      END IF;
    END IF;

    FOR v_entry IN v_from .. v_to LOOP
      actual_version := v_running[v_slots[v_entry]];
      CONTINUE WHEN p_expected[v_entry] = -1 OR p_expected[v_entry] = actual_version
                 OR (p_expected[v_entry] = -2 AND actual_version > 0);
      outcome := 'wrong_expected_version';
      conflict_stream := v_entry - v_from + 1;
      RETURN NEXT;
      CONTINUE requests;
    END LOOP;

    outcome := 'appended';
    actual_version := NULL;
    first_seq := v_head + 1;
    versions := '{}';
    FOR v_entry IN v_from .. v_to LOOP
      v_slot := v_slots[v_entry];
      IF p_event_counts[v_entry] > 0 THEN
        v_requests[v_entry] := v_request;
        v_first_seqs[v_entry] := v_head + 1;
        v_seq_offsets[v_entry] := v_head - v_place;
        v_version_offsets[v_entry] := v_running[v_slot] - v_place;
        v_head := v_head + p_event_counts[v_entry];
        v_running[v_slot] := v_running[v_slot] + p_event_counts[v_entry];
        v_place := v_place + p_event_counts[v_entry];
      END IF;
      versions := versions || v_running[v_slot];
    END LOOP;
    last_seq := v_head;
    IF p_keys[v_request] IS NOT NULL THEN
      v_known_hashes[v_key_slot] := p_hashes[v_request];
      v_known_firsts[v_key_slot] := first_seq;
      v_known_lasts[v_key_slot] := last_seq;
      v_known_versions[v_key_slot] := versions::text;
      v_new_keys := v_new_keys || v_key_slot;
    END IF;
    RETURN NEXT;
  END LOOP;

  IF v_head = v_head_before THEN RETURN; END IF;
  IF v_head / ${PARTITION_SIZE} > v_head_before / ${PARTITION_SIZE} THEN
    PERFORM event_store.ensure_partitions(v_head);
  END IF;

  INSERT INTO event_store.event (workspace, seq, stream_id, version, event_id, type, schema_version, recorded_at,
                                 occurred_at, actor, causation_id, correlation_id, data, meta)
  SELECT p_workspace, v_seq_offsets[e.entry] + e.place, p_streams[e.entry], v_version_offsets[e.entry] + e.place,
         e.event_id, e.type, e.schema_version, v_recorded_at, e.occurred_at, p_actors[v_requests[e.entry]],
         p_causations[v_requests[e.entry]], p_correlations[v_requests[e.entry]], e.data, e.meta
    FROM ROWS FROM (
           unnest(p_event_streams, p_types, p_schema_versions, p_event_ids, p_occurred),
           json_array_elements(p_data), json_array_elements(p_meta)
         ) WITH ORDINALITY AS e (entry, type, schema_version, event_id, occurred_at, data, meta, place)
   WHERE v_seq_offsets[e.entry] IS NOT NULL;
  GET DIAGNOSTICS v_inserted = ROW_COUNT;
  IF v_inserted <> v_head - v_head_before THEN
    RAISE EXCEPTION 'append_batch was given % events where its counts announce %.', v_inserted, v_head - v_head_before
      USING ERRCODE = 'invalid_parameter_value';
  END IF;

  INSERT INTO event_store.stream (workspace, stream_id, category, version, first_seq, last_seq)
  SELECT p_workspace, p_streams[u.slot], split_part(p_streams[u.slot], '-', 1), v_running[u.slot], min(u.first), max(u.first + u.events - 1)
    FROM unnest(v_slots, v_first_seqs, p_event_counts) AS u (slot, first, events)
   WHERE u.first IS NOT NULL
   GROUP BY u.slot
  ON CONFLICT (workspace, stream_id) DO UPDATE SET version = excluded.version, last_seq = excluded.last_seq;

  IF v_has_keys THEN
    INSERT INTO event_store.append_key (workspace, key, request_hash, first_seq, last_seq, versions, recorded_at)
    SELECT p_workspace, p_keys[n.slot], v_known_hashes[n.slot], v_known_firsts[n.slot], v_known_lasts[n.slot],
           v_known_versions[n.slot]::integer[], v_recorded_at
      FROM unnest(v_new_keys) AS n (slot);
  END IF;

  UPDATE event_store.workspace_head h SET seq = v_head, recorded_at = v_recorded_at WHERE h.workspace = p_workspace;
END
$body$;

REVOKE ALL ON FUNCTION event_store.append_batch FROM PUBLIC;
GRANT EXECUTE ON FUNCTION event_store.append_batch TO claimtrail_writer;
`;

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whole logs that come from elsewhere: an import into one workspace, a restore of all of them. Append-only like the log;
 * only the owner calls what writes here, and the writer and the reader may not.
 *
 * - `load`: one row a load; `source` is the digest of what is loaded, so that a killed load goes on with the same and no other.
 * - `load_step`: what is done of it. Until its step 'finished' stands here, no append and no seal touches the workspace:
 *   half a log is never taken for a whole one. Both are refused by a trigger on rows that a workspace makes once, so that
 *   appends pay nothing for it.
 * - Events come through the session's own tables `arriving_event` and `arriving_key`, filled by COPY, and pass the checks
 *   that an append makes: the next seq, the next version of each stream, a time that does not go back.
 */
const LOADS = /* sql */ `
CREATE TABLE event_store.load (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('import', 'restore')),
  workspace text COLLATE "C",
  source text NOT NULL,
  started_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON COLUMN event_store.load.workspace IS 'Null: all of them.';

CREATE TABLE event_store.load_step (
  load uuid NOT NULL,
  step text COLLATE "C" NOT NULL,
  done_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (load, step)
);
SELECT event_store.make_append_only('event_store.load');
SELECT event_store.make_append_only('event_store.load_step');

CREATE FUNCTION event_store.is_loading(p_workspace text) RETURNS boolean
LANGUAGE sql STABLE
RETURN EXISTS (SELECT FROM event_store.load l
                WHERE coalesce(l.workspace, p_workspace) = p_workspace
                  AND NOT EXISTS (SELECT FROM event_store.load_step s WHERE s.load = l.id AND s.step = 'finished'));

CREATE FUNCTION event_store.refuse_while_loading() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
BEGIN
  IF event_store.is_loading(NEW.workspace) THEN
    RAISE EXCEPTION 'The log of workspace "%" is being imported or restored.', NEW.workspace
      USING ERRCODE = 'object_in_use', HINT = 'Run the same import or restore again: it goes on and finishes.';
  END IF;
  RETURN NEW;
END
$body$;
CREATE TRIGGER refuse_while_loading BEFORE INSERT ON event_store.workspace_head
  FOR EACH ROW EXECUTE FUNCTION event_store.refuse_while_loading();

-- Begins a load of a workspace (null: of all), or gives the unfinished one of the same source.
CREATE FUNCTION event_store.begin_load(p_id uuid, p_kind text, p_workspace text, p_source text) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
  v_load event_store.load;
BEGIN
  -- Waits for the appends under way; those that come later find the load.
  LOCK TABLE event_store.workspace_head, event_store.load IN SHARE ROW EXCLUSIVE MODE;
  SELECT l.* INTO v_load FROM event_store.load l
   WHERE (p_workspace IS NULL OR l.workspace IS NULL OR l.workspace = p_workspace)
     AND NOT EXISTS (SELECT FROM event_store.load_step s WHERE s.load = l.id AND s.step = 'finished');
  IF FOUND THEN
    IF v_load.kind = p_kind AND v_load.source = p_source AND v_load.workspace IS NOT DISTINCT FROM p_workspace THEN
      RETURN v_load.id;
    END IF;
    RAISE EXCEPTION 'Another % is unfinished, begun at % from a source of digest %.', v_load.kind, v_load.started_at, v_load.source
      USING ERRCODE = 'object_in_use';
  END IF;
  IF EXISTS (SELECT FROM event_store.event e WHERE p_workspace IS NULL OR e.workspace = p_workspace)
     OR EXISTS (SELECT FROM event_store.workspace_head h WHERE p_workspace IS NULL OR h.workspace = p_workspace) THEN
    RAISE EXCEPTION 'There are events already.' USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  INSERT INTO event_store.load (id, kind, workspace, source) VALUES (p_id, p_kind, p_workspace, p_source);
  RETURN p_id;
END
$body$;

-- Takes the load for this transaction, so that two runs of it take turns; gives its workspace.
CREATE FUNCTION event_store.hold_load(p_load uuid) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
  v_workspace text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('event_store.load'), hashtext(p_load::text));
  SELECT l.workspace INTO STRICT v_workspace FROM event_store.load l WHERE l.id = p_load;
  IF EXISTS (SELECT FROM event_store.load_step s WHERE s.load = p_load AND s.step = 'finished') THEN
    RAISE EXCEPTION 'This load is finished.' USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  RETURN v_workspace;
END
$body$;

-- Adds the events of pg_temp.arriving_event behind those there. Gives the highest seq.
CREATE FUNCTION event_store.import_events(p_load uuid) RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan AS $body$
DECLARE
  v_workspace text := event_store.hold_load(p_load);
  v_before event_store.event;
  v_head bigint;
  v_bad record;
BEGIN
  SELECT e.* INTO v_before FROM event_store.event e WHERE e.workspace = v_workspace ORDER BY e.seq DESC LIMIT 1;
  v_head := coalesce(v_before.seq, 0);
  SELECT a.seq, a.stream_id, a.version INTO v_bad
    FROM (SELECT a.*, row_number() OVER (ORDER BY a.seq) AS place,
                 row_number() OVER (PARTITION BY a.stream_id ORDER BY a.seq) AS stream_place,
                 lag(a.recorded_at, 1, coalesce(v_before.recorded_at, '-infinity')) OVER (ORDER BY a.seq) AS time_before
            FROM pg_temp.arriving_event a) AS a
    LEFT JOIN event_store.stream s ON s.workspace = v_workspace AND s.stream_id = a.stream_id
   WHERE a.seq <> v_head + a.place OR a.version <> coalesce(s.version, 0) + a.stream_place OR a.recorded_at < a.time_before
   ORDER BY a.place LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'Event % (version % of stream "%") does not follow what was imported before it, up to event %.',
      v_bad.seq, v_bad.version, v_bad.stream_id, v_head USING ERRCODE = 'invalid_parameter_value';
  END IF;
  SELECT coalesce(max(a.seq), v_head) INTO v_head FROM pg_temp.arriving_event a;
  PERFORM event_store.ensure_partitions(v_head);
  INSERT INTO event_store.event (workspace, seq, stream_id, version, event_id, type, schema_version, recorded_at,
                                 occurred_at, actor, causation_id, correlation_id, data, meta)
  SELECT v_workspace, a.seq, a.stream_id, a.version, a.event_id, a.type, a.schema_version, a.recorded_at,
         a.occurred_at, a.actor, a.causation_id, a.correlation_id, a.data, a.meta
    FROM pg_temp.arriving_event a ORDER BY a.seq;
  IF EXISTS (SELECT FROM pg_temp.arriving_event a WHERE a.data_digest IS NOT NULL) THEN
    INSERT INTO event_store.erased_payload (workspace, seq, data_digest)
    SELECT v_workspace, a.seq, a.data_digest FROM pg_temp.arriving_event a WHERE a.data_digest IS NOT NULL;
  END IF;
  INSERT INTO event_store.stream (workspace, stream_id, category, version, first_seq, last_seq)
  SELECT v_workspace, a.stream_id, split_part(a.stream_id, '-', 1), max(a.version), min(a.seq), max(a.seq)
    FROM pg_temp.arriving_event a GROUP BY a.stream_id
  ON CONFLICT (workspace, stream_id) DO UPDATE SET version = excluded.version, last_seq = excluded.last_seq;
  RETURN v_head;
END
$body$;

-- Adds the idempotency keys of pg_temp.arriving_key; those of an interrupted run are there already.
CREATE FUNCTION event_store.import_keys(p_load uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan AS $body$
DECLARE
  v_workspace text := event_store.hold_load(p_load);
  v_head bigint := coalesce((SELECT max(e.seq) FROM event_store.event e WHERE e.workspace = v_workspace), 0);
  v_bad text;
BEGIN
  SELECT a.key INTO v_bad FROM pg_temp.arriving_key a
   WHERE a.first_seq < 1 OR a.last_seq < a.first_seq OR a.last_seq > v_head LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'The idempotency key "%" names events that are not in the log.', v_bad
      USING ERRCODE = 'invalid_parameter_value';
  END IF;
  INSERT INTO event_store.append_key (workspace, key, request_hash, first_seq, last_seq, versions, recorded_at)
  SELECT v_workspace, a.key, a.request_hash, a.first_seq, a.last_seq, a.versions, a.recorded_at
    FROM pg_temp.arriving_key a
  ON CONFLICT (workspace, key) DO NOTHING;
END
$body$;

-- Opens the imported workspace: its next event is p_head + 1.
CREATE FUNCTION event_store.finish_import(p_load uuid, p_head bigint) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
  v_workspace text := event_store.hold_load(p_load);
  v_last event_store.event;
BEGIN
  SELECT e.* INTO v_last FROM event_store.event e WHERE e.workspace = v_workspace ORDER BY e.seq DESC LIMIT 1;
  IF coalesce(v_last.seq, 0) <> p_head THEN
    RAISE EXCEPTION 'The import ends at event % where % was to be the last.', coalesce(v_last.seq, 0), p_head
      USING ERRCODE = 'invalid_parameter_value';
  END IF;
  INSERT INTO event_store.load_step (load, step) VALUES (p_load, 'finished');
  IF p_head > 0 THEN
    INSERT INTO event_store.workspace_head (workspace, seq, recorded_at) VALUES (v_workspace, p_head, v_last.recorded_at);
  END IF;
END
$body$;

-- Extends the tree of a workspace from p_previous_size to p_size. False, and nothing written, where it is elsewhere.
CREATE FUNCTION event_store.extend_tree(
  p_workspace text, p_previous_size bigint, p_size bigint, p_root bytea, p_note text, p_tail bytea,
  p_levels integer[], p_indexes bigint[], p_roots bytea[], p_hashes bytea[]
) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $body$
BEGIN
  IF p_previous_size <> coalesce((SELECT max(c.size) FROM event_store.checkpoint c WHERE c.workspace = p_workspace), 0) THEN
    RETURN false;
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

CREATE OR REPLACE FUNCTION event_store.seal(
  p_workspace text, p_previous_size bigint, p_size bigint, p_root bytea, p_note text, p_tail bytea,
  p_levels integer[], p_indexes bigint[], p_roots bytea[], p_hashes bytea[]
) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
  v_head bigint := (SELECT h.seq FROM event_store.workspace_head h WHERE h.workspace = p_workspace);
BEGIN
  IF v_head IS NULL AND event_store.is_loading(p_workspace) THEN
    RAISE EXCEPTION 'The log of workspace "%" is being imported or restored.', p_workspace USING ERRCODE = 'object_in_use';
  END IF;
  IF p_previous_size <> coalesce((SELECT max(c.size) FROM event_store.checkpoint c WHERE c.workspace = p_workspace), 0) THEN
    RETURN false;
  END IF;
  IF p_size <= p_previous_size OR p_size > coalesce(v_head, 0) THEN
    RAISE EXCEPTION 'A checkpoint of % events cannot follow one of % in this log.', p_size, p_previous_size
      USING ERRCODE = 'invalid_parameter_value';
  END IF;
  RETURN event_store.extend_tree(p_workspace, p_previous_size, p_size, p_root, p_note, p_tail,
                                 p_levels, p_indexes, p_roots, p_hashes);
END
$body$;

REVOKE ALL ON FUNCTION event_store.is_loading, event_store.refuse_while_loading, event_store.begin_load, event_store.hold_load,
  event_store.import_events, event_store.import_keys, event_store.finish_import, event_store.extend_tree FROM PUBLIC;
`;

export class CreateLoads1795326100000 implements MigrationInterface {
  readonly name = 'CreateLoads1795326100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LOADS);
  }

  down(): Promise<void> {
    return Promise.reject(
      new Error(
        'What was loaded into the log is never dropped by a migration. Drop the database by hand if you must.',
      ),
    );
  }
}

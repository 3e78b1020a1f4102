/** Events of one partition. Small enough that its index on streams (about 80 bytes an event) stays in memory. */
export const PARTITION_SIZE = 1_000_000;
/** Whole partitions that stand ready after the one in use. */
const PARTITIONS_AHEAD = 2;

/**
 * What keeps the log as it was written, and its partitions.
 *
 * Three walls: the writer and the reader hold no privilege to change anything; statement triggers on the table and on
 * every partition refuse the owner too; ENABLE ALWAYS makes them hold when a superuser sets
 * session_replication_role = replica, which silences ordinary triggers. An owner can still drop the triggers: only the
 * proofs kept outside the database show that.
 *
 * A partition is made as a table of its own and then attached: that takes a lock which neither reads nor appends wait for,
 * while CREATE TABLE ... PARTITION OF would stop both.
 */
export const LOG_PROTECTION = /* sql */ `
CREATE FUNCTION event_store.refuse_change() RETURNS trigger
LANGUAGE plpgsql AS $body$
BEGIN
  RAISE EXCEPTION 'The log is append-only: % on %.% is refused.', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation',
          HINT = 'Append an event that corrects, retracts or withdraws what was recorded.';
END
$body$;

CREATE FUNCTION event_store.make_append_only(relation regclass) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $body$
BEGIN
  EXECUTE format(
    'CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %s
     FOR EACH STATEMENT EXECUTE FUNCTION event_store.refuse_change()', relation);
  EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER append_only', relation);
  EXECUTE format('GRANT SELECT ON %s TO claimtrail_writer, claimtrail_reader', relation);
END
$body$;

-- Makes the partitions up to the one that holds p_seq (absent: the highest seq of any workspace) and some ahead of it.
-- Returns how many it made; cheap when none is due.
CREATE FUNCTION event_store.ensure_partitions(p_seq bigint DEFAULT NULL) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
  v_size CONSTANT bigint := ${PARTITION_SIZE};
  v_seq bigint := coalesce(p_seq, (SELECT max(h.seq) FROM event_store.workspace_head h), 0);
  v_last bigint := v_seq / v_size + ${PARTITIONS_AHEAD};
  v_made integer := 0;
  v_name text;
BEGIN
  IF to_regclass(format('event_store.event_p%s', v_last)) IS NOT NULL THEN RETURN 0; END IF;
  PERFORM pg_advisory_xact_lock(hashtext('event_store.ensure_partitions'));
  FOR v_number IN 0 .. v_last LOOP
    v_name := format('event_store.event_p%s', v_number);
    CONTINUE WHEN to_regclass(v_name) IS NOT NULL;
    EXECUTE format('CREATE TABLE %s (LIKE event_store.event INCLUDING ALL)', v_name);
    EXECUTE format('CREATE UNIQUE INDEX ON %s (workspace, stream_id, version)', v_name);
    PERFORM event_store.make_append_only(v_name::regclass);
    EXECUTE format('ALTER TABLE event_store.event ATTACH PARTITION %s FOR VALUES FROM (%s) TO (%s)',
                   v_name, v_number * v_size, (v_number + 1) * v_size);
    v_made := v_made + 1;
  END LOOP;
  RETURN v_made;
END
$body$;

SELECT event_store.make_append_only('event_store.event');
SELECT event_store.make_append_only('event_store.append_key');
SELECT event_store.ensure_partitions();

GRANT USAGE ON SCHEMA event_store TO claimtrail_writer, claimtrail_reader;
GRANT SELECT ON event_store.workspace_head, event_store.stream, event_store.append_key
  TO claimtrail_writer, claimtrail_reader;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA event_store FROM PUBLIC;
GRANT EXECUTE ON FUNCTION event_store.ensure_partitions(bigint) TO claimtrail_writer;
`;

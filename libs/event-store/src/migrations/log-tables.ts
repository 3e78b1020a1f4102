/**
 * The log's tables.
 *
 * - Text is COLLATE "C": ids are compared as bytes, whatever the server's locale.
 * - `data` and `meta` are json, not jsonb: the bytes that were appended are the bytes that are read, exported and hashed,
 *   and bulk appends are 40-60 % faster.
 * - `event_id` has no unique index: it would cost a third of the append speed, and `append_key` already makes retries safe.
 * - `event` is partitioned by seq, so that its (workspace, stream_id, version) index stays small enough to be held in
 *   memory however long the log grows. That index is on each partition only: a partitioned one would need seq in its key.
 * - `recorded_at` and `occurred_at`: the database's clock to the millisecond, which a JavaScript Date holds exactly; and
 *   the writer's own words ("2016-12", "2016-12-04T10:00Z"), given back as they came.
 * - No CHECK and no generated column: only `append_batch` writes here, and PostgreSQL would parse them anew at every append.
 */
export const LOG_TABLES = /* sql */ `
CREATE SCHEMA event_store;

CREATE TABLE event_store.workspace_head (
  workspace text COLLATE "C" PRIMARY KEY,
  seq bigint NOT NULL,
  recorded_at timestamptz NOT NULL
) WITH (fillfactor = 20);

CREATE TABLE event_store.stream (
  workspace text COLLATE "C" NOT NULL,
  stream_id text COLLATE "C" NOT NULL,
  category text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  first_seq bigint NOT NULL,
  last_seq bigint NOT NULL,
  PRIMARY KEY (workspace, stream_id)
) WITH (fillfactor = 85);

CREATE TABLE event_store.event (
  workspace text COLLATE "C" NOT NULL,
  seq bigint NOT NULL,
  stream_id text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  event_id uuid NOT NULL,
  type text COLLATE "C" NOT NULL,
  schema_version integer NOT NULL,
  recorded_at timestamptz NOT NULL,
  occurred_at text COLLATE "C",
  actor text COLLATE "C" NOT NULL,
  causation_id text COLLATE "C",
  correlation_id text COLLATE "C",
  data json NOT NULL,
  meta json NOT NULL,
  PRIMARY KEY (workspace, seq)
) PARTITION BY RANGE (seq);

CREATE TABLE event_store.append_key (
  workspace text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  request_hash text COLLATE "C" NOT NULL,
  first_seq bigint NOT NULL,
  last_seq bigint NOT NULL,
  versions integer[] NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (workspace, key)
);
`;

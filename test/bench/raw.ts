import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { BenchEvent } from './events.js';
import type { Peer } from './peer.js';

const CONNECTIONS = 10;

const TABLE = /* sql */ `
CREATE TABLE event (
  seq bigserial PRIMARY KEY,
  stream_id text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  event_id uuid NOT NULL,
  type text COLLATE "C" NOT NULL,
  schema_version integer NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  data json NOT NULL,
  meta json NOT NULL,
  UNIQUE (stream_id, version)
)`;

const COLUMNS = 'stream_id, version, event_id, type, schema_version, data, meta';

const INSERT = {
  name: 'raw_insert',
  text: `INSERT INTO event (${COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
};

const INSERT_MANY = {
  name: 'raw_unnest',
  text: `INSERT INTO event (${COLUMNS})
    SELECT $1, $2::integer + u.place, u.event_id, u.type, u.schema_version, u.data, u.meta
      FROM unnest($3::uuid[], $4::text[], $5::integer[], $6::json[], $7::json[])
        WITH ORDINALITY AS u (event_id, type, schema_version, data, meta, place)`,
};

/**
 * What one writes by hand with nothing but pg: one prepared statement and one transaction an append, numbers from a
 * sequence, a unique index as the only guard. It gives less than a log does: holes, no order of commits, no retries.
 */
export async function openRaw(connectionString: string): Promise<Peer> {
  const pool = new pg.Pool({ connectionString, max: CONNECTIONS });
  await pool.query(TABLE);
  const appendOne = (stream: string, version: number, event: BenchEvent) =>
    pool.query({
      ...INSERT,
      values: [
        stream,
        version + 1,
        randomUUID(),
        event.type,
        event.schemaVersion,
        JSON.stringify(event.data),
        JSON.stringify(event.meta),
      ],
    });
  const appendMany = (stream: string, version: number, events: readonly BenchEvent[]) =>
    pool.query({
      ...INSERT_MANY,
      values: [
        stream,
        version,
        events.map(() => randomUUID()),
        events.map(({ type }) => type),
        events.map(({ schemaVersion }) => schemaVersion),
        events.map(({ data }) => JSON.stringify(data)),
        events.map(({ meta }) => JSON.stringify(meta)),
      ],
    });
  return {
    append: (stream, version, events) => {
      const [only] = events;
      return events.length === 1 && only
        ? appendOne(stream, version, only)
        : appendMany(stream, version, events);
    },
    close: () => pool.end(),
  };
}

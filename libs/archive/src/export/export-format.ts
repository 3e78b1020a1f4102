import { escapeLiteral } from 'pg';
import { COPY_ROWS } from '../copy-rows.js';

/**
 * An export is NDJSON: one CloudEvent 1.0 a line. The first record tells of the log, then comes every event in the order of
 * seq, then the idempotency keys, then the record that ends it. Field by field: docs/export.md, which a test holds to this.
 */
export const RECORD = {
  start: 'claimtrail.export.start',
  key: 'claimtrail.export.append-key',
  end: 'claimtrail.export.end',
} as const;

export const FORMAT_VERSION = 1;
/** What stands as the data of an event whose payload was erased; the digest of what stood there travels beside it. */
export const ERASED_DATA = '{"erased":true}';

export interface ExportStart {
  readonly formatVersion: number;
  readonly workspace: string;
  readonly origin: string;
  readonly firstSeq: string;
  /** C2SP verifier keys: what the checkpoints are checked with. */
  readonly verifierKeys: readonly string[];
}

export interface ExportedKey {
  readonly key: string;
  readonly requestHash: string;
  readonly firstSeq: string;
  readonly lastSeq: string;
  readonly versions: readonly number[];
  readonly recordedAt: string;
}

export interface ExportEnd {
  readonly firstSeq: string;
  readonly lastSeq: string;
  readonly events: string;
  readonly keys: string;
  /** Events whose payload was erased. */
  readonly erased: string;
  /** Signed notes (C2SP tlog-checkpoint) by ascending size, the newest last. */
  readonly checkpoints: readonly string[];
  /** Hexadecimal SHA-256 of every byte before this line. */
  readonly sha256: string;
}

/** CloudEvents asks for a URI reference. */
export const sourceOf = (origin: string): string => encodeURI(origin);

/** A record that is no event of the log: it has no seq. */
export function controlLine(type: string, id: string, origin: string, time: Date, data: object): Buffer {
  const record = {
    specversion: '1.0',
    type,
    source: sourceOf(origin),
    id,
    time: time.toISOString(),
    datacontenttype: 'application/json',
    data,
  };
  return Buffer.from(`${JSON.stringify(record)}\n`);
}

const TIME = `'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'`;
const text = (name: string, column: string): string => `',"${name}":' || to_json(${column})::text`;
const time = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', ${TIME})`;

/** Line ends in a JSON text would end the line of the export, so such a text travels in Base64, as CloudEvents provides. */
const DATA = `CASE WHEN strpos(e.data::text, E'\\n') > 0 OR strpos(e.data::text, E'\\r') > 0
    THEN ',"data_base64":"' || translate(encode(convert_to(e.data::text, 'UTF8'), 'base64'), E'\\n', '') || '"}'
    ELSE ',"data":' || e.data::text || '}' END`;

/** Written by the server as it reads: the events do not become objects here. `concat` leaves out what is null. */
const eventLine = (origin: string): string => `concat(
  '{"specversion":"1.0","type":', to_json(e.type)::text,
  ${escapeLiteral(`,"source":${JSON.stringify(sourceOf(origin))}`)},
  ',"id":"', e.event_id, '"', ${text('subject', 'e.stream_id')},
  ',"time":"', ${time('e.recorded_at')}, '","datacontenttype":"application/json","seq":"', e.seq, '"',
  ${text('workspace', 'e.workspace')},
  ',"streamversion":', e.version, ',"schemaversion":', e.schema_version,
  ${text('occurredat', 'e.occurred_at')}, ${text('actor', 'e.actor')},
  ${text('causationid', 'e.causation_id')}, ${text('correlationid', 'e.correlation_id')},
  ${text('meta', 'e.meta::text')},
  CASE WHEN pg_column_size(e.data) < 20 AND e.data::text = ${escapeLiteral(ERASED_DATA)} THEN
    ',"datadigest":"' || (SELECT encode(p.data_digest, 'hex') FROM event_store.erased_payload p
                           WHERE p.workspace = e.workspace AND p.seq = e.seq) || '"' END,
  ${DATA})`;

const keyLine = (origin: string): string => `concat(
  '{"specversion":"1.0","type":"${RECORD.key}"',
  ${escapeLiteral(`,"source":${JSON.stringify(sourceOf(origin))}`)},
  ',"id":', to_json(k.key)::text, ',"time":"', ${time('k.recorded_at')}, '","datacontenttype":"application/json","data":',
  '{"key":', to_json(k.key)::text, ',"requestHash":', to_json(k.request_hash)::text, ',"firstSeq":"', k.first_seq,
  '","lastSeq":"', k.last_seq, '","versions":', to_json(k.versions)::text, ',"recordedAt":"', ${time('k.recorded_at')}, '"}}')`;

/**
 * COPY in this form leaves a value as it is unless it holds one of its two control characters or a line end. Neither can
 * stand in such a line, so every line comes out as it was built, and nothing is left to do here.
 */

/** The events with `first` <= seq <= `last`, as lines. */
export const copyEvents = (workspace: string, origin: string, first: bigint, last: bigint): string =>
  `COPY (SELECT ${eventLine(origin)} FROM event_store.event e
    WHERE e.workspace = ${escapeLiteral(workspace)} AND e.seq >= ${first} AND e.seq <= ${last} ORDER BY e.seq)
   TO STDOUT ${COPY_ROWS}`;

/** The idempotency keys of appends from `first` to `last`, in the order of the key, behind `after`. */
export const copyKeys = (
  workspace: string,
  origin: string,
  first: bigint,
  last: bigint,
  after: string,
): string =>
  `COPY (SELECT ${keyLine(origin)} FROM event_store.append_key k
    WHERE k.workspace = ${escapeLiteral(workspace)} AND k.key > ${escapeLiteral(after)}
      AND k.first_seq >= ${first} AND k.last_seq <= ${last} ORDER BY k.key)
   TO STDOUT ${COPY_ROWS}`;

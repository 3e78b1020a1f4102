import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { adoptCheckpoints } from '#event-store';
import { ownerConnection, type Database, type IdGenerator } from '#platform';
import { COPY_ROWS, copyRow } from '../copy-rows.js';
import { LoadRefused, TargetNotEmpty } from '../errors.js';
import type { ExportedKey } from '../export/export-format.js';
import type { OnProgress } from '../progress.js';
import type { CheckedExport } from './check-export.js';
import type { ArrivingEvent } from './parse-event.js';
import { readExport, type ExportRecord } from './read-export.js';

export interface LogToImport {
  readonly path: string;
  /** What `checkExport` found in the file. */
  readonly checked: CheckedExport;
  readonly database: Pick<Database, 'url' | 'reader'>;
  readonly ids: IdGenerator;
  readonly onProgress?: OnProgress;
}

export interface Imported {
  readonly workspace: string;
  readonly events: number;
  /** Events that the adopted checkpoints cover; those after are not sealed yet. */
  readonly sealed: number;
  /** True: an import that was interrupted went on. */
  readonly resumed: boolean;
}

/** Events of one transaction, at most. */
const CHUNK_EVENTS = 5_000;
const CHUNK_BYTES = 16 * 1024 * 1024;

const STAGING = `
  CREATE TEMPORARY TABLE arriving_event (
    seq bigint, stream_id text COLLATE "C", version integer, event_id uuid, type text, schema_version integer,
    recorded_at timestamptz, occurred_at text, actor text, causation_id text, correlation_id text, data json, meta json,
    data_digest bytea) ON COMMIT DELETE ROWS;
  CREATE TEMPORARY TABLE arriving_key (
    key text, request_hash text, first_seq bigint, last_seq bigint, versions integer[], recorded_at timestamptz
  ) ON COMMIT DELETE ROWS;`;

/**
 * Brings a log that was exported elsewhere into a workspace that has none: the same seqs, versions, ids, times and characters,
 * and so the same tree. The workspace takes no appends before all of it is in and its tree is that of the checkpoints. Goes on
 * where the same import was interrupted.
 * @throws {TargetNotEmpty | LoadRefused | ExportDamaged | AdoptedRootDiffers}
 */
export async function importLog(log: LogToImport): Promise<Imported> {
  const client = new pg.Client({
    ...ownerConnection(log.database.url),
    application_name: 'claimtrail import',
  });
  // Without a listener, a lost connection would end the process; the query that is under way fails with it.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await new LogImport(client, log).run();
  } finally {
    await client.end();
  }
}

class LogImport {
  private events: string[] = [];
  private keys: string[] = [];
  private bytes = 0;
  private done = 0;
  private writing: Promise<void> = Promise.resolve();
  private load = '';

  constructor(
    private readonly client: pg.Client,
    private readonly log: LogToImport,
  ) {}

  async run(): Promise<Imported> {
    const { checked, path, database, onProgress } = this.log;
    const { workspace } = checked.start;
    const head = Number(checked.end.lastSeq);
    const before = await this.begin();
    this.done = before;
    for await (const records of readExport(path)) {
      for (const record of records) await this.take(record, before);
    }
    await this.flush();
    await this.writing;
    const sealed = await adoptCheckpoints({
      workspace,
      reader: database.reader,
      owner: this.client,
      notes: checked.end.checkpoints,
      onProgress: (done) => onProgress?.({ what: 'sealed', done, total: head }),
    });
    await this.call('SELECT event_store.finish_import($1, $2)', [this.load, head]);
    return { workspace, events: head, sealed, resumed: before > 0 };
  }

  private async take(record: ExportRecord, before: number): Promise<void> {
    const { checked, path } = this.log;
    if (record.kind === 'event' && record.event.seq > before) await this.takeEvent(record.event);
    if (record.kind === 'key') await this.takeKey(record.key);
    if (record.kind === 'end' && record.end.sha256 !== checked.end.sha256) throw changedMeanwhile(path);
  }

  /** Gives the seq of the last event that is there already. */
  private async begin(): Promise<number> {
    const { checked, ids } = this.log;
    const { workspace } = checked.start;
    try {
      const { rows } = await this.client.query<{ load: string }>(
        `SELECT event_store.begin_load($1, 'import', $2, $3) AS load`,
        [ids.next(), workspace, checked.end.sha256],
      );
      this.load = rows[0]?.load ?? '';
    } catch (error) {
      throw explainBegin(error, workspace);
    }
    await this.client.query(STAGING);
    const { rows } = await this.client.query<{ seq: string }>(
      'SELECT coalesce(max(seq), 0)::text AS seq FROM event_store.event WHERE workspace = $1',
      [workspace],
    );
    return Number(rows[0]?.seq);
  }

  private async takeEvent(event: ArrivingEvent): Promise<void> {
    const row = eventRow(event);
    this.events.push(row);
    this.bytes += row.length;
    if (this.events.length === CHUNK_EVENTS || this.bytes > CHUNK_BYTES) await this.flush();
  }

  private async takeKey(key: ExportedKey): Promise<void> {
    if (this.events.length > 0) await this.flush();
    this.keys.push(keyRow(key));
    if (this.keys.length === CHUNK_EVENTS) await this.flush();
  }

  /** Hands over what is collected as soon as the chunk before is written; the next one is read meanwhile. */
  private async flush(): Promise<void> {
    const { events, keys } = this;
    this.events = [];
    this.keys = [];
    this.bytes = 0;
    await this.writing;
    this.writing = this.write(events, keys);
    // Its error is met at the await above; without this, a failure in between would end the process.
    this.writing.catch(() => undefined);
  }

  private async write(events: readonly string[], keys: readonly string[]): Promise<void> {
    const total = Number(this.log.checked.end.lastSeq);
    if (events.length > 0)
      await this.writeChunk('arriving_event', events, 'SELECT event_store.import_events($1)');
    if (keys.length > 0) await this.writeChunk('arriving_key', keys, 'SELECT event_store.import_keys($1)');
    this.done += events.length;
    this.log.onProgress?.({ what: 'imported', done: this.done, total });
  }

  private async writeChunk(table: string, rows: readonly string[], call: string): Promise<void> {
    await this.client.query('BEGIN');
    try {
      await pipeline(
        Readable.from([Buffer.from(rows.join(''))]),
        this.client.query(copyFrom(`COPY pg_temp.${table} FROM STDIN ${COPY_ROWS}`)),
      );
      await this.call(call, [this.load]);
      await this.client.query('COMMIT');
    } catch (error) {
      await this.client.query('ROLLBACK').catch(() => undefined);
      throw explainRefusal(error);
    }
  }

  private async call(sql: string, values: unknown[]): Promise<void> {
    await this.client.query(sql, values).catch((error: unknown) => {
      throw explainRefusal(error);
    });
  }
}

const eventRow = (event: ArrivingEvent): string =>
  copyRow([
    event.seq,
    event.stream,
    event.version,
    event.eventId,
    event.type,
    event.schemaVersion,
    event.recordedAt,
    event.occurredAt,
    event.actor,
    event.causationId,
    event.correlationId,
    event.data,
    event.meta,
    event.dataDigest === null ? null : `\\x${event.dataDigest}`,
  ]);

const keyRow = ({ key, requestHash, firstSeq, lastSeq, versions, recordedAt }: ExportedKey): string =>
  copyRow([key, requestHash, firstSeq, lastSeq, `{${versions.join()}}`, recordedAt]);

const changedMeanwhile = (path: string): LoadRefused =>
  new LoadRefused(
    `${path} was changed while it was imported. The workspace stays closed until the file that was begun with has gone in.`,
  );

const NOT_EMPTY = '55000';
const IN_USE = '55006';
/** Refusals of a value by the database: of its own checks, and of the import functions'. */
const DATA_EXCEPTION = /^(22|23)/;

function explainBegin(error: unknown, workspace: string): unknown {
  const { code, message } = error as { code?: string; message: string };
  if (code === NOT_EMPTY) {
    return new TargetNotEmpty(
      `The workspace "${workspace}" has a log already. An import needs one without: use another database. Nothing was written.`,
      { cause: error },
    );
  }
  if (code !== IN_USE) return error;
  return new TargetNotEmpty(
    `${message} Finish that one first, with the file it was begun with. Nothing was written.`,
    {
      cause: error,
    },
  );
}

function explainRefusal(error: unknown): unknown {
  const { code = '', message } = error as { code?: string; message: string };
  if (!DATA_EXCEPTION.test(code)) return error;
  return new LoadRefused(
    `The database refused a part of the file: ${message} The workspace stays closed until the same import has gone to its end.`,
    { cause: error },
  );
}

import type { StoredEvent } from './event-store.js';

/** The head of a row of the log, as a reader of rows finds it. */
export interface EventRowFields {
  readonly seq: bigint;
  readonly stream: string;
  readonly version: number;
  /** The UUID with or without its hyphens. */
  readonly eventId: string;
  readonly type: string;
  readonly schemaVersion: number;
  /** Since 1970-01-01 UTC. */
  readonly recordedAtMs: number;
  readonly occurredAt: string | null;
  readonly actor: string;
  readonly causationId: string | null;
  readonly correlationId: string | null;
}

const UUID_LENGTH = 36;

/**
 * An event as a replay gives it: `data`, `meta`, the date and the id are made when they are first asked for, for most who
 * read a log look at few of its events. All have the same shape, which keeps the engine's inline caches monomorphic.
 * Read its fields; a spread (`{ ...event }`) copies none of those four: use `plainEvent`.
 */
export class LoggedEvent implements StoredEvent {
  readonly seq: bigint;
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly schemaVersion: number;
  readonly occurredAt: string | null;
  readonly actor: string;
  readonly causationId: string | null;
  readonly correlationId: string | null;
  private readonly idText: string;
  private readonly recordedAtMs: number;
  private readData: unknown = undefined;
  private readMeta: Readonly<Record<string, unknown>> | undefined = undefined;

  constructor(
    readonly workspace: string,
    fields: EventRowFields,
    /** The JSON text as it is stored. */
    private dataText: string,
    private metaText: string,
  ) {
    this.seq = fields.seq;
    this.stream = fields.stream;
    this.version = fields.version;
    this.idText = fields.eventId;
    this.type = fields.type;
    this.schemaVersion = fields.schemaVersion;
    this.recordedAtMs = fields.recordedAtMs;
    this.occurredAt = fields.occurredAt;
    this.actor = fields.actor;
    this.causationId = fields.causationId;
    this.correlationId = fields.correlationId;
  }

  get eventId(): string {
    return this.idText.length === UUID_LENGTH ? this.idText : hyphenated(this.idText);
  }

  get recordedAt(): Date {
    return new Date(this.recordedAtMs);
  }

  get data(): unknown {
    if (this.readData === undefined) {
      this.readData = JSON.parse(this.dataText) as unknown;
      this.dataText = '';
    }
    return this.readData;
  }

  get meta(): Readonly<Record<string, unknown>> {
    if (this.readMeta === undefined) {
      this.readMeta = JSON.parse(this.metaText) as Record<string, unknown>;
      this.metaText = '';
    }
    return this.readMeta;
  }

  toJSON(): object {
    return { ...plainEvent(this), seq: this.seq.toString() };
  }
}

/** All fields of an event as an object of its own, whatever kind of event it is. */
export const plainEvent = (event: StoredEvent): StoredEvent => ({
  workspace: event.workspace,
  seq: event.seq,
  stream: event.stream,
  version: event.version,
  eventId: event.eventId,
  type: event.type,
  schemaVersion: event.schemaVersion,
  recordedAt: event.recordedAt,
  occurredAt: event.occurredAt,
  actor: event.actor,
  causationId: event.causationId,
  correlationId: event.correlationId,
  data: event.data,
  meta: event.meta,
});

const hyphenated = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;

import type { StoredEvent } from '#event-store';

/** An event of the log as it is handed out; `seq` is a decimal string, safe for any reader. */
export interface EventView {
  readonly seq: string;
  readonly eventId: string;
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly schemaVersion: number;
  readonly recordedAt: string;
  readonly occurredAt: string | null;
  readonly actor: string;
  readonly causationId: string | null;
  readonly correlationId: string | null;
  readonly data: unknown;
  readonly meta: unknown;
}

export function eventView({ workspace: _workspace, ...event }: StoredEvent): EventView {
  return { ...event, seq: event.seq.toString(), recordedAt: event.recordedAt.toISOString() };
}

import type { AppendRequest, ExpectedVersion, NewEvent, StoredEvent } from '../event-store.js';

let workspaces = 0;

/** A workspace that no other test of the file uses. */
export const newWorkspace = (): string => `workspace-${++workspaces}`;

export function newEvent(data: unknown = {}, event: Partial<NewEvent> = {}): NewEvent {
  return { type: 'NoteTaken', schemaVersion: 1, data, ...event };
}

/** `count` events numbered from 1. */
export const newEvents = (count: number): NewEvent[] =>
  Array.from({ length: count }, (_, i) => newEvent({ number: i + 1 }));

/** An append of one stream. */
export function appendTo(
  workspace: string,
  stream: string,
  expectedVersion: ExpectedVersion,
  events: readonly NewEvent[] = [newEvent()],
  rest: Partial<AppendRequest> = {},
): AppendRequest {
  return { workspace, actor: 'tester', streams: [{ stream, expectedVersion, events }], ...rest };
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

/** Subscribes and ends as soon as `count` events have come. */
export async function takeEvents(
  subscribe: (signal: AbortSignal) => AsyncIterable<StoredEvent[]>,
  count: number,
): Promise<StoredEvent[]> {
  const stop = new AbortController();
  const taken: StoredEvent[] = [];
  for await (const batch of subscribe(stop.signal)) {
    taken.push(...batch);
    if (taken.length >= count) stop.abort();
  }
  return taken;
}

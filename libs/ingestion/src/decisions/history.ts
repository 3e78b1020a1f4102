import { isErased, upcasterChains, type DecisionReverted } from '#domain';
import type { EventReader, StoredEvent } from '#event-store';

/** One stream of decisions, read whole. */
export interface History {
  readonly stream: string;
  /** Events in the stream: the expected version of the next append; 0 where there is none. */
  readonly version: number;
  /** All that is left of them, in order. */
  readonly events: readonly StoredEvent[];
  /** Those that were not undone: what was reverted counts as never made. */
  readonly standing: readonly StoredEvent[];
  readonly reverted: ReadonlySet<string>;
}

export const reportStream = (reportId: string): string => `report-${reportId}`;
export const claimStream = (claimId: string): string => `claim-${claimId}`;
export const entityStream = (entityId: string): string => `entity-${entityId}`;

export async function loadHistory(reader: EventReader, workspace: string, stream: string): Promise<History> {
  const events: StoredEvent[] = [];
  for await (const event of reader.readStream(workspace, stream)) events.push(event);
  return historyOf(stream, events);
}

/** @param stored all events of the stream, as the log has them */
function historyOf(stream: string, stored: readonly StoredEvent[]): History {
  const events = stored.filter(({ data }) => !isErased(data)).map((event) => upcasterChains.lift(event));
  const reverts = events.filter(({ type }) => type === 'DecisionReverted');
  const reverted = new Set(reverts.map(({ data }) => (data as DecisionReverted).decisionId));
  const standing = events.filter(
    ({ type, eventId }) => type !== 'DecisionReverted' && !reverted.has(eventId),
  );
  return { stream, version: stored.at(-1)?.version ?? 0, events, standing, reverted };
}

export const dataOf = <T>({ data }: StoredEvent): T => data as T;

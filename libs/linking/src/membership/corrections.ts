import { isErased, upcasterChains, type DecisionReverted, type ReportCorrected } from '#domain';
import type { EventReader, StoredEvent } from '#event-store';
import { undoneIn } from '#tracking';
import { isCorrectionUndone } from '../runner/decision-process.js';

/** A log as far as an event: what is decided on it does not depend on when it is read. */
export interface LogUntil {
  readonly reader: EventReader;
  readonly workspace: string;
  readonly until: bigint;
}

/** The report of which a decision corrects some of these fields, or whose correction it undoes; null for all others. */
export function correctedReport(
  event: Pick<StoredEvent, 'type' | 'data'>,
  fields: ReadonlySet<string>,
): string | null {
  if (isCorrectionUndone(event)) return (event.data as DecisionReverted).reportId;
  if (event.type !== 'ReportCorrected') return null;
  const { reportId, changes } = event.data as ReportCorrected;
  return changes.some(({ field }) => fields.has(field)) ? reportId : null;
}

/** The fields of a report that corrections in force give, with what they give. */
export async function correctedFields(log: LogUntil, reportId: string): Promise<Record<string, unknown>> {
  const events = await readUntil(log, `report-${reportId}`);
  const undone = undoneIn(events);
  const changes = events
    .filter(({ type, eventId }) => type === 'ReportCorrected' && !undone.has(eventId))
    .flatMap(({ data }) => (data as ReportCorrected).changes);
  return Object.fromEntries(changes.map(({ field, to }) => [field, to]));
}

/** A stream as it stood at the event; what was erased is left out. */
export async function readUntil(
  { reader, workspace, until }: LogUntil,
  stream: string,
): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const event of reader.readStream(workspace, stream)) {
    if (event.seq > until) break;
    if (!isErased(event.data)) events.push(upcasterChains.lift(event));
  }
  return events;
}

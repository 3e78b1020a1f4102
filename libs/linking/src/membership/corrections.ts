import {
  isErased,
  upcasterChains,
  type DecisionReverted,
  type ReportCorrected,
  type ReportSuperseded,
} from '#domain';
import type { EventReader, StoredEvent } from '#event-store';
import { undoneIn } from '#tracking';
import { isCorrectionUndone } from '../runner/decision-process.js';
import { reportsById, type ClaimReport, type MemoryOf } from './claim-reports.js';

/** A log as far as an event: what is decided on it does not depend on when it is read. */
export interface LogUntil {
  readonly reader: EventReader;
  readonly workspace: string;
  readonly until: bigint;
}

/** Why a report moves, in words. */
export const CORRECTED = 'a person corrected what the report says';

/** The report of the process that a decision corrects in some of these fields, or whose correction it undoes; null where none. */
export async function correctedReport(
  memory: MemoryOf,
  event: Pick<StoredEvent, 'type' | 'data'>,
  fields: ReadonlySet<string>,
): Promise<ClaimReport | null> {
  const reportId = correctedIn(event, fields);
  if (reportId === null) return null;
  return (await reportsById(memory, [reportId])).get(reportId) ?? null;
}

function correctedIn(event: Pick<StoredEvent, 'type' | 'data'>, fields: ReadonlySet<string>): string | null {
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

/** The reports that a later text of their article, or a later reading of one, took the place of. */
export const supersededIn = (events: readonly StoredEvent[]): ReadonlySet<string> =>
  new Set(
    events.flatMap(({ type, data }) =>
      type === 'ReportSuperseded' ? [(data as ReportSuperseded).reportId] : [],
    ),
  );

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

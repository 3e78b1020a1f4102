import type { Report } from '#domain';
import type { EventReader, StoredEvent } from '#event-store';
import { pinOf, type ClaimReport, type MemoryOf } from '../membership/claim-reports.js';
import {
  correctedFields,
  correctedReport,
  readUntil,
  supersededIn,
  type LogUntil,
} from '../membership/corrections.js';
import type { Decided } from '../runner/decision-process.js';
import { PropositionClaims } from './proposition-claims.js';
import { PROPOSITION_SUBJECT } from './proposition-of.js';

/**
 * Moves a statement or claim that a person corrected to the claim that it speaks of now, or back where the correction was undone.
 * Where a person said which claim it is of, that is left as it is, and the move is proposed.
 */
export async function moveCorrected(
  memory: MemoryOf,
  { reader, decidedBy }: { readonly reader: EventReader; readonly decidedBy: string },
  cause: StoredEvent,
): Promise<Decided[]> {
  const report = await correctedReport(memory, cause, PROPOSITION_SUBJECT);
  if (!report) return [];
  const log = { reader, workspace: memory.workspace, until: cause.seq };
  const corrected = await correctedEvent(log, report);
  if (!corrected) return [];
  const claims = await PropositionClaims.load(memory, decidedBy, [corrected], report.articleId);
  const pin = await pinOf(memory, report.reportId);
  const events = pin
    ? await claims.proposeAnew(corrected, pin.claimId, cause.seq)
    : await claims.decideAnew(corrected, cause.seq);
  await claims.save();
  return events.length > 0 ? [{ cause, events }] : [];
}

/** The report as its corrections leave it; null where it does not stand any more. */
async function correctedEvent(
  log: LogUntil,
  { reportId, articleId, eventId }: ClaimReport,
): Promise<StoredEvent | null> {
  const events = await readUntil(log, `article-${articleId}`);
  const event = events.find((one) => one.eventId === eventId);
  if (!event || supersededIn(events).has(reportId)) return null;
  return { ...event, data: { ...(event.data as Report), ...(await correctedFields(log, reportId)) } };
}

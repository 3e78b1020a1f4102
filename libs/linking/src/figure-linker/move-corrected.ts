import type { EventReader, StoredEvent } from '#event-store';
import type { FigureAnchor } from '#tracking';
import { livingClaims, pinOf, type ClaimReport, type MemoryOf } from '../membership/claim-reports.js';
import { CORRECTED, correctedReport } from '../membership/corrections.js';
import { proposed, unlinked, type ClaimEvent } from '../membership/link-events.js';
import type { Decided } from '../runner/decision-process.js';
import { deleteAnchors } from './anchor-store.js';
import { correctedReading, FIGURE_SUBJECT } from './corrected-reading.js';
import { anchorsOf, FigureClaims } from './figure-claims.js';
import type { PlaceFinder } from './place-finder.js';
import type { ArticleReading } from './read-articles.js';

export interface Corrections {
  readonly memory: MemoryOf;
  readonly reader: EventReader;
  readonly places: PlaceFinder;
  readonly decidedBy: string;
}

/**
 * Moves a report that a person corrected to the claim that it speaks of now, or back where the correction was undone. Where a person
 * said which claim it is of, that is left as it is, and the move is proposed.
 */
export async function moveCorrected(
  { memory, reader, places, decidedBy }: Corrections,
  cause: StoredEvent,
): Promise<Decided[]> {
  const report = await correctedReport(memory, cause, FIGURE_SUBJECT);
  if (!report) return [];
  const log = { reader, workspace: memory.workspace, until: cause.seq };
  const reading = await correctedReading(log, places, report);
  const anchor =
    reading && anchorsOf(memory.workspace, reading).find((one) => one.reportId === report.reportId)?.anchor;
  if (!anchor || anchor.key === report.anchorId) return [];
  const corrected = { ...reading, cause };
  const pin = await pinOf(memory, report.reportId);
  const events = pin
    ? await propose({ memory, decidedBy }, corrected, report, pin.claimId)
    : await move({ memory, decidedBy }, corrected, report, anchor);
  return events.length > 0 ? [{ cause, events }] : [];
}

type Deciding = Pick<Corrections, 'memory' | 'decidedBy'>;

const reasons = [CORRECTED];

async function move(
  { memory, decidedBy }: Deciding,
  reading: ArticleReading,
  report: ClaimReport,
  { key }: FigureAnchor,
): Promise<ClaimEvent[]> {
  const from = (await livingClaims(memory, [report.claimId])).get(report.claimId) ?? report.claimId;
  await changeAnchor(memory, report, key);
  const claims = await FigureClaims.load(memory, decidedBy, [reading], {
    corrected: report.reportId,
  });
  const { events } = await claims.decide(reading);
  await claims.save();
  if (claims.claimOf(report.reportId) === from) return [...events];
  return [unlinked(from, report.reportId, { decidedBy, reasons }), ...events];
}

async function propose(
  { memory, decidedBy }: Deciding,
  reading: ArticleReading,
  { reportId }: ClaimReport,
  pinnedTo: string | null,
): Promise<ClaimEvent[]> {
  const claims = await FigureClaims.load(memory, decidedBy, [reading], { corrected: reportId });
  const fitting = claims.fittingClaim(reading, reportId);
  if (!fitting || fitting.claimId === pinnedTo) return [];
  return [proposed(fitting.claimId, reportId, { decidedBy, score: fitting.score, reasons })];
}

/** Compares the report by another anchor from now on; one that no report is left of is forgotten. */
async function changeAnchor(
  memory: MemoryOf,
  { reportId, anchorId }: ClaimReport,
  to: string,
): Promise<void> {
  const { client, process, workspace } = memory;
  await client.query(
    'UPDATE linking.claim_report SET anchor_id = $4 WHERE process = $1 AND workspace = $2 AND report_id = $3',
    [process, workspace, reportId, to],
  );
  const { rowCount } = await client.query(
    'SELECT FROM linking.claim_report WHERE process = $1 AND workspace = $2 AND anchor_id = $3 LIMIT 1',
    [process, workspace, anchorId],
  );
  if (rowCount === 0) await deleteAnchors(memory, [anchorId]);
}

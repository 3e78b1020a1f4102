import type { AttributionLink, ReportKind } from '#domain';
import {
  sourceBehind,
  type DecisionType,
  type LedgerDecision,
  type Retirement,
  type TrackedReport,
  type TrackedSource,
} from '#tracking';
import { sourceId } from '../reports/report-row.js';
import type { Row } from '../view-table.js';

/** A row of `tracked_report`, as its fold or the database gives it, as what a ledger holds. */
export function trackedReportOf(row: Row): TrackedReport {
  const workspace = row['workspace'] as string;
  const attribution = row['attribution'] as readonly AttributionLink[];
  const isFigure = row['kind'] === 'figure';
  return {
    reportId: row['report_id'] as string,
    kind: row['kind'] as ReportKind,
    articleId: row['article_id'] as string,
    revision: row['revision'] as number,
    seq: Number(row['seq']),
    recordedAt: timeOf(row['recorded_at']),
    assertedAt: row['asserted'] as string | null,
    publishedAt: row['published'] as string | null,
    position: row['position'] as number,
    rule: row['rule'] as string,
    outlet: row['outlet'] as string | null,
    attributed: originIn(workspace, attribution),
    publisher: publisherIn(workspace, attribution),
    figure: isFigure ? (row['facts'] as TrackedReport['figure']) : null,
    proposition: isFigure ? null : (row['facts'] as TrackedReport['proposition']),
    retirements: row['retirements'] as readonly Retirement[],
  };
}

/** Whom a report goes back to: the last one quoted, or the body he speaks for; null in the reporter's own voice. */
export function originIn(workspace: string, attribution: readonly AttributionLink[]): TrackedSource | null {
  const last = attribution.findLast(({ kind }) => kind !== 'publisher');
  if (!last) return null;
  const source = sourceBehind(last);
  return { entityId: sourceId(workspace, source), ...source };
}

function publisherIn(workspace: string, attribution: readonly AttributionLink[]): TrackedSource | null {
  const link = attribution.find(({ kind }) => kind === 'publisher');
  return link ? { entityId: sourceId(workspace, link), name: link.name, kind: link.kind } : null;
}

/** A row of `claim_decision` as what a ledger holds. */
export const decisionOf = (row: Row): LedgerDecision =>
  ({
    type: row['type'] as DecisionType,
    eventId: row['event_id'] as string,
    seq: Number(row['seq']),
    recordedAt: timeOf(row['recorded_at']),
    actor: row['actor'] as string,
    data: row['data'],
  }) as LedgerDecision;

/** Events bring a Date, rows that were stored a text. */
const timeOf = (time: unknown): string => new Date(time as string | Date).toISOString();

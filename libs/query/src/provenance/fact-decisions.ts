import type { ChangedField, ReportCorrected } from '#domain';
import { claimDecisionTable, liveTable, type Row } from '#projections';
import { undoneIn } from '#tracking';
import { reasonsOf } from '../claim-timeline/claim-decisions.js';
import type { ViewsReader } from '../views-reader.js';

/** What somebody decided about one report itself: corrected, retracted, confirmed, remarked on, or undid of that. */
export interface FactDecision {
  readonly eventId: string;
  readonly seq: string;
  readonly type: string;
  readonly actor: string;
  readonly recordedAt: string;
  readonly reasons: readonly string[];
  /** Of a correction: each field with its old and its new value. */
  readonly fields: readonly ChangedField[];
  /** Whether it was undone by then. */
  readonly undone: boolean;
}

const ON_REPORTS = `decision.type IN ('ReportCorrected', 'ReportRetracted', 'ReportConfirmed', 'FieldCommented')`;

/** In the order of the log, by the record's clock. */
export async function factDecisions(
  views: ViewsReader,
  workspace: string,
  factId: string,
  recordedSeq: number | null,
): Promise<FactDecision[]> {
  const table = liveTable(claimDecisionTable);
  const rows = await views.select<Row>(
    `SELECT decision.event_id, decision.seq::text AS seq, decision.type, decision.actor, decision.recorded_at, decision.data
     FROM ${table} decision
     WHERE decision.workspace = $1 AND decision.report_id = $2 AND ($3::bigint IS NULL OR decision.seq <= $3)
       AND (${ON_REPORTS} OR decision.type = 'DecisionReverted' AND decision.claim_id IS NULL)
     ORDER BY decision.seq`,
    [workspace, factId, recordedSeq],
  );
  const undone = undoneIn(
    rows.map((row) => ({
      eventId: row['event_id'] as string,
      type: row['type'] as string,
      data: row['data'],
    })),
  );
  return rows.map((row) => ({
    eventId: row['event_id'] as string,
    seq: row['seq'] as string,
    type: row['type'] as string,
    actor: row['actor'] as string,
    recordedAt: new Date(row['recorded_at'] as string | Date).toISOString(),
    reasons: reasonsOf(row['data']),
    fields: row['type'] === 'ReportCorrected' ? (row['data'] as ReportCorrected).changes : [],
    undone: undone.has(row['event_id'] as string),
  }));
}

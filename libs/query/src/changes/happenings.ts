import { claimDecisionTable, liveTable, trackedReportTable, type ClaimFamily, type Row } from '#projections';
import type { ViewsReader } from '../views-reader.js';

/** Something in the log that may concern claims: a decision, or what took reports of an article out of its current text. */
export interface Happening {
  readonly seq: number;
  /** Null for what took reports out: the log tells. */
  readonly decision: Row | null;
  readonly articleId: string | null;
}

/** A part of the log: from one event to another, both included. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const HAPPENINGS = `
  SELECT * FROM (
    SELECT decision.seq, to_json(decision) AS decision, decision.article_id
    FROM ${liveTable(claimDecisionTable)} decision
    WHERE decision.workspace = $1 AND decision.seq >= $2 AND decision.seq <= $3 AND decision.part = 0
    ORDER BY decision.seq LIMIT $4
  ) AS decided
  UNION ALL SELECT * FROM (
    SELECT retired_seq, NULL::json, article_id FROM ${liveTable(trackedReportTable)}
    WHERE workspace = $1 AND retired_seq >= $2 AND retired_seq <= $3
    GROUP BY retired_seq, article_id ORDER BY retired_seq LIMIT $4
  ) AS retired
  ORDER BY seq LIMIT $4`;

/** What happened in the workspace, in the order of the log. */
export async function readHappenings(
  views: ViewsReader,
  workspace: string,
  { from, to }: Stretch,
  limit: number,
): Promise<Happening[]> {
  const rows = await views.select<{ seq: bigint; decision: Row | null; article_id: string | null }>(
    HAPPENINGS,
    [workspace, from, to, limit],
  );
  return rows.map(({ seq, decision, article_id }) => ({
    seq: Number(seq),
    decision,
    articleId: article_id,
  }));
}

/** What happened to the claims of a family and around them, in the order of the log. */
export function happeningsAround({ decisions, reports }: ClaimFamily, { from, to }: Stretch): Happening[] {
  const found = new Map<number, Happening>();
  for (const row of reports)
    if (row['retired_seq'] !== null) {
      const seq = Number(row['retired_seq']);
      found.set(seq, { seq, decision: null, articleId: row['article_id'] as string });
    }
  for (const row of decisions)
    if (row['part'] === 0) {
      const seq = Number(row['seq']);
      found.set(seq, { seq, decision: row, articleId: row['article_id'] as string | null });
    }
  return [...found.values()].filter(({ seq }) => seq >= from && seq <= to).sort((a, b) => a.seq - b.seq);
}

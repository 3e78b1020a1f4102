import type { PoolClient } from 'pg';
import type { StoredEvent } from '#event-store';
import type { ArticleRevised, ArticleWithdrawn } from '#domain';
import { versionedTable, type Row, type ViewTable } from '../view-table.js';

/** An article was revised or withdrawn at `seq`: its reports recorded before no longer stand. */
interface Retirement {
  readonly workspace: string;
  readonly article_id: string;
  readonly seq: bigint;
  readonly column: 'superseded_seq' | 'withdrawn_seq';
}

export function retirementOf(event: StoredEvent): Retirement | null {
  const { workspace, seq } = event;
  switch (event.type) {
    case 'ArticleRevised':
      return {
        workspace,
        seq,
        article_id: (event.data as ArticleRevised).articleId,
        column: 'superseded_seq',
      };
    case 'ArticleWithdrawn':
      return {
        workspace,
        seq,
        article_id: (event.data as ArticleWithdrawn).articleId,
        column: 'withdrawn_seq',
      };
    default:
      return null;
  }
}

/**
 * Marks the rows that the batch's revisions and withdrawals retire, those of the batch itself among them.
 * The first retirement after a report counts, so batches cut differently give the same rows.
 */
export async function retireReports(
  client: PoolClient,
  table: ViewTable,
  version: number,
  batch: readonly StoredEvent[],
): Promise<void> {
  const retirements = batch.map(retirementOf).filter((retirement) => retirement !== null);
  for (const column of ['superseded_seq', 'withdrawn_seq'] as const) {
    const rows: Row[] = retirements
      .filter((retirement) => retirement.column === column)
      .map(({ workspace, article_id, seq }) => ({ workspace, article_id, seq: seq.toString() }));
    if (rows.length === 0) continue;
    await client.query(
      `UPDATE ${versionedTable(table, version)} AS report SET ${column} = first.seq
       FROM (SELECT held.workspace, held.report_id, min(mark.seq) AS seq
             FROM json_to_recordset($1::json) AS mark(workspace text, article_id uuid, seq bigint)
             JOIN ${versionedTable(table, version)} held
               ON held.workspace = mark.workspace AND held.article_id = mark.article_id AND held.seq < mark.seq
             WHERE held.${column} IS NULL
             GROUP BY held.workspace, held.report_id) AS first
       WHERE report.workspace = first.workspace AND report.report_id = first.report_id`,
      [JSON.stringify(rows)],
    );
  }
}

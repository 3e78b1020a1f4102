import type { ArticleRevised, ArticleWithdrawn, EventType, ReportSuperseded } from '#domain';
import type { StoredEvent } from '#event-store';
import type { Retirement } from '../writing/view-writer.js';

/** The types that take reports out of the current record. */
export const RETIRING_TYPES: readonly EventType[] = [
  'ArticleRevised',
  'ArticleWithdrawn',
  'ReportSuperseded',
];

/** What the batch's revisions, withdrawals and later readings retire, reports of the batch itself among it. */
export const retirementsOf = (batch: readonly StoredEvent[]): Retirement[] =>
  batch.map(retirementOf).filter((retirement) => retirement !== null);

function retirementOf({ workspace, seq, type, data }: StoredEvent): Retirement | null {
  const ofArticle = (article_id: string, mark: Retirement['mark']): Retirement => ({
    workspace,
    seq,
    article_id,
    report_id: null,
    mark,
  });
  switch (type) {
    case 'ArticleRevised': {
      const { articleId, keepsReports } = data as ArticleRevised;
      return keepsReports ? null : ofArticle(articleId, 'superseded_seq');
    }
    case 'ArticleWithdrawn':
      return ofArticle((data as ArticleWithdrawn).articleId, 'withdrawn_seq');
    case 'ReportSuperseded': {
      const { articleId, reportId } = data as ReportSuperseded;
      return { workspace, seq, article_id: articleId, report_id: reportId, mark: 'superseded_seq' };
    }
    default:
      return null;
  }
}

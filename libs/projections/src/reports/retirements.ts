import type { ArticleRevised, ArticleWithdrawn, EventType } from '#domain';
import type { StoredEvent } from '#event-store';
import type { Retirement } from '../writing/view-writer.js';

/** The types that take reports out of the current record. */
export const RETIRING_TYPES: readonly EventType[] = ['ArticleRevised', 'ArticleWithdrawn'];

/** What the batch's revisions and withdrawals retire, reports of the batch itself among it. */
export const retirementsOf = (batch: readonly StoredEvent[]): Retirement[] =>
  batch.map(retirementOf).filter((retirement) => retirement !== null);

function retirementOf({ workspace, seq, type, data }: StoredEvent): Retirement | null {
  switch (type) {
    case 'ArticleRevised':
      return { workspace, seq, article_id: (data as ArticleRevised).articleId, mark: 'superseded_seq' };
    case 'ArticleWithdrawn':
      return { workspace, seq, article_id: (data as ArticleWithdrawn).articleId, mark: 'withdrawn_seq' };
    default:
      return null;
  }
}

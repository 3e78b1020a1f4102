import type { ArticleClustered, ArticleUnclustered, DecisionReverted } from '#domain';
import type { StoredEvent } from '#event-store';
import type { Row } from '../view-table.js';

/** What is decided by the process, not by people. */
const BY_PROCESS = /^wire-clusters\//;
const ARTICLE_STREAM = /^article-(.{36})$/;

/** A decision that is undone names no article; it stands in the article's stream. Null for decisions about anything else. */
export function clusteredArticle({ stream, type, data }: StoredEvent): string | null {
  if (type !== 'DecisionReverted') return (data as ArticleClustered).articleId;
  const { decisionType } = data as DecisionReverted;
  if (decisionType !== 'ArticleClustered' && decisionType !== 'ArticleUnclustered') return null;
  return ARTICLE_STREAM.exec(stream)?.[1] ?? null;
}

/** Where an article stands behind an event, `open` being where it stood before: null for nowhere; `open` itself where nothing changed. */
export function standingAfter(event: StoredEvent, articleId: string, open: Row | null): Row | null {
  switch (event.type) {
    case 'ArticleClustered': {
      // The process may have decided before it saw that people keep the article apart.
      if (open?.['apart_by']) return open;
      const { clusterId, role, similarity, method } = event.data as ArticleClustered;
      return rowOf(event, articleId, { cluster_id: clusterId, role, similarity, method });
    }
    case 'ArticleUnclustered': {
      if (!BY_PROCESS.test((event.data as ArticleUnclustered).decidedBy)) return apart(event, articleId);
      return open?.['apart_by'] ? open : null;
    }
    default: {
      const { decisionType, decisionId } = event.data as DecisionReverted;
      if (decisionType === 'ArticleClustered') return apart(event, articleId);
      return open?.['apart_by'] === decisionId ? null : open;
    }
  }
}

const apart = (event: StoredEvent, articleId: string): Row =>
  rowOf(event, articleId, { apart_by: event.eventId });

const rowOf = ({ workspace, seq, eventId, recordedAt }: StoredEvent, articleId: string, own: Row): Row => ({
  workspace,
  article_id: articleId,
  seq,
  event_id: eventId,
  recorded_at: recordedAt,
  until_seq: null,
  cluster_id: null,
  role: null,
  similarity: null,
  method: null,
  apart_by: null,
  ...own,
});

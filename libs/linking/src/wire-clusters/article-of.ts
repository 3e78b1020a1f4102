import type { ErasureRecorded } from '#domain';
import type { StoredEvent } from '#event-store';

const ARTICLE_STREAM = /^article-(.{36})$/;

/** The article an event speaks of. A decision that is undone names none; that stands in the article's stream. */
export const articleOf = ({ stream, type, data }: StoredEvent): string | null =>
  type === 'DecisionReverted'
    ? (ARTICLE_STREAM.exec(stream)?.[1] ?? null)
    : (data as Pick<ErasureRecorded, 'articleId'>).articleId;

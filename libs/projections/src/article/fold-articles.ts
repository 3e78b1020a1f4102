import type {
  ArticleIngested,
  ArticleMetadata,
  ArticleMetadataChanged,
  ArticleRevised,
  ArticleWithdrawn,
  ErasureRecorded,
  ExtractionCompleted,
} from '#domain';
import type { StoredEvent } from '#event-store';
import type { Row } from '../view-table.js';

/** An article's row as the fold carries it, by workspace and id. */
export type ArticleRows = Map<string, Row>;

export const articleRowKey = (workspace: string, articleId: string): string => `${workspace}/${articleId}`;

/** Changes `rows` by one event and gives the row; rows of articles that the batch does not begin must be there already. */
export function foldArticle(rows: ArticleRows, event: StoredEvent): Row | null {
  switch (event.type) {
    case 'ArticleIngested':
      return begin(rows, event, event.data as ArticleIngested);
    case 'ArticleRevised':
      return change(
        rows,
        event,
        (event.data as ArticleRevised).articleId,
        textFields(event, event.data as ArticleRevised),
      );
    case 'ArticleMetadataChanged': {
      const changed = event.data as ArticleMetadataChanged;
      return change(rows, event, changed.articleId, metadataFields(changed));
    }
    case 'ArticleWithdrawn': {
      const { articleId, reason } = event.data as ArticleWithdrawn;
      return change(rows, event, articleId, { withdrawn_reason: reason });
    }
    case 'ExtractionCompleted':
      return complete(rows, event, event.data as ExtractionCompleted);
    default:
      return null;
  }
}

/** What an article's row says, from the event that changed it on. */
export function articleHistoryRow({ last_seq, last_recorded_at, source_key: _key, ...known }: Row): Row {
  return { ...known, seq: last_seq, recorded_at: last_recorded_at };
}

/** The text that an event brings, if it is one that does. */
export function articleTextRow(event: StoredEvent): Row | null {
  if (event.type !== 'ArticleIngested' && event.type !== 'ArticleRevised') return null;
  const { articleId, revision, text, textSha256 } = event.data as ArticleIngested | ArticleRevised;
  return {
    workspace: event.workspace,
    article_id: articleId,
    revision,
    text,
    text_sha256: textSha256,
    seq: event.seq,
    recorded_at: event.recordedAt,
  };
}

/** What stays of an article that an event erased. */
export function erasedArticleRow({ type, data, workspace, seq, recordedAt }: StoredEvent): Row | null {
  if (type !== 'ErasureRecorded') return null;
  const { articleId, subject, legalBasis } = data as ErasureRecorded;
  return {
    workspace,
    article_id: articleId,
    subject,
    legal_basis: legalBasis,
    seq,
    recorded_at: recordedAt,
  };
}

function begin(rows: ArticleRows, event: StoredEvent, article: ArticleIngested): Row {
  const row = {
    workspace: event.workspace,
    article_id: article.articleId,
    source_key: article.sourceKey,
    ...textFields(event, article),
    extractor: null,
    extractor_version: null,
    figures: 0,
    statements: 0,
    claims: 0,
    not_extracted: null,
    first_seq: event.seq,
    first_recorded_at: event.recordedAt,
    last_seq: event.seq,
    last_recorded_at: event.recordedAt,
  };
  rows.set(articleRowKey(event.workspace, article.articleId), row);
  return row;
}

function change(rows: ArticleRows, event: StoredEvent, articleId: string, fields: Row): Row {
  const key = articleRowKey(event.workspace, articleId);
  const row = rows.get(key);
  if (!row) throw new Error(`Event ${event.seq} changes article ${articleId}, which the log never began.`);
  const changed = { ...row, ...fields, last_seq: event.seq, last_recorded_at: event.recordedAt };
  rows.set(key, changed);
  return changed;
}

/** The language that the words bear out stands before the declared one. */
function complete(rows: ArticleRows, event: StoredEvent, completed: ExtractionCompleted): Row {
  const { articleId, extractor, extractorVersion, figures, statements, claims } = completed;
  const { language, notExtracted } = completed;
  const found = { extractor, extractor_version: extractorVersion, figures, statements, claims };
  return change(rows, event, articleId, {
    ...found,
    not_extracted: notExtracted,
    ...(language !== null && { language }),
  });
}

/** A new text replaces what was known, a withdrawal of the text before among it. */
const textFields = ({ occurredAt }: StoredEvent, article: ArticleIngested | ArticleRevised): Row => ({
  revision: article.revision,
  asserted: occurredAt,
  ...metadataFields(article),
  text_sha256: article.textSha256,
  withdrawn_reason: null,
});

const metadataFields = (article: ArticleMetadata): Row => ({
  url: article.url,
  outlet: article.outlet,
  title: article.title,
  byline: article.byline,
  language: article.language,
  published_at: article.publishedAt,
});

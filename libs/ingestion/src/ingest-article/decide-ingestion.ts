import { buildEvent, type ClaimtrailEvent } from '#domain';
import type { Extraction } from '#extraction';
import type { ArticleState } from '../article/article-stream.js';
import type { ArticleSubmission } from './article-submission.js';
import { reportEvents } from './report-events.js';

/** A submission with what was found out about it: everything a decision needs, so that deciding reads nothing. */
export interface ReadSubmission {
  readonly articleId: string;
  readonly sourceKey: string;
  readonly textSha256: string;
  readonly submission: ArticleSubmission;
  readonly extraction: Extraction;
}

export type IngestionOutcome = 'ingested' | 'revised' | 'duplicate';

export interface IngestionDecision {
  readonly outcome: IngestionOutcome;
  readonly revision: number;
  readonly events: readonly ClaimtrailEvent[];
}

/** New article: ingested. Known one with the text it already has: duplicate, no events. With another text: a revision. */
export function decideIngestion(state: ArticleState, read: ReadSubmission): IngestionDecision {
  if (state.textSha256 === read.textSha256)
    return { outcome: 'duplicate', revision: state.revision, events: [] };
  const revision = state.revision + 1;
  const { articleId, extraction, submission } = read;
  const reports = reportEvents(
    { articleId, revision, outlet: submission.outlet ?? null, text: submission.text },
    extraction,
  );
  return {
    outcome: revision === 1 ? 'ingested' : 'revised',
    revision,
    events: [articleEvent(state, read, revision), ...reports, completed(read, revision)],
  };
}

function articleEvent(state: ArticleState, read: ReadSubmission, revision: number): ClaimtrailEvent {
  const { submission, extraction, articleId, textSha256, sourceKey } = read;
  const text = {
    articleId,
    revision,
    url: submission.url ?? null,
    outlet: submission.outlet ?? null,
    title: submission.title ?? null,
    byline: submission.byline ?? null,
    language: submission.language ?? null,
    publishedAt: submission.publishedAt ?? extraction.publishedOn,
    text: submission.text,
    textSha256,
  };
  return state.textSha256 === null
    ? buildEvent('ArticleIngested', { ...text, sourceKey })
    : buildEvent('ArticleRevised', { ...text, previousTextSha256: state.textSha256 });
}

function completed({ articleId, extraction }: ReadSubmission, revision: number): ClaimtrailEvent {
  return buildEvent('ExtractionCompleted', {
    articleId,
    revision,
    extractor: extraction.extractor,
    extractorVersion: extraction.extractorVersion,
    figures: extraction.figures.length,
    statements: extraction.statements.length,
    claims: extraction.claims.length,
  });
}

import { buildEvent, type ClaimtrailEvent } from '#domain';
import type { ArticleReading } from '#reading';
import { eachReportEvent, type ReadArticle } from './report-events.js';

/** All that one reading of an article puts on the record: its reports, what was refused, and its end. */
export function* readingEvents(article: ReadArticle, reading: ArticleReading): Iterable<ClaimtrailEvent> {
  yield* eachReportEvent(article, reading.extraction);
  yield* refusalEvents(article, reading);
  yield completionEvent(article, reading);
}

export function refusalEvents(
  { articleId, revision }: ReadArticle,
  { extraction, refused = [] }: ArticleReading,
): ClaimtrailEvent[] {
  const { extractor, extractorVersion } = extraction;
  return refused.map((refusal) =>
    buildEvent('ProposalRefused', { articleId, revision, extractor, extractorVersion, ...refusal }),
  );
}

export function completionEvent(
  { articleId, revision }: ReadArticle,
  { language, notExtracted, extraction }: ArticleReading,
): ClaimtrailEvent {
  return buildEvent('ExtractionCompleted', {
    articleId,
    revision,
    extractor: extraction.extractor,
    extractorVersion: extraction.extractorVersion,
    figures: extraction.figures.length,
    statements: extraction.statements.length,
    claims: extraction.claims.length,
    language,
    notExtracted,
  });
}

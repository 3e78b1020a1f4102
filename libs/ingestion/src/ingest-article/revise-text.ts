import { buildEvent, type ClaimtrailEvent, type ReportChange } from '#domain';
import type { ArticleReading } from '#reading';
import { compareRevisions, type ReadRevision, type RevisionComparison } from '#tracking';
import type { ArticleState } from '../article/article-stream.js';
import type { ReadReport } from '../reextract-article/compare-reports.js';
import type { ArticleSubmission } from './article-submission.js';
import { changedMetadata, mustBeReadAnew } from './changed-metadata.js';
import { completionEvent, refusalEvents } from './reading-events.js';
import type { ReadArticle } from './report-events.js';

/** The text that stands and a new one, both read by the same reader. */
export interface ReadAgain {
  readonly before: ReadRevision;
  /** Ids of the reports that stand. This reader may find more in the old text; those are no news of the new one. */
  readonly standing: ReadonlySet<string>;
  /** Of the new text. */
  readonly reports: readonly ReadReport[];
  /** Somebody wants it on record with the headline that was put first by now: then its reports are new, whatever was edited. */
  readonly wanted: boolean;
  /** What of the new text is compared with the one before: a headline that was put first meanwhile is no edit. */
  readonly compared: { readonly text: string; readonly reports: readonly ReadReport[] };
}

export function compareWithStanding(
  { metadata }: ArticleState,
  { title }: ArticleSubmission,
  { before, standing, compared }: ReadAgain,
): RevisionComparison {
  const comparison = compareRevisions(before, { title: title ?? metadata.title, ...compared });
  return { ...comparison, changes: comparison.changes.flatMap((change) => ofStanding(change, standing)) };
}

function ofStanding(change: ReportChange, standing: ReadonlySet<string>): ReportChange[] {
  const { previousReportId } = change;
  if (previousReportId === null || standing.has(previousReportId)) return [change];
  return change.change === 'disappeared' ? [] : [{ ...change, previousReportId: null }];
}

/** Nothing that reports was edited, and nothing else is known now that they would be read with: they go on standing. */
export const isTrivial = (
  { withdrawn, metadata }: ArticleState,
  submission: ArticleSubmission,
  { extent }: RevisionComparison,
): boolean => extent === 'trivial' && !withdrawn && !mustBeReadAnew(changedMetadata(metadata, submission));

/** All that a new text puts on the record behind its `ArticleRevised`. */
export function revisionEvents(
  article: ReadArticle,
  reading: ArticleReading,
  reports: readonly ReadReport[],
  comparison: RevisionComparison,
): ClaimtrailEvent[] {
  const compared = comparisonEvent(article, comparison);
  return [...reports, ...refusalEvents(article, reading), compared, completionEvent(article, reading)];
}

export const comparisonEvent = (
  { articleId, revision }: Pick<ReadArticle, 'articleId' | 'revision'>,
  comparison: RevisionComparison,
): ClaimtrailEvent => buildEvent('ArticleRevisionCompared', { articleId, revision, ...comparison });

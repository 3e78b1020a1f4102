import { buildEvent, type ClaimtrailEvent } from '#domain';
import type { ArticleReading } from '#reading';
import { completionEvent, refusalEvents } from '../ingest-article/reading-events.js';
import { reportEvents, type ReadArticle } from '../ingest-article/report-events.js';
import { compareReports, isReport, type ReadingDifference, type ReadReport } from './compare-reports.js';
import type { StandingReading } from './standing-reading.js';

export interface ReextractionDecision {
  readonly difference: ReadingDifference;
  /** Empty where the later reading says nothing new. */
  readonly events: readonly ClaimtrailEvent[];
}

/**
 * Puts a later reading of a text beside the one that stands: what it reads alike is kept as it is, with its id; what it reads
 * otherwise or not at all is superseded; what is new is reported.
 */
export function decideReextraction(
  article: ReadArticle,
  standing: StandingReading,
  reading: ArticleReading,
): ReextractionDecision {
  const again = { ...article, reading: standing.readings + 1 };
  const fresh = reportEvents(again, reading.extraction).filter(isReport);
  const difference = compareReports(standing.reports, fresh);
  const { changed, added, removed } = difference;
  if (changed.length + added.length + removed.length === 0) return { difference, events: [] };
  const superseded = [
    ...changed.map(({ before, after, fields }) => supersede(article, reading, before, after, fields)),
    ...removed.map((report) => supersede(article, reading, report, null, [])),
  ];
  const appended = new Set([...added, ...changed.map(({ after }) => after)]);
  const reports = fresh
    .filter((report) => appended.has(report))
    .map((report) => answering(report, difference));
  return {
    difference,
    events: [
      ...superseded,
      ...reports,
      ...refusalEvents(article, reading),
      completionEvent(article, reading),
    ],
  };
}

function supersede(
  { articleId, revision }: ReadArticle,
  { extraction: { extractor, extractorVersion } }: ArticleReading,
  { data: { reportId } }: ReadReport,
  after: ReadReport | null,
  changed: readonly string[],
): ClaimtrailEvent {
  return buildEvent('ReportSuperseded', {
    reportId,
    articleId,
    revision,
    supersededBy: after?.data.reportId ?? null,
    changed: [...changed],
    extractor,
    extractorVersion,
  });
}

/** What a new denial answers may be a report that is kept: that one has its old id. */
function answering(report: ReadReport, { kept }: ReadingDifference): ClaimtrailEvent {
  if (report.type !== 'ClaimRecorded') return report;
  const { answers, ...claim } = report.data;
  const answered = kept.find(({ after }) => after.data.reportId === answers);
  return buildEvent('ClaimRecorded', { ...claim, answers: answered?.before.data.reportId ?? answers });
}

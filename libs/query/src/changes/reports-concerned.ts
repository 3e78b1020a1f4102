import type { ArticleRevisionCompared } from '#domain';
import type { Happening } from './happenings.js';

/** A report of an article: the event that brought it, and the one that took it out of the current text. */
export interface ArticleReport {
  readonly reportId: string;
  readonly seq: number;
  readonly retiredSeq: number | null;
}

/** The reports that something happened to: where it names no claim, it concerns the claims of these. */
export function reportsConcerned(
  { seq, decision, articleId }: Happening,
  ofArticles: ReadonlyMap<string, readonly ArticleReport[]>,
): string[] {
  const ofArticle = ofArticles.get(articleId ?? '') ?? [];
  if (!decision) return idsOf(ofArticle.filter(({ retiredSeq }) => retiredSeq === seq));
  if (decision['type'] === 'ArticleRevisionCompared')
    return (decision['data'] as ArticleRevisionCompared).changes.flatMap(({ reportId, previousReportId }) =>
      [reportId, previousReportId].filter((id) => id !== null),
    );
  // Whose origin is told otherwise where the article is taken for another's text.
  if (decision['cluster_id'] !== null) return idsOf(ofArticle.filter((report) => report.seq <= seq));
  return decision['report_id'] === null ? [] : [decision['report_id'] as string];
}

const idsOf = (reports: readonly ArticleReport[]): string[] => reports.map(({ reportId }) => reportId);

import type { ArticleRevisionCompared } from '#domain';
import type { AsOf } from '#tracking';
import type { FoldedClaim } from '../claim-ledgers/fold-claims.js';
import type { ClaimRevision } from './claim-timeline.js';

/** Later texts of articles that gave reports that are shown otherwise, no longer, or for the first time. */
export function claimRevisions(
  { family }: FoldedClaim,
  { recordedSeq }: AsOf,
  reports: ReadonlySet<string>,
): ClaimRevision[] {
  const isOurs = (id: string | null): boolean => id !== null && reports.has(id);
  const compared = family.decisions.filter(
    (row) => row['type'] === 'ArticleRevisionCompared' && Number(row['seq']) <= (recordedSeq ?? Infinity),
  );
  const rows = new Map(compared.map((row) => [row['event_id'], row]));
  return [...rows.values()]
    .sort((a, b) => Number(a['seq']) - Number(b['seq']))
    .flatMap((row) => {
      const { articleId, revision, stealth, changes } = row['data'] as ArticleRevisionCompared;
      return changes
        .filter(({ reportId, previousReportId }) => isOurs(reportId) || isOurs(previousReportId))
        .map(({ change, reportId, previousReportId, fields }) => ({
          articleId,
          revision,
          seq: String(row['seq']),
          recordedAt: new Date(row['recorded_at'] as string | Date).toISOString(),
          stealth,
          change,
          reportId,
          previousReportId,
          fields,
        }));
    });
}

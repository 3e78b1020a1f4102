import { groupBy } from '../group-by.js';
import { saysTheSame } from './edits.js';
import { inOrderOfAssertion, type FoldedReport } from './folded-report.js';
import type { LedgerDecision } from './ledger.js';
import { ofType } from './live-decisions.js';

/**
 * The reports of a claim with what a later text of an article only goes on saying put where the article first said it: an edit elsewhere in
 * the text makes it no news. What the comparison of the texts names as changed or new keeps the date of its own text.
 */
export function sinceFirstSaid(
  members: readonly FoldedReport[],
  live: readonly LedgerDecision[],
): readonly FoldedReport[] {
  const comparisons = ofType(live, 'ArticleRevisionCompared').map(({ data }) => data);
  if (comparisons.length === 0) return members;
  const compared = new Set(comparisons.map(({ articleId, revision }) => `${articleId} ${revision}`));
  const news = new Set(comparisons.flatMap(({ changes }) => changes.map(({ reportId }) => reportId)));
  const mayGoOn = ({ report: { articleId, revision, reportId } }: FoldedReport): boolean =>
    compared.has(`${articleId} ${revision}`) && !news.has(reportId);
  return [...groupBy(members, ({ report }) => report.articleId).values()]
    .flatMap((ofArticle) => datedByFirst(ofArticle, mayGoOn))
    .sort(inOrderOfAssertion);
}

/** Text by text, so that what three texts say has the date of the first. */
function datedByFirst(
  ofArticle: readonly FoldedReport[],
  mayGoOn: (one: FoldedReport) => boolean,
): FoldedReport[] {
  const dated: FoldedReport[] = [];
  for (const one of [...ofArticle].sort((a, b) => a.report.revision - b.report.revision)) {
    const before = mayGoOn(one)
      ? dated.findLast((old) => old.report.revision < one.report.revision && saysTheSame(old, one))
      : undefined;
    dated.push(before && before.at < one.at ? at(before, one) : one);
  }
  return dated;
}

const at = (before: FoldedReport, one: FoldedReport): FoldedReport => ({
  ...one,
  at: before.at,
  validDay: one.isDated ? one.validDay : before.validDay,
});

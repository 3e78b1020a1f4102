import type { ClaimChange } from '#query';

/** When, by whom, what, about which claim, and why, save what the words say already: "2026-03-10 09:12  ReportLinked  (ada)", below it the words. */
export function describeChange(change: ClaimChange): string {
  const { seq, type, claimId, articleId, entityId, actor, recordedAt, summary } = change;
  const about = claimId
    ? `claim ${claimId}`
    : (articleId && `article ${articleId}`) || (entityId && `entity ${entityId}`) || '';
  const why = type === 'ReportLinked' ? '' : reasonsOf(change).join('; ');
  const lines = [`${summary}${why && `: ${why}`}`, about].filter(Boolean).map((line) => `        ${line}`);
  return [
    `${seq.padStart(6)}  ${recordedAt.slice(0, 16).replace('T', ' ')}  ${type}  (${actor})`,
    ...lines,
  ].join('\n');
}

/** A comparison of texts tells what it found in its words; what a person gives as a reason is told whatever it says. */
const reasonsOf = ({ type, summary, reasons }: ClaimChange): readonly string[] =>
  type === 'ArticleRevisionCompared' ? reasons.filter((reason) => !summary.includes(reason)) : reasons;

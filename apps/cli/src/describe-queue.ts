import { claimInWords, type EntityMergeProposal, type QueueItem } from '#query';
import { describeCounts } from './describe-claim.js';
import { describeAnomaly, describeSettlement } from './describe-anomaly.js';

type Anomaly = QueueItem['anomalyDetails'][number];

/** A claim and what is to be looked at in it: each report with its id, outlet and day, and the command that decides. */
export function describeQueueItem(item: QueueItem): string {
  const { claim, conflicts, denials, anomalyDetails, proposals, request } = item;
  const wordsOf = describeReports(item);
  const lines = [
    `${claim.id}  ${claimInWords(claim)}  (${describeCounts(claim)})`,
    ...[...conflicts, ...denials].flatMap(({ reportId, againstReportId, reason }) => [
      `  ${wordsOf(reportId)}`,
      ...(againstReportId === null ? [] : [`  against ${wordsOf(againstReportId)}`]),
      `    ${reason}`,
    ]),
    ...anomalyDetails.flatMap((anomaly) => anomalyLines(claim.id, anomaly, wordsOf)),
    ...proposals.flatMap(({ reportId, score, reasons }) => [
      `  ${wordsOf(reportId)} may belong to it (${score.toFixed(2)}): ${reasons.join('; ')}`,
      `  npx claimtrail decide link ${claim.id} ${reportId} --reason WHY (or decline-link)`,
    ]),
    ...(request ? [`  ${request.actor} (${request.recordedAt.slice(0, 10)}): ${request.reason}`] : []),
  ];
  return lines.join('\n');
}

/** Two entities that may be one, with the commands that accept and decline it. */
export function describeMerger({
  entity,
  other,
  score,
  reasons,
  entityId,
  otherEntityId,
}: EntityMergeProposal): string {
  const lines = [
    `${entity.name ?? entity.id} may be ${other.name ?? other.id} (${score.toFixed(2)}): ${reasons.join('; ')}`,
    `  npx claimtrail decide merge-entities ${entity.id} ${other.id} --reason WHY`,
    `  npx claimtrail decide decline-merge ${entityId} ${otherEntityId} --reason WHY`,
  ];
  return lines.join('\n');
}

/** A report's id, its words, who published it and when. */
const describeReports =
  ({ reports }: QueueItem) =>
  (id: string): string => {
    const report = reports.find((one) => one.id === id);
    if (!report) return id;
    const { quote, article, assertedAt } = report;
    return `${id} "${quote.exact}" (${article.outlet ?? 'not named'}, ${assertedAt?.slice(0, 10) ?? 'no date'})`;
  };

function anomalyLines(claimId: string, found: Anomaly, wordsOf: (id: string) => string): string[] {
  const { reportId, againstReportId, anomaly, partReportIds, settled } = found;
  const parts = partReportIds.filter((id) => id !== reportId && id !== againstReportId);
  return [
    `  ${describeAnomaly(found)}`,
    `    ${wordsOf(reportId)}`,
    `    against ${wordsOf(againstReportId)}`,
    ...parts.map((id) => `    with ${wordsOf(id)}`),
    settled
      ? `    ${describeSettlement(settled)}`
      : `    npx claimtrail decide settle-anomaly ${claimId} ${reportId} ${againstReportId} --anomaly ${anomaly} --reason WHY`,
  ];
}

import type { Writable } from 'node:stream';
import { Gazetteer } from '#gazetteer';
import {
  FindEntityProposals,
  FindEntityProposalsHandler,
  FindQueue,
  FindQueueHandler,
  claimInWords,
  ViewsReader,
  type EntityMergeProposal,
  type Queue,
  type QueueItem,
} from '#query';
import { toAsOf, type AsOfOptions } from './as-of-options.js';
import { catchUpTracking } from './catch-up.js';
import { describeCounts } from './describe-claim.js';
import { everyPage } from './every-page.js';
import { withLog, type OpenLog } from './open-log.js';

const NOTHING: Readonly<Record<Queue, string>> = {
  conflicts: 'No reports contradict each other.',
  anomalies: 'No figures look odd.',
  proposals: 'No links or mergers are proposed.',
  review: 'Nobody waits for a review.',
};

/** `claimtrail conflicts`, `anomalies`, `proposals`, `reviews`: what is left to look at; with proposed links the proposed mergers. */
export async function showQueue(
  queue: Queue,
  options: AsOfOptions & { readonly json?: boolean },
  output: Writable,
): Promise<void> {
  await withLog(async (log) => {
    await catchUpTracking(log);
    let found = 0;
    for await (const item of itemsOf(log, queue, options)) {
      output.write(`${options.json ? JSON.stringify(item) : describe(item)}\n`);
      found++;
    }
    if (found === 0 && !options.json) output.write(`${NOTHING[queue]}\n`);
  });
}

async function* itemsOf(
  { store, database, config: { workspace } }: OpenLog,
  queue: Queue,
  options: AsOfOptions,
): AsyncGenerator<QueueItem | EntityMergeProposal> {
  const views = new ViewsReader(database.reader);
  const asOf = toAsOf(options);
  const claims = new FindQueueHandler(views, new Gazetteer(views), store);
  yield* everyPage((page) => claims.execute(new FindQueue({ workspace, queue, asOf, ...page })));
  // A proposal of a merger was made at a time, and speaks of no day.
  if (queue !== 'proposals' || asOf.assertedBy !== undefined || asOf.validOn !== undefined) return;
  const mergers = new FindEntityProposalsHandler(views, store);
  yield* everyPage((page) => mergers.execute(new FindEntityProposals({ workspace, asOf, ...page })));
}

const describe = (item: QueueItem | EntityMergeProposal): string =>
  'claim' in item ? describeItem(item).join('\n') : describeMerger(item);

function describeItem({ claim, conflicts, denials, proposals, request, reports }: QueueItem): string[] {
  const wordsOf = (id: string): string => {
    const report = reports.find((one) => one.id === id);
    if (!report) return id;
    return `"${report.quote.exact}" (${report.article.outlet ?? 'not named'}, ${report.assertedAt?.slice(0, 10) ?? 'no date'})`;
  };
  return [
    `${claim.id}  ${claimInWords(claim)}  (${describeCounts(claim)})`,
    ...[...conflicts, ...denials].map(
      ({ reportId, againstReportId, reason }) =>
        `  ${wordsOf(reportId)}\n  ${againstReportId === null ? '' : `against ${wordsOf(againstReportId)}: `}${reason}`,
    ),
    ...(claim.anomalies.length > 0 ? [`  ${claim.anomalies.join(', ').replaceAll('_', ' ')}`] : []),
    ...proposals.map(
      ({ reportId, score, reasons }) =>
        `  ${wordsOf(reportId)} may belong to it (${score.toFixed(2)}): ${reasons.join('; ')}\n  npx claimtrail decide link ${claim.id} ${reportId} --reason WHY (or decline-link)`,
    ),
    ...(request ? [`  ${request.actor} (${request.recordedAt.slice(0, 10)}): ${request.reason}`] : []),
  ];
}

function describeMerger({
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

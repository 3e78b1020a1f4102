import type { Writable } from 'node:stream';
import { Gazetteer } from '#gazetteer';
import { FindQueue, FindQueueHandler, claimInWords, ViewsReader, type QueueItem } from '#query';
import { toAsOf, type AsOfOptions } from './as-of-options.js';
import { catchUpTracking } from './catch-up.js';
import { describeCounts } from './describe-claim.js';
import { everyPage } from './every-page.js';
import { withLog } from './open-log.js';

/** `claimtrail conflicts`: figures of one claim and day that cannot both be right, and claims that somebody denies. */
export async function conflicts(
  options: AsOfOptions & { readonly json?: boolean },
  output: Writable,
): Promise<void> {
  await withLog(async (log) => {
    await catchUpTracking(log);
    const views = new ViewsReader(log.database.reader);
    const finder = new FindQueueHandler(views, new Gazetteer(views), log.store);
    const filter = { workspace: log.config.workspace, queue: 'conflicts', asOf: toAsOf(options) } as const;
    let found = 0;
    for await (const item of everyPage((page) => finder.execute(new FindQueue({ ...filter, ...page })))) {
      output.write(`${options.json ? JSON.stringify(item) : describe(item)}\n`);
      found++;
    }
    if (found === 0 && !options.json) output.write('No reports contradict each other.\n');
  });
}

function describe({ claim, conflicts: pairs, denials, reports }: QueueItem): string {
  const wordsOf = (id: string): string => {
    const report = reports.find((one) => one.id === id);
    if (!report) return id;
    return `"${report.quote.exact}" (${report.article.outlet ?? 'not named'}, ${report.assertedAt?.slice(0, 10) ?? 'no date'})`;
  };
  const lines = [...pairs, ...denials].map(
    ({ reportId, againstReportId, reason }) =>
      `  ${wordsOf(reportId)}\n  ${againstReportId === null ? '' : `against ${wordsOf(againstReportId)}: `}${reason}`,
  );
  return [`${claim.id}  ${claimInWords(claim)}  (${describeCounts(claim)})`, ...lines].join('\n');
}

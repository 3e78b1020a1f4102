import type { Writable } from 'node:stream';
import { ListChanges, ListChangesHandler, ViewsReader, type ClaimChange } from '#query';
import { toAsOf, toSince, type AsOfOptions } from './as-of-options.js';
import { catchUpTracking } from './catch-up.js';
import { isClaim, requireClaimId, sayNoClaim } from './claim-id.js';
import { everyPage } from './every-page.js';
import { withLog } from './open-log.js';

export interface ChangesOptions extends AsOfOptions {
  readonly since?: string;
  readonly claim?: string;
  readonly json?: boolean;
}

/** `claimtrail changes --since N`: what happened to claims since then, in the order of the log. */
export async function changes(options: ChangesOptions, output: Writable): Promise<void> {
  const { since, claim, json } = options;
  if (claim !== undefined) requireClaimId('changes', '--claim', claim);
  await withLog(async (log) => {
    await catchUpTracking(log);
    const handler = new ListChangesHandler(new ViewsReader(log.database.reader), log.store);
    const { workspace } = log.config;
    const filter = { workspace, since: toSince(since, new Date()), claimId: claim, asOf: toAsOf(options) };
    let found = false;
    for await (const change of everyPage((page) =>
      handler.execute(new ListChanges({ ...filter, ...page })),
    )) {
      output.write(`${json ? JSON.stringify(change) : describe(change)}\n`);
      found = true;
    }
    if (claim !== undefined && !found && !(await isClaim(log, claim))) sayNoClaim(claim);
  });
}

/** When, by whom, what, about which claim, and why: "2026-03-10 09:12  ReportLinked  (ada)", below it the words. */
function describe(change: ClaimChange): string {
  const { seq, type, claimId, articleId, entityId, actor, recordedAt, summary, reasons } = change;
  const about = claimId
    ? `claim ${claimId}`
    : (articleId && `article ${articleId}`) || (entityId && `entity ${entityId}`) || '';
  const why = type === 'ReportLinked' ? '' : reasons.join('; ');
  const lines = [`${summary}${why && `: ${why}`}`, about].filter(Boolean).map((line) => `        ${line}`);
  return [
    `${seq.padStart(6)}  ${recordedAt.slice(0, 16).replace('T', ' ')}  ${type}  (${actor})`,
    ...lines,
  ].join('\n');
}

import type { Writable } from 'node:stream';
import { ListChanges, ListChangesHandler, ViewsReader, type ClaimChange } from '#query';
import { toAsOf, toSince, type AsOfOptions } from './as-of-options.js';
import { catchUpTracking } from './catch-up.js';
import { requireClaimId } from './claim-id.js';
import { describeSubject } from './describe-claim.js';
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
    for await (const change of everyPage((page) => handler.execute(new ListChanges({ ...filter, ...page }))))
      output.write(`${json ? JSON.stringify(change) : describe(change)}\n`);
  });
}

/** When, what, about which claim, and why: "2026-03-10 09:12  ReportLinked  killed (flow), Norvale: revises: same origin ..." */
function describe(change: ClaimChange): string {
  const { seq, type, claimId, claim, articleId, entityId, actor, recordedAt } = change;
  const { relation, relationReason, reasons } = change;
  const about = [
    claim && describeSubject(claim),
    claimId
      ? `claim ${claimId}`
      : (articleId && `article ${articleId}`) || (entityId && `entity ${entityId}`),
  ];
  const added = relation && `${relation.replaceAll('_', ' ')}: ${relationReason ?? ''}`;
  const why = [added, added ? '' : reasons.join('; ')].filter(Boolean).join('');
  const lines = [
    `${seq.padStart(6)}  ${recordedAt.slice(0, 16).replace('T', ' ')}  ${type}  (${actor})`,
    `        ${about.filter(Boolean).join('  ')}`,
    why && `        ${why}`,
  ];
  return lines.filter((line) => line && line.trim() !== '').join('\n');
}

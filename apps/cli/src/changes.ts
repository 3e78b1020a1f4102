import type { Writable } from 'node:stream';
import { ListChanges, ListChangesHandler, ViewsReader, type ClaimChange } from '#query';
import { catchUpTracking } from './catch-up.js';
import { describeSubject } from './describe-claim.js';
import { everyPage } from './every-page.js';
import { withLog } from './open-log.js';

export interface ChangesOptions {
  readonly since?: string;
  readonly claim?: string;
  readonly asOf?: string;
  readonly json?: boolean;
}

/** `claimtrail changes --since N`: what happened to claims since then, in the order of the log. */
export async function changes({ since, claim, asOf, json }: ChangesOptions, output: Writable): Promise<void> {
  await withLog(async (log) => {
    await catchUpTracking(log);
    const handler = new ListChangesHandler(new ViewsReader(log.database.reader), log.store);
    const { workspace } = log.config;
    const filter = { workspace, since, claimId: claim, asOf: { recordedBy: asOf } };
    for await (const change of everyPage((page) => handler.execute(new ListChanges({ ...filter, ...page }))))
      output.write(`${json ? JSON.stringify(change) : describe(change)}\n`);
  });
}

function describe({
  seq,
  type,
  claimId,
  claim,
  actor,
  relation,
  relationReason,
  reasons,
}: ClaimChange): string {
  const added = relation && `${relation}: ${relationReason ?? ''}`;
  const why = added ?? reasons.join('; ');
  const parts = [seq.padStart(6), type, claimId, claim && describeSubject(claim), why, actor && `(${actor})`];
  return parts.filter(Boolean).join('  ');
}

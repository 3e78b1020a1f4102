import type { Writable } from 'node:stream';
import { ListChanges, ListChangesHandler, ViewsReader } from '#query';
import { toAsOf, toSince, type AsOfOptions } from './as-of-options.js';
import { catchUpTracking } from './catch-up.js';
import { isClaim, requireClaimId, sayNoClaim } from './claim-id.js';
import { describeChange } from './describe-change.js';
import { everyPage } from './every-page.js';
import { withLog, type OpenLog } from './open-log.js';

interface ChangesOptions extends AsOfOptions {
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
      output.write(`${json ? JSON.stringify(change) : describeChange(change)}\n`);
      found = true;
    }
    if (!found) await sayWhereTheHeadIs(log, since);
    if (claim !== undefined && !found && !(await isClaim(log, claim))) sayNoClaim(claim);
  });
}

/** Of what nothing is behind: a number further on than the log is. */
async function sayWhereTheHeadIs({ store, config }: OpenLog, since = ''): Promise<void> {
  const head = await store.head(config.workspace);
  if (/^\d{1,15}$/.test(since) && BigInt(since) > head)
    process.stderr.write(`There is no event ${since} yet: the log's head is at ${head}.\n`);
}

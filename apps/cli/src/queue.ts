import type { Writable } from 'node:stream';
import { Gazetteer } from '#gazetteer';
import {
  FindEntityProposals,
  FindEntityProposalsHandler,
  FindQueue,
  FindQueueHandler,
  ViewsReader,
  type EntityMergeProposal,
  type Queue,
  type QueueItem,
} from '#query';
import { toAsOf, type AsOfOptions } from './as-of-options.js';
import { catchUpTracking } from './catch-up.js';
import { describeMerger, describeQueueItem } from './describe-queue.js';
import { everyPage } from './every-page.js';
import { withLog, type OpenLog } from './open-log.js';

const NOTHING: Readonly<Record<Queue, string>> = {
  conflicts: 'No reports contradict each other.',
  anomalies: 'No figures look odd.',
  proposals: 'No links or mergers are proposed.',
  review: 'Nobody waits for a review.',
};

export interface QueueOptions extends AsOfOptions {
  readonly includeSettled?: boolean;
  readonly json?: boolean;
}

/** `claimtrail conflicts`, `anomalies`, `proposals`, `reviews`: what is left to look at; with proposed links the proposed mergers. */
export async function showQueue(queue: Queue, options: QueueOptions, output: Writable): Promise<void> {
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
  options: QueueOptions,
): AsyncGenerator<QueueItem | EntityMergeProposal> {
  const views = new ViewsReader(database.reader);
  const asOf = toAsOf(options);
  const { includeSettled } = options;
  const claims = new FindQueueHandler(views, new Gazetteer(views), store);
  yield* everyPage((page) =>
    claims.execute(new FindQueue({ workspace, queue, includeSettled, asOf, ...page })),
  );
  // A proposal of a merger was made at a time, and speaks of no day.
  if (queue !== 'proposals' || asOf.assertedBy !== undefined || asOf.validOn !== undefined) return;
  const mergers = new FindEntityProposalsHandler(views, store);
  yield* everyPage((page) => mergers.execute(new FindEntityProposals({ workspace, asOf, ...page })));
}

const describe = (item: QueueItem | EntityMergeProposal): string =>
  'claim' in item ? describeQueueItem(item) : describeMerger(item);

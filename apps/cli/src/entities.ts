import type { Writable } from 'node:stream';
import { FindEntities, FindEntitiesHandler, MAX_PAGE, ViewsReader, type EntityView } from '#query';
import { toAsOf, type AsOfOptions } from './as-of-options.js';
import { catchUpTracking } from './catch-up.js';
import { describeEntity } from './describe-entity.js';
import { withLog } from './open-log.js';

/** `claimtrail entities WORDS`: who or where has these words in a name, with the ids that mergers and splits are made by. */
export async function entities(
  words: string,
  options: AsOfOptions & { readonly json?: boolean },
  output: Writable,
): Promise<void> {
  await withLog(async (log) => {
    await catchUpTracking(log);
    const handler = new FindEntitiesHandler(new ViewsReader(log.database.reader), log.store);
    const query = new FindEntities(log.config.workspace, words, MAX_PAGE, toAsOf(options));
    const found: readonly EntityView[] = await handler.execute(query);
    for (const entity of found)
      output.write(`${options.json ? JSON.stringify(entity) : describeEntity(entity)}\n`);
    if (found.length === MAX_PAGE)
      process.stderr.write(`There may be more than these ${MAX_PAGE}: give more words of the name.\n`);
    if (found.length > 0) return;
    process.exitCode = 1;
    process.stderr.write(`No person, body or place has "${words}" in a name.\n`);
  });
}

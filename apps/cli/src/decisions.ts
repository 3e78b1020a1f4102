import type { Writable } from 'node:stream';
import { InvalidFields } from '#domain';
import { isUuid } from '#platform';
import {
  ListDecisions,
  ListDecisionsHandler,
  MAX_PAGE,
  ViewsReader,
  type DecisionSubject,
  type DecisionView,
} from '#query';
import { sayNoClaim } from './claim-id.js';
import { describeChanges } from './describe-decisions.js';
import { catchUpViews, withLog } from './open-log.js';

const SUBJECTS: readonly DecisionSubject[] = ['report', 'claim', 'entity', 'article'];

/** `claimtrail decisions SUBJECT ID`: what was decided on it, by whom, whether it stands, and the version to expect with the next one. */
export async function decisions(
  given: string,
  id: string,
  { json = false }: { readonly json?: boolean },
  output: Writable,
): Promise<void> {
  const subject = SUBJECTS.find((one) => one === given);
  if (!subject)
    throw new InvalidFields('decisions', { '<subject>': `must be one of ${SUBJECTS.join(', ')}` });
  if (!isUuid(id)) throw new InvalidFields('decisions', { '<id>': `"${id}" is no id` });
  await withLog(async (log) => {
    const { store, config } = log;
    // Claims and articles are what their streams hold; reports and entities are looked up in views.
    if (subject === 'report' || subject === 'entity') await catchUpViews(log);
    const handler = new ListDecisionsHandler(new ViewsReader(log.database.reader), store);
    for (let after: string | undefined, more = true; more;) {
      const page = { first: MAX_PAGE, after };
      const answer = await handler.execute(
        new ListDecisions(config.workspace, subject, id.toLowerCase(), page),
      );
      if (!answer) return sayNone(subject, id);
      for (const one of answer.decisions) output.write(`${json ? JSON.stringify(one) : describe(one)}\n`);
      more = answer.pageInfo.hasNextPage;
      after = answer.pageInfo.endCursor ?? undefined;
      if (!more && !json) output.write(`It is at version ${answer.version}: --expect ${answer.version}\n`);
    }
  });
}

function sayNone(subject: DecisionSubject, id: string): void {
  if (subject === 'claim') return sayNoClaim(id);
  process.stderr.write(`There is no ${subject} ${id}.\n`);
  process.exitCode = 1;
}

function describe({ id, type, actor, recordedAt, data, revertedBy }: DecisionView): string {
  const { reason, comment, reasons, changes } = (data ?? {}) as DecisionData;
  const why = reason ?? comment ?? (reasons ?? []).join('; ');
  const said = [describeChanges(changes ?? []), why].filter(Boolean).map((words) => `: ${words}`);
  const undone = revertedBy === null ? '' : ` (undone by ${revertedBy})`;
  return `${recordedAt.slice(0, 16).replace('T', ' ')}  ${id}  ${type} by ${actor}${undone}${said.join('')}`;
}

/** What the events of decisions hold, each some of it. */
interface DecisionData {
  readonly reason?: string;
  readonly comment?: string;
  readonly reasons?: readonly string[];
  readonly changes?: Parameters<typeof describeChanges>[0];
}

import type { Writable } from 'node:stream';
import {
  GetClaimTimeline,
  GetClaimTimelineHandler,
  MAX_PAGE,
  claimInWords,
  ViewsReader,
  type ClaimTimeline,
} from '#query';
import { toAsOf, type AsOfOptions } from './as-of-options.js';
import { catchUpTracking } from './catch-up.js';
import { requireClaimId, sayNoClaim } from './claim-id.js';
import { describeCounts, describeRange, describeValue } from './describe-claim.js';
import { describeCheck, describeDecisions } from './describe-decisions.js';
import { describeEntries, namesOfAnomalies } from './describe-entries.js';
import { drawTable, type Column } from './draw-table.js';
import { withLog } from './open-log.js';

const COLUMNS: readonly Column[] = [
  ['#', 3, 5],
  ['Asserted', 10],
  ['Published by', 14],
  ['Origin', 18],
  ['Says', 26],
  ['Adds', 12],
  ['Because', 40],
];

/** `claimtrail timeline CLAIM`: every report of one claim, and what each adds to what was known. */
export async function claimTimeline(
  claimId: string,
  options: AsOfOptions & { readonly json?: boolean },
  output: Writable,
): Promise<void> {
  requireClaimId('timeline', 'claim', claimId);
  await withLog(async (log) => {
    await catchUpTracking(log);
    const handler = new GetClaimTimelineHandler(new ViewsReader(log.database.reader), log.store);
    const asOf = toAsOf(options);
    const timeline = await wholeTimeline((after) =>
      handler.execute(new GetClaimTimeline(log.config.workspace, claimId, asOf, { first: MAX_PAGE, after })),
    );
    if (!timeline) sayNoClaim(claimId);
    else output.write(`${options.json ? JSON.stringify(timeline) : describe(timeline)}\n`);
  });
}

/** All pages as one. */
async function wholeTimeline(
  page: (after?: string) => Promise<ClaimTimeline | null>,
): Promise<ClaimTimeline | null> {
  let whole = await page();
  while (whole?.pageInfo.hasNextPage) {
    const next = await page(whole.pageInfo.endCursor ?? undefined);
    if (!next) return whole;
    whole = joined(whole, next);
  }
  return whole;
}

function joined(one: ClaimTimeline, next: ClaimTimeline): ClaimTimeline {
  const decisions = new Map([...one.decisions, ...next.decisions].map((made) => [made.eventId, made]));
  return {
    ...next,
    entries: [...one.entries, ...next.entries],
    conflicts: [...one.conflicts, ...next.conflicts],
    decisions: [...decisions.values()].sort((a, b) => Number(a.seq) - Number(b.seq)),
    revisions: [...one.revisions, ...next.revisions],
  };
}

function describe(timeline: ClaimTimeline): string {
  const rows = timeline.entries.map((entry, at) => [
    `${at + 1}`,
    entry.assertedAt?.slice(0, 10) ?? '',
    entry.outlet ?? '(not named)',
    entry.origin.name ?? `(${entry.origin.kind})`,
    `${entry.side === 'against' ? 'denied: ' : ''}${describeValue(entry)}`,
    [
      entry.relation,
      ...namesOfAnomalies(entry),
      ...(entry.standing === 'current' ? [] : [entry.standing]),
      ...describeCheck(entry),
    ]
      .join(', ')
      .replaceAll('_', ' '),
    entry.reason,
  ]);
  const head = [
    claimInWords(timeline),
    describeRange(timeline),
    timeline.headlineLogic && `calculated: ${timeline.headlineLogic}`,
    describeCounts(timeline),
    timeline.status.replaceAll('_', ' '),
  ];
  const told = [
    head.filter(Boolean).join(' | '),
    drawTable(COLUMNS, rows),
    ...describeEntries(timeline.entries),
    ...describeDecisions(timeline),
  ];
  return told.join('\n');
}

import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { EVENT_READER, type EventReader } from '#event-store';
import type { TimelineEntry } from '#tracking';
import { resolveAsOf } from '../as-of/as-of.js';
import { foldedCard } from '../claim-card/claim-card.js';
import { foldLiving } from '../claim-ledgers/fold-claims.js';
import { InvalidCursor } from '../errors.js';
import { keyAfter, keyedPage, MAX_PAGE, pageSize, type Page, type PageRequest } from '../page.js';
import { readReportViews } from '../reports/read-reports.js';
import { ViewsReader } from '../views-reader.js';
import { claimDecisions } from './claim-decisions.js';
import { claimRevisions } from './claim-revisions.js';
import type { ClaimTimeline } from './claim-timeline.js';
import { GetClaimTimeline } from './get-claim-timeline.query.js';
import { entryView } from './timeline-entry.js';

@QueryHandler(GetClaimTimeline)
export class GetClaimTimelineHandler implements IQueryHandler<GetClaimTimeline> {
  constructor(
    private readonly views: ViewsReader,
    @Inject(EVENT_READER) private readonly reader: EventReader,
  ) {}

  async execute({ workspace, claimId, asOf, page }: GetClaimTimeline): Promise<ClaimTimeline | null> {
    const clocks = await resolveAsOf(this.reader, workspace, asOf);
    const folded = await foldLiving(this.views, workspace, claimId, clocks);
    if (!folded) return null;
    const { claimId: living, state } = folded.timeline;
    const { items, hasNextPage, endCursor } = pageOfEntries(folded.timeline.entries, page);
    const shown = new Set(items.map(({ reportId }) => reportId));
    const reports = await readReportViews(this.views, workspace, [...shown], clocks);
    return {
      ...foldedCard(workspace, folded),
      entries: items.map((entry) => entryView(living, entry, reports.get(entry.reportId) ?? null)),
      headlineLogic: state.headline?.calculationLogic ?? null,
      evidence: state.evidence,
      pageInfo: { hasNextPage, endCursor },
      conflicts: state.conflicts.filter(
        ({ reportId, againstReportId }) => shown.has(reportId) || shown.has(againstReportId),
      ),
      proposals: state.proposals.slice(-MAX_PAGE),
      signOff: state.signOff,
      decisions: claimDecisions(folded, clocks, shown),
      revisions: claimRevisions(folded, clocks, shown),
    };
  }
}

/** What comes in between moves no page: it goes on behind the report that ended the one before. */
function pageOfEntries(entries: readonly TimelineEntry[], page: PageRequest): Page<TimelineEntry> {
  const [after] = keyAfter(page, 1) ?? [];
  const from = after === undefined ? 0 : entries.findIndex(({ reportId }) => reportId === after) + 1;
  if (after !== undefined && from === 0) throw new InvalidCursor(page.after ?? '');
  const size = pageSize(page);
  return keyedPage(entries.slice(from, from + size + 1), size, ({ reportId }) => [reportId]);
}

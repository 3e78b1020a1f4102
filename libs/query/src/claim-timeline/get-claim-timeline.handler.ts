import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { EVENT_READER, type EventReader } from '#event-store';
import { resolveAsOf } from '../as-of/as-of.js';
import { foldedCard } from '../claim-card/claim-card.js';
import { foldLiving } from '../claim-ledgers/fold-claims.js';
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

  async execute({ workspace, claimId, asOf }: GetClaimTimeline): Promise<ClaimTimeline | null> {
    const clocks = await resolveAsOf(this.reader, workspace, asOf);
    const folded = await foldLiving(this.views, workspace, claimId, clocks);
    if (!folded) return null;
    const { claimId: living, entries, state } = folded.timeline;
    const ids = entries.map(({ reportId }) => reportId);
    const reports = await readReportViews(this.views, workspace, ids, clocks);
    return {
      ...foldedCard(workspace, folded),
      entries: entries.map((entry) => entryView(living, entry, reports.get(entry.reportId) ?? null)),
      headlineLogic: state.headline?.calculationLogic ?? null,
      evidence: state.evidence,
      conflicts: state.conflicts,
      proposals: state.proposals,
      signOff: state.signOff,
      decisions: claimDecisions(folded, clocks),
      revisions: claimRevisions(folded, clocks),
    };
  }
}

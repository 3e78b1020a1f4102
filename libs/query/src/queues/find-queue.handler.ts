import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { EVENT_READER, type EventReader } from '#event-store';
import { Gazetteer } from '#gazetteer';
import { resolveAsOf } from '../as-of/as-of.js';
import { FindClaimCardsHandler } from '../claim-card/find-claim-cards.handler.js';
import { FindClaimCards } from '../claim-card/find-claim-cards.query.js';
import type { ClaimCard } from '../claim-card/claim-card.js';
import { claimsOfReports } from '../claim-ledgers/claims-of-reports.js';
import { foldClaims, type FoldedClaim } from '../claim-ledgers/fold-claims.js';
import type { ClaimDenial } from '../claim-timeline/claim-timeline.js';
import type { Page } from '../page.js';
import { readReportViews } from '../reports/read-reports.js';
import type { ReportView } from '../reports/report.js';
import { ViewsReader } from '../views-reader.js';
import { FindQueue, type QueueItem } from './find-queue.query.js';

/** Conflicts, denials and proposals shown of one claim, the newest: its card counts all of them, and its timeline shows them. */
const SHOWN_EACH = 20;

@QueryHandler(FindQueue)
export class FindQueueHandler implements IQueryHandler<FindQueue> {
  constructor(
    private readonly views: ViewsReader,
    private readonly gazetteer: Gazetteer,
    @Inject(EVENT_READER) private readonly reader: EventReader,
  ) {}

  async execute({ filter }: FindQueue): Promise<Page<QueueItem>> {
    const { workspace } = filter;
    const cards = new FindClaimCardsHandler(this.views, this.gazetteer, this.reader);
    const page = await cards.execute(new FindClaimCards(filter));
    const asOf = await resolveAsOf(this.reader, workspace, filter.asOf);
    const ids = page.items.map(({ id }) => id);
    const folded = await foldClaims(this.views, workspace, ids, asOf);
    const named = [...new Set([...folded.values()].flatMap(reportsToShow))];
    const [found, ofClaims] = await Promise.all([
      readReportViews(this.views, workspace, named, asOf),
      claimsOfReports(this.views, workspace, named, asOf),
    ]);
    const reports = new Map(
      [...found].map(([id, report]) => [id, { ...report, claimId: ofClaims.get(id)?.claimId ?? null }]),
    );
    return { ...page, items: page.items.map((card) => itemOf(card, folded.get(card.id), reports)) };
  }
}

const conflictsOf = ({ timeline }: FoldedClaim) => timeline.state.conflicts.slice(-SHOWN_EACH);
const proposalsOf = ({ timeline }: FoldedClaim) => timeline.state.proposals.slice(-SHOWN_EACH);

const denialsOf = ({ timeline: { entries, state } }: FoldedClaim): ClaimDenial[] => {
  const denying = new Set(state.denials);
  return entries
    .filter(({ reportId }) => denying.has(reportId))
    .slice(-SHOWN_EACH)
    .map(({ reportId, against, reason }) => ({ reportId, againstReportId: against, reason }));
};

const reportsToShow = (folded: FoldedClaim): string[] => [
  ...conflictsOf(folded).flatMap(({ reportId, againstReportId }) => [reportId, againstReportId]),
  ...denialsOf(folded).flatMap(({ reportId, againstReportId }) => [reportId, againstReportId ?? []].flat()),
  ...proposalsOf(folded).map(({ reportId }) => reportId),
];

function itemOf(
  claim: ClaimCard,
  folded: FoldedClaim | undefined,
  reports: ReadonlyMap<string, ReportView>,
): QueueItem {
  const ids = folded ? [...new Set(reportsToShow(folded))] : [];
  return {
    claim,
    conflicts: folded ? conflictsOf(folded) : [],
    denials: folded ? denialsOf(folded) : [],
    proposals: folded ? proposalsOf(folded) : [],
    request: folded?.timeline.state.request ?? null,
    reports: ids.map((id) => reports.get(id)).filter((report) => report !== undefined),
  };
}

import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { ReviewRequested } from '#domain';
import { EVENT_READER, type EventReader } from '#event-store';
import { Gazetteer } from '#gazetteer';
import { resolveAsOf } from '../as-of/as-of.js';
import { FindClaimCardsHandler } from '../claim-card/find-claim-cards.handler.js';
import { FindClaimCards } from '../claim-card/find-claim-cards.query.js';
import type { ClaimCard } from '../claim-card/claim-card.js';
import { claimsOfReports } from '../claim-ledgers/claims-of-reports.js';
import { foldClaims, type FoldedClaim } from '../claim-ledgers/fold-claims.js';
import type { Page } from '../page.js';
import { readReportViews } from '../reports/read-reports.js';
import type { ReportView } from '../reports/report.js';
import { ViewsReader } from '../views-reader.js';
import { FindQueue, type QueueItem } from './find-queue.query.js';

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

const reportsToShow = ({ timeline: { state } }: FoldedClaim): string[] => [
  ...state.conflicts.flatMap(({ reportId, againstReportId }) => [reportId, againstReportId]),
  ...state.proposals.map(({ reportId }) => reportId),
];

function itemOf(
  claim: ClaimCard,
  folded: FoldedClaim | undefined,
  reports: ReadonlyMap<string, ReportView>,
): QueueItem {
  const ids = folded ? [...new Set(reportsToShow(folded))] : [];
  return {
    claim,
    conflicts: folded?.timeline.state.conflicts ?? [],
    proposals: folded?.timeline.state.proposals ?? [],
    request: claim.review === 'requested' && folded ? requestOf(claim.id, folded) : null,
    reports: ids.map((id) => reports.get(id)).filter((report) => report !== undefined),
  };
}

function requestOf(claimId: string, { family }: FoldedClaim): QueueItem['request'] {
  const row = family.decisions
    .filter((decision) => decision['type'] === 'ReviewRequested' && decision['claim_id'] === claimId)
    .sort((a, b) => Number(a['seq']) - Number(b['seq']))
    .at(-1);
  if (!row) return null;
  return {
    actor: row['actor'] as string,
    reason: (row['data'] as ReviewRequested).reason,
    recordedAt: new Date(row['recorded_at'] as string | Date).toISOString(),
  };
}

import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { EVENT_READER, type EventReader } from '#event-store';
import { Gazetteer } from '#gazetteer';
import { resolveAsOf } from '../as-of/as-of.js';
import { FindClaimCardsHandler } from '../claim-card/find-claim-cards.handler.js';
import { FindClaimCards } from '../claim-card/find-claim-cards.query.js';
import { claimsOfReports } from '../claim-ledgers/claims-of-reports.js';
import { foldClaims, type FoldedClaim } from '../claim-ledgers/fold-claims.js';
import type { ClaimDenial } from '../claim-timeline/claim-timeline.js';
import type { Page } from '../page.js';
import { readReportViews } from '../reports/read-reports.js';
import { ViewsReader } from '../views-reader.js';
import { FindQueue, type QueueFilter, type QueueItem } from './find-queue.query.js';

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
    const seen = ids.map((id) => whatToSee(folded.get(id), filter));
    const named = [...new Set(seen.flatMap(reportsToShow))];
    const [found, ofClaims] = await Promise.all([
      readReportViews(this.views, workspace, named, asOf),
      claimsOfReports(this.views, workspace, named, asOf),
    ]);
    const reports = new Map(
      [...found].map(([id, report]) => [id, { ...report, claimId: ofClaims.get(id)?.claimId ?? null }]),
    );
    const items = seen.map((shown, at) => ({
      claim: page.items[at]!,
      ...shown,
      reports: [...new Set(reportsToShow(shown))].flatMap((id) => reports.get(id) ?? []),
    }));
    return { ...page, items };
  }
}

type Shown = Omit<QueueItem, 'claim' | 'reports'>;

const NOTHING: Shown = { conflicts: [], denials: [], anomalyDetails: [], proposals: [], request: null };

function whatToSee(folded: FoldedClaim | undefined, { includeSettled }: QueueFilter): Shown {
  if (!folded) return NOTHING;
  const { conflicts, proposals, anomalies, request } = folded.timeline.state;
  const shown = anomalies.filter(({ settled }) => includeSettled || settled === null);
  return {
    conflicts: conflicts.slice(-SHOWN_EACH),
    denials: denialsOf(folded),
    anomalyDetails: shown.slice(-SHOWN_EACH),
    proposals: proposals.slice(-SHOWN_EACH),
    request,
  };
}

const denialsOf = ({ timeline: { entries, state } }: FoldedClaim): ClaimDenial[] => {
  const denying = new Set(state.denials);
  return entries
    .filter(({ reportId }) => denying.has(reportId))
    .slice(-SHOWN_EACH)
    .map(({ reportId, against, reason }) => ({ reportId, againstReportId: against, reason }));
};

const reportsToShow = ({ conflicts, denials, anomalyDetails, proposals }: Shown): string[] => [
  ...anomalyDetails.flatMap(({ partReportIds }) => partReportIds),
  ...[...conflicts, ...denials, ...anomalyDetails].flatMap(({ reportId, againstReportId }) =>
    againstReportId === null ? [reportId] : [reportId, againstReportId],
  ),
  ...proposals.map(({ reportId }) => reportId),
];

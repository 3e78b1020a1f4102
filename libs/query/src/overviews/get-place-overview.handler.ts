import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { EVENT_READER, type EventReader } from '#event-store';
import { Gazetteer } from '#gazetteer';
import { claimCardTable, figureReportTable, liveTable, trackedReportTable, type Row } from '#projections';
import { isTurnedBack, resolveAsOf } from '../as-of/as-of.js';
import { claimCard, foldedCard, fromCards, SELECT_CARDS, type ClaimCard } from '../claim-card/claim-card.js';
import { foldClaims } from '../claim-ledgers/fold-claims.js';
import { placesWithin } from '../places/places-within.js';
import { searchWords } from '../reports/report-filter.js';
import { ViewsReader } from '../views-reader.js';
import { GetPlaceOverview } from './overviews.queries.js';
import type { PlaceFigures, PlaceOverview } from './overviews.js';

/** Claims looked at: the ones that something was reported of last. */
const MOST_CLAIMS = 1_000;
const SHOWN_EACH = 5;

@QueryHandler(GetPlaceOverview)
export class GetPlaceOverviewHandler implements IQueryHandler<GetPlaceOverview> {
  constructor(
    private readonly views: ViewsReader,
    private readonly gazetteer: Gazetteer,
    @Inject(EVENT_READER) private readonly reader: EventReader,
  ) {}

  async execute({ workspace, place, asOf }: GetPlaceOverview): Promise<PlaceOverview> {
    const clocks = await resolveAsOf(this.reader, workspace, asOf);
    const [linked] = await this.gazetteer.link([place]);
    const ids = await this.claimsAt(workspace, place, clocks.recordedSeq ?? null);
    const cards = isTurnedBack(clocks)
      ? [...(await foldClaims(this.views, workspace, ids, clocks)).values()]
          .filter(({ timeline }) => timeline.entries.length > 0)
          .map((folded) => foldedCard(workspace, folded))
      : await this.cardsOf(workspace, ids);
    const living = cards.filter(({ mergedInto, reportCount }) => mergedInto === null && reportCount > 0);
    return { place: linked ?? null, figures: byMetric(living) };
  }

  private async claimsAt(workspace: string, place: string, recordedSeq: number | null): Promise<string[]> {
    const within = await placesWithin(this.views, this.gazetteer, workspace, place);
    const rows = await this.views.select<{ claim_id: string }>(
      `SELECT tracked.claim_id FROM ${liveTable(figureReportTable)} figure
       JOIN ${liveTable(trackedReportTable)} tracked
         ON tracked.workspace = figure.workspace AND tracked.report_id = figure.report_id
       WHERE figure.workspace = $1 AND (figure.place_words @> $2::text[] OR figure.places_id = ANY($3::uuid[]))
         AND tracked.claim_id IS NOT NULL AND ($4::bigint IS NULL OR figure.seq <= $4)
       GROUP BY tracked.claim_id ORDER BY max(figure.seq) DESC LIMIT ${MOST_CLAIMS}`,
      [workspace, searchWords('place', place), within, recordedSeq],
    );
    return rows.map(({ claim_id }) => claim_id);
  }

  private async cardsOf(workspace: string, ids: readonly string[]): Promise<ClaimCard[]> {
    const rows = await this.views.select<Row>(
      `${SELECT_CARDS} ${fromCards(liveTable(claimCardTable), liveTable(trackedReportTable))}
       WHERE card.workspace = $1 AND card.claim_id = ANY($2::uuid[])`,
      [workspace, ids],
    );
    return rows.map(claimCard);
  }
}

function byMetric(cards: readonly ClaimCard[]): PlaceFigures[] {
  const groups = new Map<string, ClaimCard[]>();
  for (const card of cards) {
    const key = `${card.metric ?? ''} ${card.measure ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), card]);
  }
  const said = ({ lastAssertedAt }: ClaimCard): string => lastAssertedAt ?? '';
  return [...groups.entries()]
    .sort(([a], [b]) => a.localeCompare(b))
    .flatMap(([, claims]) => {
      const latestFirst = claims.sort((a, b) => said(b).localeCompare(said(a)) || a.id.localeCompare(b.id));
      const { metric = null, measure = null } = latestFirst[0] ?? {};
      if (metric === null || measure === null) return [];
      return [{ metric, measure, claimCount: claims.length, claims: latestFirst.slice(0, SHOWN_EACH) }];
    });
}

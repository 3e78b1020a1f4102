import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { EVENT_READER, type EventReader } from '#event-store';
import { Gazetteer } from '#gazetteer';
import { claimCardTable, liveTable, trackedReportTable, type Row } from '#projections';
import { compareText, groupBy, type AsOf } from '#tracking';
import { isTurnedBack, resolveAsOf } from '../as-of/as-of.js';
import { CARD_COLUMNS, claimCard, foldedCard, fromCards, type ClaimCard } from '../claim-card/claim-card.js';
import { claimsNamedIn } from '../claim-ledgers/claims-of-reports.js';
import { foldFamilies, type FoldedClaim } from '../claim-ledgers/fold-claims.js';
import { placesWithin } from '../places/places-within.js';
import { searchWords } from '../reports/report-filter.js';
import { isAt, reportsEverAt } from '../reports/reports-matching.js';
import { ViewsReader } from '../views-reader.js';
import { GetPlaceOverview } from './overviews.queries.js';
import type { PlaceFigures, PlaceOverview } from './overviews.js';

/** Claims folded where the clocks are turned back: the ones that something was reported of last. */
const MOST_FOLDED = 1_000;
const FOLDED_AT_ONCE = 200;
const SHOWN_EACH = 5;

/** The claims at the place ($2 its words, $3 the ids of places within) that were spoken of last of each metric, with how many there are. */
const LATEST = `
  SELECT * FROM (
    SELECT ${CARD_COLUMNS}, (count(*) OVER same)::int AS claims,
      row_number() OVER (same ORDER BY card.last_asserted COLLATE "C" DESC NULLS LAST, card.claim_id) AS rank
    ${fromCards(liveTable(claimCardTable), liveTable(trackedReportTable))}
    WHERE card.workspace = $1 AND card.merged_into IS NULL AND card.report_count > 0 AND card.metric IS NOT NULL
      AND card.measure IS NOT NULL AND card.claim_id IN (
        SELECT tracked.claim_id FROM ${liveTable(trackedReportTable)} tracked WHERE tracked.workspace = $1
          AND (tracked.place_words @> $2::text[] OR tracked.places_id = ANY($3::uuid[])))
    WINDOW same AS (PARTITION BY card.metric, card.measure)
  ) AS ranked WHERE rank <= ${SHOWN_EACH} ORDER BY metric, measure, rank`;

/** Claims that a figure at the place was ever named with, what was reported last first. */
const EVER_AT = `
  SELECT named.claim_id FROM ${liveTable(trackedReportTable)} tracked JOIN ${claimsNamedIn('$1')} named USING (report_id)
  WHERE tracked.workspace = $1 AND tracked.report_id IN (${reportsEverAt('$1', '$2', '$3')}) AND ($4::bigint IS NULL OR tracked.seq <= $4)
  GROUP BY named.claim_id ORDER BY max(tracked.seq) DESC, named.claim_id LIMIT ${MOST_FOLDED + 1}`;

interface Asked {
  readonly workspace: string;
  readonly place: string;
  /** Ids of the places that lie in it. */
  readonly within: readonly string[];
}

@QueryHandler(GetPlaceOverview)
export class GetPlaceOverviewHandler implements IQueryHandler<GetPlaceOverview> {
  constructor(
    private readonly views: ViewsReader,
    private readonly gazetteer: Gazetteer,
    @Inject(EVENT_READER) private readonly reader: EventReader,
  ) {}

  async execute({ workspace, place, asOf }: GetPlaceOverview): Promise<PlaceOverview> {
    const clocks = await resolveAsOf(this.reader, workspace, asOf);
    const [linked = null] = await this.gazetteer.link([place]);
    const asked = {
      workspace,
      place,
      within: await placesWithin(this.views, this.gazetteer, workspace, place),
    };
    const found = isTurnedBack(clocks) ? await this.folded(asked, clocks) : await this.present(asked);
    return { place: linked, ...found };
  }

  private async present({ workspace, place, within }: Asked): Promise<Omit<PlaceOverview, 'place'>> {
    const rows = await this.views.select<Row>(LATEST, [workspace, searchWords('place', place), within]);
    return { figures: byMetric(rows.map(claimCard), rows), complete: true };
  }

  /** What is at the place then is known when the claims are folded, and not of more than can be. */
  private async folded(asked: Asked, asOf: AsOf): Promise<Omit<PlaceOverview, 'place'>> {
    const { workspace, place, within } = asked;
    const rows = await this.views.select<{ claim_id: string }>(EVER_AT, [
      workspace,
      searchWords('place', place),
      within,
      asOf.recordedSeq ?? null,
    ]);
    const ids = rows.slice(0, MOST_FOLDED).map(({ claim_id }) => claim_id);
    const cards = new Map<string, ClaimCard>();
    for (let n = 0; n < ids.length; n += FOLDED_AT_ONCE) {
      const folded = await foldFamilies(this.views, workspace, ids.slice(n, n + FOLDED_AT_ONCE), asOf);
      for (const card of cardsAt(asked, folded)) cards.set(card.id, card);
    }
    return { figures: byMetric([...cards.values()]), complete: rows.length <= MOST_FOLDED };
  }
}

const cardsAt = (asked: Asked, folded: ReadonlyMap<string, FoldedClaim>): ClaimCard[] =>
  [...folded.values()]
    .filter(isAt(asked.workspace, asked))
    .map((claim) => foldedCard(asked.workspace, claim))
    .filter(({ mergedInto, reportCount }) => mergedInto === null && reportCount > 0);

/** Groups the cards; `rows`, where given, know how many more there are of each group. */
function byMetric(cards: readonly ClaimCard[], rows: readonly Row[] = []): PlaceFigures[] {
  const groups = groupBy(cards, (card) => `${card.metric ?? ''} ${card.measure ?? ''}`);
  const counts = new Map(rows.map((row) => [row['claim_id'], row['claims'] as number]));
  const said = ({ lastAssertedAt }: ClaimCard): string => lastAssertedAt ?? '';
  const latestFirst = (a: ClaimCard, b: ClaimCard): number =>
    compareText(said(b), said(a)) || compareText(a.id, b.id);
  return [...groups.entries()]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([, claims]) => {
      const claimsShown = claims.sort(latestFirst).slice(0, SHOWN_EACH);
      const { id, metric = null, measure = null } = claimsShown[0] ?? {};
      if (metric === null || measure === null) return [];
      return [{ metric, measure, claimCount: counts.get(id) ?? claims.length, claims: claimsShown }];
    });
}

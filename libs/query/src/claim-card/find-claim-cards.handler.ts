import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { EVENT_READER, type EventReader } from '#event-store';
import { Gazetteer } from '#gazetteer';
import {
  claimCardTable,
  liveTable,
  QUEUES,
  queuesOf,
  trackedReportTable,
  type Queue,
  type Row,
} from '#projections';
import type { AsOf } from '#tracking';
import { isTurnedBack, resolveAsOf } from '../as-of/as-of.js';
import { foldClaims, type FoldedClaim } from '../claim-ledgers/fold-claims.js';
import type { Conditions } from '../conditions.js';
import { pageOf, pageSize, seqAfter, type Page } from '../page.js';
import { placesWithin } from '../places/places-within.js';
import { isAt, isOn, type ClaimTest } from '../reports/reports-matching.js';
import { ViewsReader } from '../views-reader.js';
import { aboutNow, aboutThen } from './card-conditions.js';
import { CARD_COLUMNS, claimCard, foldedCard, fromCards, type ClaimCard } from './claim-card.js';
import { FindClaimCards, type ClaimCardFilter } from './find-claim-cards.query.js';

/** Claims folded at once where the clocks are turned back, and how often before the page is given out as it is. */
const FOLDED_AT_ONCE = 200;
const MOST_ROUNDS = 10;

/** Written out, so that each is told by the index that is made for it. */
const IN_QUEUE = Object.fromEntries(
  QUEUES.map((queue) => [queue, `'${queue}' = ANY (card.queues)`]),
) as Readonly<Record<Queue, string>>;

const inQueue = (queue: Queue, { includeSettled }: Pick<ClaimCardFilter, 'includeSettled'>): string =>
  queue === 'anomalies' && includeSettled
    ? `(${IN_QUEUE.anomalies} OR card.settled_anomalies > 0)`
    : IN_QUEUE[queue];

/** Claims without a report are shown to who asks for them, and where something is left to do about them. */
const showsEmpty = ({ status, queue }: ClaimCardFilter): boolean =>
  status === 'empty' || queue === 'proposals' || queue === 'review';

@QueryHandler(FindClaimCards)
export class FindClaimCardsHandler implements IQueryHandler<FindClaimCards> {
  constructor(
    private readonly views: ViewsReader,
    private readonly gazetteer: Gazetteer,
    @Inject(EVENT_READER) private readonly reader: EventReader,
  ) {}

  async execute({ filter }: FindClaimCards): Promise<Page<ClaimCard>> {
    const asOf = await resolveAsOf(this.reader, filter.workspace, filter.asOf);
    const within = await this.within(filter);
    return isTurnedBack(asOf) ? this.pageAt(filter, within, asOf) : this.presentPage(filter, within);
  }

  private async presentPage(filter: ClaimCardFilter, within: readonly string[]): Promise<Page<ClaimCard>> {
    const size = pageSize(filter);
    const conditions = aboutNow(filter, within, seqAfter(filter))
      .add('card.merged_into IS NULL')
      .filter('card.status = ?', filter.status);
    if (!showsEmpty(filter)) conditions.add('card.shown_report_id IS NOT NULL');
    if (filter.queue) conditions.add(inQueue(filter.queue, filter));
    const rows = await this.select(conditions, size + 1);
    return pageOf(rows.map(claimCard), size);
  }

  /** What a claim came to then is known when it is folded: pages of claims are, until one is full. */
  private async pageAt(
    filter: ClaimCardFilter,
    within: readonly string[],
    asOf: AsOf,
  ): Promise<Page<ClaimCard>> {
    const size = pageSize(filter);
    const isAbout = aboutOf(filter, within);
    const found: ClaimCard[] = [];
    let after = seqAfter(filter);
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const rows = await this.select(aboutThen(filter, within, after, asOf), FOLDED_AT_ONCE);
      const ids = rows.map((row) => row['claim_id'] as string);
      const folded = await foldClaims(this.views, filter.workspace, ids, asOf);
      for (const row of rows) {
        const claim = folded.get(row['claim_id'] as string);
        if (!claim || (claim.timeline.entries.length === 0 && !showsEmpty(filter))) continue;
        const card = { ...foldedCard(filter.workspace, claim), seq: String(row['first_seq']) };
        if (isAbout(claim) && isWanted(card, claim, filter)) found.push(card);
      }
      if (found.length > size || rows.length < FOLDED_AT_ONCE) return pageOf(found, size);
      after = String(rows.at(-1)?.['first_seq']);
    }
    return { ...pageOf(found, size), hasNextPage: true, endCursor: cursorOf(after) };
  }

  /** Ids of places that lie in the one asked for. */
  private async within({ workspace, place }: ClaimCardFilter): Promise<readonly string[]> {
    return place === undefined ? [] : placesWithin(this.views, this.gazetteer, workspace, place);
  }

  private select(conditions: Conditions, limit: number): Promise<Row[]> {
    return this.views.select<Row>(
      `SELECT ${CARD_COLUMNS} ${fromCards(liveTable(claimCardTable), liveTable(trackedReportTable))}
       ${conditions.toString()} ORDER BY card.first_seq LIMIT ${limit}`,
      conditions.values,
    );
  }
}

/** Whether its reports say what is searched. */
function aboutOf({ workspace, place, subject }: ClaimCardFilter, within: readonly string[]): ClaimTest {
  const tests = [
    ...(place === undefined ? [] : [isAt(workspace, { place, within })]),
    ...(subject === undefined ? [] : [isOn(subject)]),
  ];
  return (claim) => tests.every((test) => test(claim));
}

const isWanted = (card: ClaimCard, { timeline }: FoldedClaim, filter: ClaimCardFilter): boolean =>
  card.mergedInto === null &&
  (['kind', 'metric', 'measure', 'status'] as const).every(
    (field) => filter[field] === undefined || card[field] === filter[field],
  ) &&
  (filter.queue === undefined ||
    queuesOf(timeline.state).includes(filter.queue) ||
    (filter.queue === 'anomalies' && filter.includeSettled === true && card.settledAnomalyCount > 0));

const cursorOf = (seq: string): string => Buffer.from(`seq:${seq}`, 'latin1').toString('base64url');

import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Measure, Metric } from '#domain';
import { Gazetteer } from '#gazetteer';
import { figureClaimTable, figureReportTable, liveTable } from '#projections';
import { figureView, type FigureRow, type FigureView } from '../figures/figure.js';
import { linkPlaces } from '../places/link-places.js';
import { selectReports } from '../reports/report.js';
import { ViewsReader } from '../views-reader.js';
import type { ClaimTimeline } from './claim-timeline.js';
import { GetClaimTimeline } from './get-claim-timeline.query.js';

const MAX_REPORTS = 1_000;

interface ClaimRow {
  readonly claim_id: string;
  readonly metric: Metric;
  readonly measure: Measure;
  readonly unit_family: string;
  readonly population: string | null;
  readonly cause: string | null;
  readonly place: string | null;
  readonly period_start: string | null;
  readonly report_count: number;
  readonly origin_count: number;
  readonly lowest: number | null;
  readonly highest: number | null;
  readonly latest: number | null;
}

/** Where neither a source nor the publisher is known, an article is its own origin. */
const CLAIM_WITH_COUNTS = `
  SELECT claim.*, count(report.report_id)::int AS report_count,
    count(DISTINCT coalesce(report.origin_id, report.article_id))::int AS origin_count,
    min(report.value) AS lowest, max(coalesce(report.max, report.value)) AS highest,
    (array_agg(report.value ORDER BY coalesce(report.asserted_at, report.recorded_at) DESC, report.seq DESC))[1] AS latest
  FROM ${liveTable(figureClaimTable)} claim
  LEFT JOIN ${liveTable(figureReportTable)} report
    ON report.workspace = claim.workspace AND report.claim_id = claim.claim_id
    AND report.superseded_seq IS NULL AND report.withdrawn_seq IS NULL
  WHERE claim.workspace = $1 AND claim.claim_id = $2
  GROUP BY claim.workspace, claim.claim_id, claim.metric, claim.measure, claim.unit_family, claim.population, claim.cause,
    claim.place, claim.place_key, claim.period_start, claim.first_seq`;

@QueryHandler(GetClaimTimeline)
export class GetClaimTimelineHandler implements IQueryHandler<GetClaimTimeline> {
  constructor(
    private readonly views: ViewsReader,
    private readonly gazetteer: Gazetteer,
  ) {}

  async execute({ workspace, claimId }: GetClaimTimeline): Promise<ClaimTimeline | null> {
    const [claim] = await this.views.select<ClaimRow>(CLAIM_WITH_COUNTS, [workspace, claimId]);
    if (!claim) return null;
    const rows = await this.views.select<FigureRow>(
      `${selectReports(liveTable(figureReportTable))}
       WHERE report.workspace = $1 AND report.claim_id = $2
         AND report.superseded_seq IS NULL AND report.withdrawn_seq IS NULL
       ORDER BY coalesce(report.asserted_at, report.recorded_at), report.seq LIMIT ${MAX_REPORTS}`,
      [workspace, claimId],
    );
    return timelineOf(claim, await linkPlaces(this.gazetteer, rows.map(figureView)));
  }
}

function timelineOf(claim: ClaimRow, reports: readonly FigureView[]): ClaimTimeline {
  const { metric, measure, population, cause, place, lowest, highest } = claim;
  return {
    id: claim.claim_id,
    metric,
    measure,
    unitFamily: claim.unit_family,
    population,
    cause,
    place,
    periodStart: claim.period_start,
    reportCount: claim.report_count,
    originCount: claim.origin_count,
    lowest,
    highest,
    latest: claim.latest,
    reports,
  };
}

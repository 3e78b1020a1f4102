import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Relation } from '#domain';
import { EVENT_READER, type EventReader } from '#event-store';
import { articleRevisionTable, correctedBy, liveTable, trackedReportTable } from '#projections';
import { retirementsAsOf, type AsOf, type Retirement } from '#tracking';
import { isTurnedBack, resolveAsOf } from '../as-of/as-of.js';
import { addClocks, endOf, joinRetired } from '../as-of/as-of-conditions.js';
import { instantOf } from '../as-of/told-then.js';
import { claimsNamedIn } from '../claim-ledgers/claims-of-reports.js';
import { foldFamilies, type FoldedClaim } from '../claim-ledgers/fold-claims.js';
import { Conditions } from '../conditions.js';
import { ViewsReader } from '../views-reader.js';
import { GetOutletOverview } from './overviews.queries.js';
import type { OutletOverview } from './overviews.js';

/** Claims folded where the clocks are turned back: the ones that the outlet reported of last. */
const MOST_FOLDED = 1_000;
const FOLDED_AT_ONCE = 200;

/** Reports of an outlet that are alike in what is counted. */
interface Counted {
  readonly relation: string | null;
  readonly standing: string | null;
  readonly corrected: string | null;
  /** Whether a later text of their article, or a later reading of it, took their place. */
  readonly replaced: boolean;
  readonly count: number;
}

interface Totals {
  readonly outlet: string;
  readonly articles: number;
  readonly reports: number;
}

const TRACKED = liveTable(trackedReportTable);

@QueryHandler(GetOutletOverview)
export class GetOutletOverviewHandler implements IQueryHandler<GetOutletOverview> {
  constructor(
    private readonly views: ViewsReader,
    @Inject(EVENT_READER) private readonly reader: EventReader,
  ) {}

  async execute({ workspace, outlet, asOf }: GetOutletOverview): Promise<OutletOverview | null> {
    const clocks = await resolveAsOf(this.reader, workspace, asOf);
    const totals = await this.countTotals(workspace, outlet, clocks);
    if (!totals || totals.articles === 0) return null;
    const { counted, complete } = isTurnedBack(clocks)
      ? await this.countFolded(workspace, outlet, clocks)
      : { counted: await this.countPresent(workspace, outlet), complete: true };
    const revisedCount = await this.countChanges(workspace, outlet, clocks);
    return { ...overviewOf(totals, counted), revisedCount, complete };
  }

  /** Reports are those of the newest text of each article, as it was read last: nobody reads the others. */
  private async countTotals(workspace: string, outlet: string, asOf: AsOf): Promise<Totals | undefined> {
    const conditions = conditionsOf(workspace, outlet, asOf);
    const retired = joinRetired(conditions, asOf);
    const [totals] = await this.views.select<Totals & Record<string, unknown>>(
      `SELECT min(tracked.outlet) AS outlet, count(DISTINCT tracked.article_id)::int AS articles,
         (count(*) FILTER (WHERE retired.superseded_seq IS NULL))::int AS reports
       FROM ${TRACKED} tracked ${retired} ${conditions.toString()}`,
      conditions.values,
    );
    return totals;
  }

  /** A text that is replaced leaves all its reports behind; what it changed is told by the comparison of the two. */
  private async countChanges(workspace: string, outlet: string, asOf: AsOf): Promise<number> {
    const { recordedSeq, assertedBy } = asOf;
    const conditions = conditionsOf(workspace, outlet, asOf);
    if (typeof recordedSeq === 'number') conditions.add('compared.seq <= ?', recordedSeq);
    if (assertedBy)
      conditions.add(
        `coalesce(${instantOf('compared.published_at')}, compared.recorded_at) <= ?::timestamptz`,
        endOf(assertedBy),
      );
    const [counted] = await this.views.select<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${TRACKED} tracked
       JOIN ${liveTable(articleRevisionTable)} compared USING (workspace, article_id)
       JOIN LATERAL json_array_elements(compared.changes) change
         ON coalesce(change ->> 'reportId', change ->> 'previousReportId')::uuid = tracked.report_id
       ${conditions.toString()}`,
      conditions.values,
    );
    return counted?.count ?? 0;
  }

  private countPresent(workspace: string, outlet: string): Promise<Counted[]> {
    const conditions = conditionsOf(workspace, outlet, {}).add('tracked.claim_id IS NOT NULL');
    return this.views.select<Counted & Record<string, unknown>>(
      `SELECT relation, standing, corrected, retired.superseded_seq IS NOT NULL AS replaced, count(*)::int AS count
       FROM ${TRACKED} tracked ${joinRetired(conditions, {})} ${conditions.toString()} GROUP BY 1, 2, 3, 4`,
      conditions.values,
    );
  }

  /** What a report added then is known when its claim is folded. */
  private async countFolded(
    workspace: string,
    outlet: string,
    asOf: AsOf,
  ): Promise<{ readonly counted: Counted[]; readonly complete: boolean }> {
    const conditions = conditionsOf(workspace, outlet, asOf);
    const named = claimsNamedIn(conditions.bind(workspace));
    const claims = await this.views.select<{ claim_id: string }>(
      `SELECT named.claim_id FROM ${TRACKED} tracked
       JOIN ${named} named USING (report_id) ${conditions.toString()}
       GROUP BY named.claim_id ORDER BY max(tracked.seq) DESC, named.claim_id LIMIT ${MOST_FOLDED + 1}`,
      conditions.values,
    );
    // Claims of one family come up with each part of the list that has one of them.
    const counted = new Map<string, Counted>();
    const folded = claims.slice(0, MOST_FOLDED).map(({ claim_id }) => claim_id);
    for (let n = 0; n < folded.length; n += FOLDED_AT_ONCE) {
      const ids = folded.slice(n, n + FOLDED_AT_ONCE);
      for (const claim of (await foldFamilies(this.views, workspace, ids, asOf)).values())
        for (const [reportId, report] of countedIn(claim, outlet, asOf)) counted.set(reportId, report);
    }
    return { counted: [...counted.values()], complete: claims.length <= MOST_FOLDED };
  }
}

function countedIn({ timeline, family }: FoldedClaim, outlet: string, asOf: AsOf): [string, Counted][] {
  const replaced = new Set(
    family.reports
      .filter((row) =>
        retirementsAsOf(row['retirements'] as readonly Retirement[], asOf).some(
          ({ kind }) => kind !== 'withdrawn',
        ),
      )
      .map((row) => row['report_id']),
  );
  return timeline.entries
    .filter((entry) => entry.outlet?.toLowerCase() === outlet.toLowerCase())
    .map(({ reportId, relation, standing, corrections }) => [
      reportId,
      {
        ...{ relation, standing, corrected: correctedBy(corrections) },
        ...{ replaced: replaced.has(reportId), count: 1 },
      },
    ]);
}

const conditionsOf = (workspace: string, outlet: string, asOf: AsOf): Conditions =>
  addClocks(
    new Conditions().add('tracked.workspace = ?', workspace).add('lower(tracked.outlet) = lower(?)', outlet),
    asOf,
  );

function overviewOf(
  { outlet, articles, reports }: { outlet: string; articles: number; reports: number },
  counted: readonly Counted[],
): Omit<OutletOverview, 'complete' | 'revisedCount'> {
  const relations = new Map<Relation, number>();
  for (const { relation, replaced, count } of counted)
    if (relation !== null && !replaced)
      relations.set(relation as Relation, (relations.get(relation as Relation) ?? 0) + count);
  const sum = (wanted: (one: Counted) => boolean): number =>
    counted.filter(wanted).reduce((total, { count }) => total + count, 0);
  return {
    outlet,
    articleCount: articles,
    reportCount: reports,
    linkedCount: sum(({ replaced }) => !replaced),
    relations: [...relations]
      .map(([relation, count]) => ({ relation, count }))
      .sort((a, b) => b.count - a.count || a.relation.localeCompare(b.relation)),
    correctedCount: sum(({ corrected }) => corrected === 'publisher'),
    retractedCount: sum(({ standing }) => standing === 'retracted' || standing === 'withdrawn'),
  };
}

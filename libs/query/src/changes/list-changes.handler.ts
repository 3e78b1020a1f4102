import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { EVENT_READER, type EventReader } from '#event-store';
import { claimDecisionTable, liveTable, trackedReportTable } from '#projections';
import type { AsOf } from '#tracking';
import { resolveAsOf } from '../as-of/as-of.js';
import { foldedCard } from '../claim-card/claim-card.js';
import { foldClaims, type FoldedClaim } from '../claim-ledgers/fold-claims.js';
import { reasonsOf } from '../claim-timeline/claim-decisions.js';
import { keyAfter, keyedPage, pageSize, type Page } from '../page.js';
import { ViewsReader } from '../views-reader.js';
import type { ClaimChange } from './change.js';
import { ListChanges, type ChangeFilter } from './list-changes.query.js';

interface ChangeRow {
  readonly seq: bigint;
  readonly claim_id: string;
  readonly event_id: string | null;
  readonly type: string;
  readonly recorded_at: Date | null;
  readonly actor: string | null;
  readonly report_id: string | null;
  readonly data: unknown;
}

const FIRST_UUID = '00000000-0000-0000-0000-000000000000';
const LAST_SEQ = '9223372036854775807';

/** Decisions about a claim or a report of one; and what took reports of a claim out of the current texts, once a claim. */
const CHANGES = `
  SELECT * FROM (
    SELECT decision.seq, coalesce(decision.claim_id, report.claim_id) AS claim_id, decision.event_id, decision.type,
      decision.recorded_at, decision.actor, decision.report_id, decision.data
    FROM ${liveTable(claimDecisionTable)} decision
    LEFT JOIN ${liveTable(trackedReportTable)} report
      ON report.workspace = decision.workspace AND report.report_id = decision.report_id
    WHERE decision.workspace = $1 AND decision.seq >= $2 AND decision.seq <= $4 AND decision.part = 0
      AND coalesce(decision.claim_id, report.claim_id) IS NOT NULL
      AND ($5::uuid IS NULL OR coalesce(decision.claim_id, report.claim_id) = $5 OR decision.other_claim_id = $5)
      AND (decision.seq, coalesce(decision.claim_id, report.claim_id)) > ($2, $3::uuid)
    ORDER BY decision.seq LIMIT $6
  ) AS decided
  UNION ALL SELECT * FROM (
    SELECT retired_seq, claim_id, NULL::uuid, 'ReportsRetired', NULL::timestamptz, NULL, NULL::uuid, NULL::json
    FROM ${liveTable(trackedReportTable)}
    WHERE workspace = $1 AND retired_seq >= $2 AND retired_seq <= $4 AND claim_id IS NOT NULL
      AND ($5::uuid IS NULL OR claim_id = $5) AND (retired_seq, claim_id) > ($2, $3::uuid)
    GROUP BY retired_seq, claim_id ORDER BY retired_seq, claim_id LIMIT $6
  ) AS retired
  ORDER BY seq, claim_id LIMIT $6`;

@QueryHandler(ListChanges)
export class ListChangesHandler implements IQueryHandler<ListChanges> {
  constructor(
    private readonly views: ViewsReader,
    @Inject(EVENT_READER) private readonly reader: EventReader,
  ) {}

  async execute({ filter }: ListChanges): Promise<Page<ClaimChange>> {
    const { workspace, claimId = null } = filter;
    const size = pageSize(filter);
    const asOf = await resolveAsOf(this.reader, workspace, filter.asOf);
    const [seq, id] = keyAfter(filter, 2) ?? (await this.beginning(filter));
    const last = asOf.recordedSeq === null || asOf.recordedSeq === undefined ? LAST_SEQ : asOf.recordedSeq;
    const values = [workspace, seq, id, last, claimId, size + 1];
    const rows = await this.views.select<ChangeRow>(CHANGES, values);
    const page = keyedPage(rows, size, (row) => [String(row.seq), row.claim_id]);
    return { ...page, items: await this.explain(workspace, page.items, asOf) };
  }

  private async beginning({ workspace, since }: ChangeFilter): Promise<readonly string[]> {
    const { recordedSeq } = await resolveAsOf(this.reader, workspace, { recordedBy: since ?? '0' }, 'since');
    return [String((recordedSeq ?? 0) + 1), FIRST_UUID];
  }

  private async explain(workspace: string, rows: readonly ChangeRow[], asOf: AsOf): Promise<ClaimChange[]> {
    const ids = [...new Set(rows.map((row) => row.claim_id))];
    const folded = await foldClaims(this.views, workspace, ids, asOf);
    return rows.map((row) => changeOf(workspace, row, folded.get(row.claim_id)));
  }
}

function changeOf(workspace: string, row: ChangeRow, folded: FoldedClaim | undefined): ClaimChange {
  const entry = folded?.timeline.entries.find(({ reportId }) => reportId === row.report_id);
  return {
    seq: String(row.seq),
    eventId: row.event_id,
    type: row.type,
    recordedAt: row.recorded_at?.toISOString() ?? null,
    actor: row.actor,
    claimId: row.claim_id,
    reportId: row.report_id,
    reasons: row.data === null ? [] : reasonsOf(row.data),
    relation: entry?.relation ?? null,
    relationReason: entry?.reason ?? null,
    change: entry?.change ?? null,
    claim: folded ? foldedCard(workspace, folded) : null,
  };
}

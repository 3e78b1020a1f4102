import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { EVENT_READER, type EventReader } from '#event-store';
import { liveTable, trackedReportTable, type Row } from '#projections';
import {
  retirementsAsOf,
  type AsOf,
  type PropositionFacts,
  type Retirement,
  type Standing,
  type TimelineEntry,
} from '#tracking';
import { addTold } from '../as-of/as-of-conditions.js';
import { resolveAsOf } from '../as-of/as-of.js';
import { toldThen } from '../as-of/told-then.js';
import { claimsOfReports, type ReportOfClaim } from '../claim-ledgers/claims-of-reports.js';
import { Conditions } from '../conditions.js';
import { keyAfter, keyedPage, pageSize, type Page } from '../page.js';
import { readReportViews } from '../reports/read-reports.js';
import { subjectSought } from '../reports/report-filter.js';
import type { ReportView } from '../reports/report.js';
import { ViewsReader } from '../views-reader.js';
import { assertionsIn, type ReadEntry } from './assertions.js';
import type { DossierEntry } from './dossier.js';
import { GetDossier, type DossierFilter } from './get-dossier.query.js';
import { addSpeaker, speakerScope, type SpeakerScope } from './speaker-scope.js';

@QueryHandler(GetDossier)
export class GetDossierHandler implements IQueryHandler<GetDossier> {
  constructor(
    private readonly views: ViewsReader,
    @Inject(EVENT_READER) private readonly reader: EventReader,
  ) {}

  async execute({ filter }: GetDossier): Promise<Page<DossierEntry>> {
    const { workspace } = filter;
    const asOf = await resolveAsOf(this.reader, workspace, filter.asOf);
    const size = pageSize(filter);
    const scope = await speakerScope(this.views, workspace, filter.speaker, asOf);
    const conditions = about(filter, scope, asOf);
    const after = keyAfter(filter, 2);
    if (after) conditions.add('(told.at, tracked.seq) > (?::timestamptz, ?::bigint)', ...after);
    const rows = await this.rows(conditions, asOf, size + 1);
    const page = keyedPage(rows, size, (row) => [row['at'] as string, String(row['seq'])]);
    const read = await this.entriesOf(workspace, page.items, asOf);
    const articles = [...new Set(read.flatMap(({ report }) => report?.article.id ?? []))];
    const beside = about(filter, scope, asOf)
      .add('tracked.article_id = ANY(?::uuid[])', articles)
      .add(
        'tracked.report_id <> ALL(?::uuid[])',
        read.map(({ reportId }) => reportId),
      );
    const others = await this.entriesOf(workspace, await this.rows(beside, asOf), asOf);
    const told = assertionsIn(read, others);
    return {
      ...page,
      items: told.filter((entry) => entry !== null),
      cursors: page.cursors.filter((_, at) => told[at] !== null),
    };
  }

  private rows(conditions: Conditions, asOf: AsOf, limit?: number): Promise<Row[]> {
    addTold(conditions, asOf);
    const told = toldThen(conditions, asOf);
    return this.views.select<Row>(
      `SELECT tracked.*, to_char(told.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at
       FROM ${liveTable(trackedReportTable)} tracked CROSS JOIN LATERAL ${told} ${conditions.toString()}
       ORDER BY told.at, tracked.seq ${limit === undefined ? '' : `LIMIT ${limit}`}`,
      conditions.values,
    );
  }

  private async entriesOf(workspace: string, rows: readonly Row[], asOf: AsOf): Promise<ReadEntry[]> {
    const ids = rows.map((row) => row['report_id'] as string);
    const [reports, ofClaims] = await Promise.all([
      readReportViews(this.views, workspace, ids, asOf),
      claimsOfReports(this.views, workspace, ids, asOf),
    ]);
    return rows.map((row) => {
      const id = row['report_id'] as string;
      return entryOf(row, ofClaims.get(id), reports.get(id) ?? null, asOf);
    });
  }
}

function about({ workspace, subject }: DossierFilter, scope: SpeakerScope, asOf: AsOf): Conditions {
  const conditions = new Conditions()
    .add('tracked.workspace = ?', workspace)
    .add(`tracked.kind IN ('statement', 'claim')`)
    .filter('tracked.seq <= ?', asOf.recordedSeq ?? undefined);
  addSpeaker(conditions, scope);
  if (subject !== undefined)
    conditions.add('(told.words @> ?::text[] OR told.words @> ?::text[])', ...subjectSought(subject));
  return conditions;
}

function entryOf(
  row: Row,
  ofClaim: ReportOfClaim | undefined,
  report: ReportView | null,
  asOf: AsOf,
): ReadEntry {
  const { claimId = null, entry } = ofClaim ?? {};
  return {
    reportId: row['report_id'] as string,
    kind: row['kind'] as ReadEntry['kind'],
    seq: String(row['seq']),
    ...saidIn(row, entry),
    claimId,
    relation: entry?.relation ?? null,
    relationReason: entry?.reason ?? null,
    standing: entry?.standing ?? standingOf(row['retirements'] as readonly Retirement[], asOf),
    report: report && { ...report, claimId },
  };
}

/** As corrected, where a claim tells; else as read. */
function saidIn(row: Row, entry?: TimelineEntry): Pick<ReadEntry, 'assertedAt' | 'text' | 'polarity'> {
  const { text, polarity } = entry?.proposition ?? (row['facts'] as PropositionFacts);
  return { assertedAt: entry ? entry.assertedAt : (row['asserted'] as string | null), text, polarity };
}

/** Of a report of no claim: what its article did to it by then. */
const standingOf = (retirements: readonly Retirement[], asOf: AsOf): Standing =>
  retirementsAsOf(retirements, asOf)[0]?.kind ?? 'current';

import type { DecisionReverted } from '#domain';
import type { EventReader, StoredEvent } from '#event-store';
import { claimDecisionTable, ledgerOf, liveTable, type ClaimFamily, type Row } from '#projections';
import {
  foldClaim,
  liveDecisions,
  membershipOf,
  reportsAsOf,
  type AsOf,
  type ClaimLedger,
  type ClaimTimeline,
  type TimelineEntry,
} from '#tracking';
import { foldedCard } from '../claim-card/claim-card.js';
import { loadClaimFamilies } from '../claim-ledgers/fold-claims.js';
import { readQuotes } from '../reports/read-quotes.js';
import type { ViewsReader } from '../views-reader.js';
import type { ClaimChange } from './change.js';
import { detailsOf, type KnownAround } from './change-details.js';
import { changeReasons } from './change-reasons.js';
import { summaryOf } from './change-summary.js';
import type { Concerned } from './claims-then.js';

interface Sources {
  readonly views: ViewsReader;
  readonly reader: EventReader;
  readonly workspace: string;
  readonly asOf: AsOf;
}

/**
 * Changes with what they come to: the claim as it stood behind each, and what the report added to it. Null where by other clocks than the
 * record's nothing of the claim, or not the report that it is about, was there.
 */
export async function explainChanges(
  { views, reader, workspace, asOf }: Sources,
  found: readonly Concerned[],
): Promise<(ClaimChange | null)[]> {
  const ids = [...new Set(found.flatMap(({ claimId }) => claimId ?? []))];
  const untold = found.filter(({ happening }) => !happening.decision).map(({ happening }) => happening.seq);
  const [families, events] = await Promise.all([
    loadClaimFamilies(views, workspace, ids),
    readEvents(reader, workspace, [...new Set(untold)]),
  ]);
  const ledgers = ledgersOf(families);
  const all = found.map((concerned): Known => {
    const { decision, seq } = concerned.happening;
    const told = decision ? toldByRow(decision) : toldByEvent(events.get(seq), seq);
    return { concerned, told, claim: ledgers.get(concerned.claimId ?? '') };
  });
  const there = all.map((known) => (isThere(asOf, known) ? known : null));
  const around = await readAround(
    views,
    workspace,
    there.flatMap((known) => known ?? []),
  );
  const timelineOf = foldedOnce(asOf);
  return there.map((known) => known && explained(workspace, known, timelineOf(known), around));
}

/** Several changes of one event show the claim as it stood behind all of them. */
function foldedOnce(asOf: AsOf): (known: Known) => ClaimTimeline | undefined {
  const folded = new Map<string, ClaimTimeline>();
  return ({ concerned: { happening }, claim }) => {
    if (!claim) return undefined;
    const key = `${claim.ledger.claimId} ${happening.seq}`;
    const timeline = folded.get(key) ?? foldClaim(claim.ledger, { ...asOf, recordedSeq: happening.seq });
    folded.set(key, timeline);
    return timeline;
  };
}

/** What the row of a decision, or the event of what took reports out, says of a change. */
interface Told extends Pick<
  ClaimChange,
  'eventId' | 'type' | 'recordedAt' | 'actor' | 'reportId' | 'entityId' | 'otherEntityId'
> {
  readonly data: unknown;
}

interface Known {
  readonly concerned: Concerned;
  readonly told: Told;
  readonly claim: { readonly family: ClaimFamily; readonly ledger: ClaimLedger } | undefined;
}

/** Each claim of the families with what it is folded from: it is folded at many seqs. */
const ledgersOf = (families: readonly ClaimFamily[]): ReadonlyMap<string, NonNullable<Known['claim']>> =>
  new Map(
    families
      .filter(({ decisions }) => decisions.length > 0)
      .flatMap((family) => {
        const ledger = ledgerOf(family.claimIds[0] ?? '', family);
        return family.claimIds.map((claimId) => [claimId, { family, ledger: { ...ledger, claimId } }]);
      }),
  );

const toldByRow = (row: Row): Told => ({
  eventId: row['event_id'] as string,
  type: row['type'] as string,
  recordedAt: new Date(row['recorded_at'] as string | Date).toISOString(),
  actor: row['actor'] as string,
  // A split has a row a report: it is about all of them.
  reportId: row['other_claim_id'] === null ? (row['report_id'] as string | null) : null,
  entityId: row['entity_id'] as string | null,
  otherEntityId: row['other_entity_id'] as string | null,
  data: row['data'],
});

function toldByEvent(event: StoredEvent | undefined, seq: number): Told {
  if (!event) throw new Error(`The views hold event ${seq}, which the log does not have.`);
  const { eventId, type, recordedAt, actor, data } = event;
  return {
    eventId,
    type,
    recordedAt: recordedAt.toISOString(),
    actor,
    reportId: (data as { reportId?: string }).reportId ?? null,
    entityId: null,
    otherEntityId: null,
    data,
  };
}

function isThere(
  asOf: AsOf,
  { concerned: { claimId, happening }, told: { reportId }, claim }: Known,
): boolean {
  if (!asOf.assertedBy && !asOf.validOn) return true;
  if (!claim) return false;
  const then = { ...asOf, recordedSeq: happening.seq };
  const live = liveDecisions(claim.ledger.decisions, then);
  const { claimOf } = membershipOf(live);
  return reportsAsOf(claim.ledger.reports, then, live).some((report) =>
    reportId === null ? claimOf(report.reportId) === claimId : report.reportId === reportId,
  );
}

async function readAround(
  views: ViewsReader,
  workspace: string,
  known: readonly Known[],
): Promise<KnownAround> {
  const reportIds = known.flatMap(({ concerned, told }) =>
    [...concerned.reportIds, told.reportId ?? []].flat(),
  );
  const undoing = known.filter(({ told }) => told.type === 'DecisionReverted');
  const undoneIds = undoing.map(({ told }) => (told.data as DecisionReverted).decisionId);
  const [quotes, rows] = await Promise.all([
    readQuotes(views, workspace, reportIds),
    undoneIds.length === 0
      ? []
      : views.select<Row>(
          `SELECT event_id, seq, data FROM ${liveTable(claimDecisionTable)} WHERE workspace = $1 AND event_id = ANY($2::uuid[])`,
          [workspace, undoneIds],
        ),
  ]);
  return { quotes, undone: new Map(rows.map((row) => [row['event_id'] as string, row])) };
}

function explained(
  workspace: string,
  { concerned: { happening, claimId, reportIds }, told: { data, ...told }, claim }: Known,
  timeline: ClaimTimeline | undefined,
  around: KnownAround,
): ClaimChange {
  const entry = timeline?.entries.find(({ reportId }) => reportId === told.reportId);
  const change = {
    ...told,
    seq: String(happening.seq),
    claimId,
    quote: around.quotes.get(told.reportId ?? '') ?? null,
    articleId: happening.articleId,
    reasons: changeReasons(told.type, data),
    ...detailsOf(told.type, data, reportIds, around),
    ...addedBy(entry),
    claim: claim && timeline ? foldedCard(workspace, { timeline, family: claim.family }) : null,
  };
  const quotes = reportIds.flatMap((id) => around.quotes.get(id) ?? []);
  return { ...change, summary: summaryOf({ ...change, data, quotes }) };
}

const NOTHING = { relation: null, relationReason: null, otherRelations: [], change: null };

const addedBy = (entry: TimelineEntry | undefined) =>
  entry
    ? {
        relation: entry.relation,
        relationReason: entry.reason,
        otherRelations: entry.otherRelations,
        change: entry.change,
      }
    : NOTHING;

async function readEvents(
  reader: EventReader,
  workspace: string,
  seqs: readonly number[],
): Promise<Map<number, StoredEvent>> {
  const events = await reader.readAt(workspace, seqs.map(BigInt));
  return new Map(events.map((event) => [Number(event.seq), event]));
}

import type { EventReader, StoredEvent } from '#event-store';
import { ledgerOf, type Row } from '#projections';
import { liveDecisions, reportsAsOf, type AsOf } from '#tracking';
import { foldedCard } from '../claim-card/claim-card.js';
import { foldClaims, type FoldedClaim } from '../claim-ledgers/fold-claims.js';
import type { ViewsReader } from '../views-reader.js';
import type { ClaimChange } from './change.js';
import { changeReasons } from './change-reasons.js';
import type { Concerned } from './claims-then.js';

interface Sources {
  readonly views: ViewsReader;
  readonly reader: EventReader;
  readonly workspace: string;
  readonly asOf: AsOf;
}

export interface ExplainedChange {
  readonly change: ClaimChange;
  /** By other clocks than the record's: whether something of the claim, and the report that it is about, were there. */
  readonly isThere: boolean;
}

/** Changes with what they come to: the claim as it stands at the clocks, and what the report adds to it. */
export async function explainChanges(
  { views, reader, workspace, asOf }: Sources,
  found: readonly Concerned[],
): Promise<ExplainedChange[]> {
  const ids = [...new Set(found.flatMap(({ claimId }) => claimId ?? []))];
  const untold = found.filter(({ happening }) => !happening.decision).map(({ happening }) => happening.seq);
  const [folded, events] = await Promise.all([
    foldClaims(views, workspace, ids, asOf),
    readEvents(reader, workspace, [...new Set(untold)]),
  ]);
  return found.map((concerned) => {
    const { decision, seq } = concerned.happening;
    const told = decision ? toldByRow(decision) : toldByEvent(events.get(seq), seq);
    const claim = folded.get(concerned.claimId ?? '');
    const change = explained(workspace, concerned, told, claim);
    return { change, isThere: isThere(asOf, change, claim) };
  });
}

/** What the row of a decision, or the event of what took reports out, says of a change. */
interface Told extends Pick<ClaimChange, 'eventId' | 'type' | 'recordedAt' | 'actor' | 'reportId'> {
  readonly entityId: string | null;
  readonly otherEntityId: string | null;
  readonly data: unknown;
}

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

function explained(
  workspace: string,
  { happening, claimId, reportIds }: Concerned,
  { data, ...told }: Told,
  folded: FoldedClaim | undefined,
): ClaimChange {
  const entry = folded?.timeline.entries.find(({ reportId }) => reportId === told.reportId);
  return {
    ...told,
    seq: String(happening.seq),
    claimId,
    articleId: happening.articleId,
    reasons: changeReasons(told.type, data, reportIds),
    relation: entry?.relation ?? null,
    relationReason: entry?.reason ?? null,
    change: entry?.change ?? null,
    claim: folded ? foldedCard(workspace, folded) : null,
  };
}

function isThere(asOf: AsOf, { reportId }: ClaimChange, folded: FoldedClaim | undefined): boolean {
  if (!asOf.assertedBy && !asOf.validOn) return true;
  if (!folded || folded.timeline.entries.length === 0) return false;
  if (reportId === null) return true;
  // It need not be of the claim any more.
  const { reports, decisions } = ledgerOf(folded.timeline.claimId, folded.family);
  const live = liveDecisions(decisions, asOf);
  return reportsAsOf(reports, asOf, live).some((report) => report.reportId === reportId);
}

async function readEvents(
  reader: EventReader,
  workspace: string,
  seqs: readonly number[],
): Promise<Map<number, StoredEvent>> {
  const events = await reader.readAt(workspace, seqs.map(BigInt));
  return new Map(events.map((event) => [Number(event.seq), event]));
}

import type { AttributionLink, ClaimSplit, EntitySplit, EventType, ReportCorrected } from '#domain';
import type { StoredEvent } from '#event-store';
import { DECISION_TYPES } from '#tracking';
import type { Row } from '../view-table.js';
import { originIn } from './ledger-rows.js';

/** What decisions may name; each kind of them names some. */
interface Named {
  readonly claimId?: string | null;
  readonly mergedClaimId?: string;
  readonly newClaimId?: string;
  readonly reportId?: string | null;
  readonly articleId?: string;
  readonly clusterId?: string;
  readonly entityId?: string;
  readonly mergedEntityId?: string;
  readonly newEntityId?: string;
}

/** The columns that decisions are found by; what undoes one is found by the same. */
const KEYS = [
  'claim_id',
  'other_claim_id',
  'report_id',
  'article_id',
  'cluster_id',
  'entity_id',
  'other_entity_id',
  'source_id',
] as const;

const decisionTypes: ReadonlySet<string> = new Set<EventType>(DECISION_TYPES);

/** The rows of a decision: one, or of a split one a report or mention. None for other events. */
export function decisionRows(event: StoredEvent): Row[] {
  if (!decisionTypes.has(event.type)) return [];
  const { workspace, eventId, seq, recordedAt, type, actor } = event;
  const named = event.data as Named;
  const row = {
    workspace,
    event_id: eventId,
    seq,
    recorded_at: recordedAt,
    type,
    actor,
    claim_id: named.claimId ?? null,
    other_claim_id: named.mergedClaimId ?? named.newClaimId ?? null,
    report_id: named.reportId ?? null,
    article_id: named.articleId ?? null,
    cluster_id: named.clusterId ?? null,
    entity_id: named.entityId ?? null,
    other_entity_id: named.mergedEntityId ?? named.newEntityId ?? null,
    source_id: correctedSource(event),
    data: event.data,
  };
  const parts = reportsOfSplit(event);
  return parts ? parts.map((report_id, part) => ({ ...row, part, report_id })) : [{ ...row, part: 0 }];
}

function correctedSource({ workspace, type, data }: StoredEvent): string | null {
  if (type !== 'ReportCorrected') return null;
  const said = (data as ReportCorrected).changes.findLast(({ field }) => field === 'attribution');
  return originIn(workspace, (said?.to ?? []) as AttributionLink[])?.entityId ?? null;
}

function reportsOfSplit({ type, data }: StoredEvent): readonly string[] | null {
  if (type === 'ClaimSplit') return (data as ClaimSplit).reportIds;
  return type === 'EntitySplit' ? (data as EntitySplit).mentions.map(({ reportId }) => reportId) : null;
}

/** The rows of what undid a decision: found wherever the decision is, whose rows these are. */
export const reversalRows = (reversal: Row, undone: readonly Row[]): Row[] =>
  undone.map((row, part) => ({
    ...reversal,
    part,
    ...Object.fromEntries(KEYS.map((key) => [key, row[key] ?? reversal[key] ?? null])),
  }));

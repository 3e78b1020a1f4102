import {
  type AttributionLink,
  type DecisionReverted,
  type EntityKind,
  type FigureReported,
  type Mention,
  type Report,
} from '#domain';
import type { StoredEvent } from '#event-store';
import { foldedWords, sourceId } from '../reports/report-row.js';
import type { Row } from '../view-table.js';

export const REPORT_TYPES = ['FigureReported', 'StatementMade', 'ClaimRecorded'] as const;

export const ENTITY_DECISIONS = [
  'EntityRegistered',
  'AliasAdded',
  'EntitiesMerged',
  'EntitySplit',
  'EntityMergeProposed',
  'EntityMergeDeclined',
] as const;

/** What decisions about entities have in one or another of them. */
interface EntityDecision {
  readonly entityId: string;
  readonly mergedEntityId?: string;
  readonly newEntityId?: string;
  readonly otherEntityId?: string;
  readonly kind?: EntityKind;
  readonly mention?: Mention;
  readonly mentions?: readonly Mention[];
  readonly score?: number | null;
  readonly decidedBy: string;
  readonly reasons: readonly string[];
}

/** The names of a report; none for other events. */
export function mentionRows(event: StoredEvent): Row[] {
  if (!(REPORT_TYPES as readonly string[]).includes(event.type)) return [];
  const { attribution } = event.data as Report;
  const { places = [] } = event.data as Partial<FigureReported>;
  return [
    ...attribution.flatMap((link, index) => sourceRow(event, link, index)),
    ...places.map(({ text }, index) =>
      mentionRow(event, { field: 'places', index, entity_id: null, name: text, role: null }),
    ),
  ];
}

/** Nobody in particular is no entity. */
function sourceRow(event: StoredEvent, link: AttributionLink, index: number): Row[] {
  if (link.kind === 'anonymous') return [];
  const { name, role } = link;
  const entity_id = sourceId(event.workspace, link);
  return [mentionRow(event, { field: 'attribution', index, entity_id, name, role })];
}

function mentionRow({ workspace, seq, data }: StoredEvent, own: Row & { readonly name: string }): Row {
  const { reportId, articleId } = data as Report;
  const words = foldedWords(own.name);
  return {
    workspace,
    report_id: reportId,
    article_id: articleId,
    seq,
    ...own,
    name_key: words.join(' '),
    name_words: words,
  };
}

/** The row of a decision about an entity; null for other events. */
export function entityDecisionRow(event: StoredEvent): Row | null {
  if (!(ENTITY_DECISIONS as readonly string[]).includes(event.type)) return null;
  const decision = event.data as EntityDecision;
  const { mergedEntityId, newEntityId, otherEntityId, mention } = decision;
  const mentions = decision.mentions ?? (mention ? [mention] : []);
  return {
    workspace: event.workspace,
    event_id: event.eventId,
    seq: event.seq,
    recorded_at: event.recordedAt,
    type: event.type,
    entity_id: decision.entityId,
    other_entity_id: mergedEntityId ?? newEntityId ?? otherEntityId ?? null,
    kind: decision.kind ?? null,
    mentions,
    report_id: mentions[0]?.reportId ?? null,
    score: decision.score ?? null,
    decided_by: decision.decidedBy,
    reasons: decision.reasons,
    reverted_seq: null,
  };
}

/** The decision about an entity that an event undoes; null for other events. */
export const revertedEntityDecision = ({ type, stream, data }: StoredEvent): string | null =>
  type === 'DecisionReverted' && stream.startsWith('entity-') ? (data as DecisionReverted).decisionId : null;

import { buildEvent, type ClaimtrailEvent, type EventType } from '#domain';
import type { StoredEvent } from '#event-store';
import { AlreadyReverted, NotReversible } from '../errors.js';
import type { History } from './history.js';
import { addTo, record, type DecisionPlan } from './plan.js';

/** What can be undone: decisions on what was reported, never what was reported. */
const REVERSIBLE: readonly EventType[] = [
  'ReportCorrected',
  'ReportRetracted',
  'ReportConfirmed',
  'FieldCommented',
  'ReportLinked',
  'ReportUnlinked',
  'ReportLinkDeclined',
  'AnomalySettled',
  'ClaimsMerged',
  'ClaimSplit',
  'HeadlineFigureRecommended',
  'ReviewRequested',
  'ReviewGiven',
  'ClaimSignedOff',
  // Undone, the article stays out of wire stories: people have looked at it.
  'ArticleClustered',
  'ArticleUnclustered',
  'AliasAdded',
  'EntitiesMerged',
  'EntitySplit',
  'EntityMergeDeclined',
];

interface Subject {
  readonly claimId?: string;
  readonly reportId?: string;
}

const isReversible = (type: string): boolean => (REVERSIBLE as readonly string[]).includes(type);

/** The streams beside its own that hold parts of a decision. */
export const streamsOfParts = ({ meta }: StoredEvent): readonly string[] =>
  (meta as { readonly parts?: readonly string[] }).parts ?? [];

/**
 * Undoes a decision and its parts in other streams.
 * @throws {AlreadyReverted | NotReversible}
 */
export function decideReversal(
  decision: StoredEvent,
  own: History,
  others: readonly History[],
  reason: string,
): DecisionPlan {
  const { eventId, type, meta } = decision;
  if (!isReversible(type)) throw new NotReversible(eventId, `it is of type ${type}, which is no decision`);
  const { partOf } = meta as { readonly partOf?: string };
  if (partOf !== undefined)
    throw new NotReversible(eventId, `it is part of decision ${partOf}; undo that one`);
  if (own.reverted.has(eventId)) throw new AlreadyReverted(eventId);
  const parts = others.map((history) =>
    addTo(
      history,
      history.standing.filter((event) => isPartOf(event, eventId)).map((event) => reversalOf(event, reason)),
      { partOf: eventId },
    ),
  );
  return record(own, reversalOf(decision, reason), parts);
}

const isPartOf = ({ meta }: StoredEvent, decisionId: string): boolean => meta['partOf'] === decisionId;

function reversalOf({ eventId, type, data }: StoredEvent, reason: string): ClaimtrailEvent {
  const { claimId = null, reportId = null } = data as Subject;
  return buildEvent('DecisionReverted', {
    decisionId: eventId,
    decisionType: type,
    claimId,
    reportId,
    reason,
  });
}

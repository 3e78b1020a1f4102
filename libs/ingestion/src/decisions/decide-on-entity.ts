import { buildEvent, type EntitiesMerged } from '#domain';
import { deterministicId } from '#platform';
import { MergedAlready, NotProposed } from '../errors.js';
import type { DeclineMerge, MergeEntities, SplitEntity } from './decision.js';
import type { EntityState } from './entity-state.js';
import { dataOf, entityStream } from './history.js';
import { addTo, eventIdAt, record, unchanged, unmoved, type DecisionPlan } from './plan.js';

const told = (actor: string, reason: string) => ({ decidedBy: actor, reasons: [reason] });

function requireLiving({ entityId, merger }: EntityState): void {
  if (merger) throw new MergedAlready('entity', entityId, dataOf<EntitiesMerged>(merger).entityId);
}

export function mergeEntities(
  entity: EntityState,
  merged: EntityState,
  { reason }: MergeEntities,
  actor: string,
): DecisionPlan {
  requireLiving(entity);
  const { entityId } = entity;
  const { merger } = merged;
  if (merger && dataOf<EntitiesMerged>(merger).entityId === entityId) return unchanged(merger);
  requireLiving(merged);
  const data = { entityId, mergedEntityId: merged.entityId, ...told(actor, reason) };
  return record(merged.history, buildEvent('EntitiesMerged', data), [unmoved(entity.history)]);
}

/** The two may have been merged into others since: what is declined is what was proposed. */
export function declineMerge(
  entity: EntityState,
  other: EntityState,
  { reason }: DeclineMerge,
  actor: string,
): DecisionPlan {
  const { entityId, history } = entity;
  const otherEntityId = other.entityId;
  const before = entity.declined.get(otherEntityId) ?? other.declined.get(entityId);
  if (before) return unchanged(before);
  if (!entity.proposed.has(otherEntityId) && !other.proposed.has(entityId))
    throw new NotProposed('merger of entity', otherEntityId, 'entity', entityId);
  const data = { entityId, otherEntityId, ...told(actor, reason) };
  return record(history, buildEvent('EntityMergeDeclined', data), [unmoved(other.history)]);
}

/** The new entity begins in a stream of its own, with the first of the mentions that move. */
export function splitEntity(
  entity: EntityState,
  { mentions, reason }: SplitEntity,
  actor: string,
): DecisionPlan {
  requireLiving(entity);
  const { entityId, kind, history } = entity;
  const splitId = eventIdAt(history);
  const newEntityId = deterministicId('entity', splitId);
  const split = buildEvent('EntitySplit', {
    entityId,
    newEntityId,
    mentions: [...mentions],
    ...told(actor, reason),
  });
  const [mention] = split.data.mentions;
  const registered = mention
    ? [buildEvent('EntityRegistered', { entityId: newEntityId, kind, mention, ...told(actor, reason) })]
    : [];
  const beginning = { stream: entityStream(newEntityId), version: 0 };
  return record(history, split, [addTo(beginning, registered, { partOf: splitId })]);
}

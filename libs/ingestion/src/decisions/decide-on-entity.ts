import { buildEvent, type EntitiesMerged } from '#domain';
import { deterministicId } from '#platform';
import { MergedAlready } from '../errors.js';
import type { MergeEntities, SplitEntity } from './decision.js';
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
  return record(history, split, [addTo(beginning, registered, splitId)]);
}

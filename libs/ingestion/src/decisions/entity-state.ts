import type { EntitiesMerged, EntityKind, EntityRegistered } from '#domain';
import type { EventReader, StoredEvent } from '#event-store';
import { EntityNotFound } from '../errors.js';
import { dataOf, entityStream, loadHistory, type History } from './history.js';

/** What the write side knows of a person, organisation, group or place. */
export interface EntityState {
  readonly entityId: string;
  readonly kind: EntityKind;
  /** The event that ended it: it lives on as another entity. */
  readonly merger: StoredEvent | null;
  readonly history: History;
}

/** @throws {EntityNotFound} */
export async function loadEntity(
  reader: EventReader,
  workspace: string,
  entityId: string,
): Promise<EntityState> {
  const history = await loadHistory(reader, workspace, entityStream(entityId));
  const registered = history.standing.find(({ type }) => type === 'EntityRegistered');
  if (!registered) throw new EntityNotFound(entityId);
  const merger = history.standing.findLast(
    (event) => event.type === 'EntitiesMerged' && dataOf<EntitiesMerged>(event).mergedEntityId === entityId,
  );
  return { entityId, kind: dataOf<EntityRegistered>(registered).kind, merger: merger ?? null, history };
}

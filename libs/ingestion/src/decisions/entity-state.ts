import type {
  EntitiesMerged,
  EntityKind,
  EntityMergeDeclined,
  EntityMergeProposed,
  EntityRegistered,
} from '#domain';
import type { EventReader, StoredEvent } from '#event-store';
import { EntityNotFound } from '../errors.js';
import { dataOf, entityStream, loadHistory, type History } from './history.js';

/** What the write side knows of a person, organisation, group or place. */
export interface EntityState {
  readonly entityId: string;
  readonly kind: EntityKind;
  /** The event that ended it: it lives on as another entity. */
  readonly merger: StoredEvent | null;
  /** Entities that a process takes for the same, by proposals in this entity's stream. */
  readonly proposed: ReadonlySet<string>;
  /** Mergers that people declined in this entity's stream, by the other entity. */
  readonly declined: ReadonlyMap<string, StoredEvent>;
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
  const proposals = history.standing.filter(({ type }) => type === 'EntityMergeProposed');
  const declines = history.standing.filter(({ type }) => type === 'EntityMergeDeclined');
  return {
    entityId,
    kind: dataOf<EntityRegistered>(registered).kind,
    merger: merger ?? null,
    proposed: new Set(proposals.map((event) => dataOf<EntityMergeProposed>(event).otherEntityId)),
    declined: new Map(declines.map((event) => [dataOf<EntityMergeDeclined>(event).otherEntityId, event])),
    history,
  };
}

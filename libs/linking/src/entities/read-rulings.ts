import type {
  DecisionReverted,
  EntitiesMerged,
  EntityMergeDeclined,
  EntityMergeProposed,
  EntityRegistered,
  EntitySplit,
} from '#domain';
import type { StoredEvent } from '#event-store';
import { isByProcess, type NameBook } from '#tracking';
import type { DecisionContext } from '../runner/decision-process.js';

/** What was decided about entities, by people, or by the process itself in a log whose decisions it reads again. */
export interface Ruling {
  readonly entityIds: readonly string[];
  readonly fold: (book: NameBook) => void;
}

/** The rulings of a batch, by event. What was undone is looked up: what undoes it says no more than which it was. */
export async function readRulings(
  batch: readonly StoredEvent[],
  { reader, workspace }: DecisionContext,
): Promise<ReadonlyMap<string, Ruling>> {
  const rulings = new Map<string, Ruling>();
  for (const event of batch) {
    const ruling =
      event.type === 'DecisionReverted'
        ? reversalOf(event, await undoneBy(event, (id) => reader.findEvent(workspace, id)))
        : rulingOf(event);
    if (ruling) rulings.set(event.eventId, ruling);
  }
  return rulings;
}

function rulingOf({ type, data }: Pick<StoredEvent, 'type' | 'data'>): Ruling | null {
  switch (type) {
    case 'EntityRegistered':
    case 'AliasAdded':
      return { entityIds: [(data as EntityRegistered).entityId], fold: () => undefined };
    case 'EntitiesMerged': {
      const { entityId, mergedEntityId } = data as EntitiesMerged;
      return {
        entityIds: [entityId, mergedEntityId],
        fold: (book) => book.foldMerger(entityId, mergedEntityId),
      };
    }
    case 'EntitySplit': {
      const { entityId, newEntityId } = data as EntitySplit;
      return { entityIds: [entityId, newEntityId], fold: (book) => book.foldSplit(entityId, newEntityId) };
    }
    case 'EntityMergeProposed': {
      const { entityId, otherEntityId } = data as EntityMergeProposed;
      return {
        entityIds: [entityId, otherEntityId],
        fold: (book) => book.foldProposal(entityId, otherEntityId),
      };
    }
    case 'EntityMergeDeclined': {
      const { entityId, otherEntityId } = data as EntityMergeDeclined;
      return {
        entityIds: [entityId, otherEntityId],
        fold: (book) => book.setApart(entityId, otherEntityId),
      };
    }
    default:
      return null;
  }
}

const UNDONE = new Set(['EntitiesMerged', 'EntityMergeDeclined']);

function undoneBy(
  { data }: StoredEvent,
  find: (eventId: string) => Promise<StoredEvent | null>,
): Promise<StoredEvent | null> {
  const { decisionId, decisionType } = data as DecisionReverted;
  return UNDONE.has(decisionType) ? find(decisionId) : Promise.resolve(null);
}

/** A merger that people undo keeps the two apart; one that a version of the process takes back is open to the next. */
function reversalOf({ actor }: StoredEvent, undone: StoredEvent | null): Ruling | null {
  if (undone?.type === 'EntitiesMerged') {
    const { entityId, mergedEntityId } = undone.data as EntitiesMerged;
    const outcome = isByProcess(actor) ? 'open' : 'apart';
    return {
      entityIds: [entityId, mergedEntityId],
      fold: (book) => {
        book.foldUnmerger(mergedEntityId, outcome);
        if (outcome === 'apart') book.setApart(entityId, mergedEntityId);
      },
    };
  }
  if (undone?.type !== 'EntityMergeDeclined') return null;
  const { entityId, otherEntityId } = undone.data as EntityMergeDeclined;
  return {
    entityIds: [entityId, otherEntityId],
    fold: (book) => book.foldUndecline(entityId, otherEntityId),
  };
}

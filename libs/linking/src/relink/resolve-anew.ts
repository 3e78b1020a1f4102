import {
  buildEvent,
  isErased,
  type ClaimtrailEvent,
  type DecisionReverted,
  type EntitiesMerged,
  type EntityMergeProposed,
  type EntityRegistered,
  type Mention,
} from '#domain';
import type { EventReader, StoredEvent } from '#event-store';
import { pairKey, type PairOutcome } from '#tracking';
import { actorOf, isOwn, type Decided } from '../runner/decision-process.js';
import {
  inNewVersion,
  replay,
  type Deciding,
  type RelinkOptions,
  type VersionChange,
} from './in-new-version.js';

const TABLES = ['entity_pair', 'acronym_tie', 'entity_name_article', 'entity_name', 'entity'];

export interface ResolveAnewResult {
  readonly version: VersionChange;
  readonly kept: number;
  /** Decisions that the new version makes and the one before did not: type and stream. */
  readonly added: readonly EntityChange[];
  /** Mergers and proposals that it does not make: they are undone. */
  readonly withdrawn: readonly EntityChange[];
}

export interface EntityChange {
  readonly type: string;
  readonly entityId: string;
  /** Of mergers and proposals. */
  readonly otherEntityId: string | null;
}

/**
 * Lets a new version of the entity resolver decide on the whole log anew. What it tells of and the one before did not is recorded;
 * mergers and proposals that it does not make are undone. Whom the log met stays met, what people decided binds, and what rests on
 * an article that was erased meanwhile stays as it is.
 */
export const resolveAnew = (options: RelinkOptions): Promise<ResolveAnewResult> =>
  inNewVersion(options, async (deciding) => {
    const { client } = deciding;
    const { process, store, workspace } = options;
    for (const table of TABLES)
      await client.query(`DELETE FROM linking.${table} WHERE workspace = $1`, [workspace]);
    const fresh = await replay(options, deciding, 'with');
    const { standing, taboo } = await ownDecisions(options);
    const pairs = await pairsOf(deciding, workspace);
    const known = new Set([...standing.flatMap(({ type, data }) => keysOf(type, data)), ...taboo]);
    const added = fresh.map(({ cause, events }) => ({
      cause,
      events: events.filter(({ event }) => isNew(event, known) && isAsDecided(event, pairs)),
    }));
    const made = new Set(
      fresh.flatMap(({ events }) => events.flatMap(({ event }) => keysOf(event.type, event.data))),
    );
    const missing = standing.filter(
      ({ type, data }) => WITHDRAWN.has(type) && !keysOf(type, data).some((key) => made.has(key)),
    );
    const resting = await restingOnErased(store, workspace, missing);
    if (resting.length > 0)
      await process.decide(resting, { workspace, client, reader: store, folding: true, state: null });
    const withdrawn = missing.filter((event) => !resting.includes(event));
    const decided = [...added.filter(({ events }) => events.length > 0), ...withdrawn.map(undoing(options))];
    const result = {
      version: deciding.version,
      kept: standing.length - withdrawn.length,
      added: added.flatMap(({ events }) => events.map(({ event }) => changeOf(event.type, event.data))),
      withdrawn: withdrawn.map(({ type, data }) => changeOf(type, data)),
    };
    return { result, decided };
  });

const WITHDRAWN = new Set(['EntitiesMerged', 'EntityMergeProposed']);

/** What stands of the process's own decisions, and the keys of those that people undid: they are not made again. */
async function ownDecisions({ process, store, workspace }: RelinkOptions): Promise<{
  readonly standing: readonly StoredEvent[];
  readonly taboo: ReadonlySet<string>;
}> {
  const own = new Map<string, StoredEvent>();
  const taboo = new Set<string>();
  for await (const { events } of store.readLog(workspace, { types: process.folds }))
    for (const event of events) {
      if (isErased(event.data)) continue;
      if (event.type !== 'DecisionReverted') {
        if (isOwn(process, event)) own.set(event.eventId, event);
        continue;
      }
      const undone = own.get((event.data as DecisionReverted).decisionId);
      if (!undone) continue;
      own.delete(undone.eventId);
      if (!isOwn(process, event)) keysOf(undone.type, undone.data).forEach((key) => taboo.add(key));
    }
  return { standing: [...own.values()], taboo };
}

/** What two versions of one decision have alike. Whoever was met in one mention needs no alias there. */
function keysOf(type: string, data: unknown): string[] {
  switch (type) {
    case 'EntityRegistered':
    case 'AliasAdded': {
      const { entityId, mention } = data as EntityRegistered;
      const alias = `alias ${entityId} ${mentionKey(mention)}`;
      return type === 'AliasAdded' ? [alias] : [`met ${entityId}`, alias];
    }
    case 'EntitiesMerged': {
      const { entityId, mergedEntityId } = data as EntitiesMerged;
      return [`merged ${mergedEntityId} into ${entityId}`];
    }
    case 'EntityMergeProposed': {
      const { entityId, otherEntityId } = data as EntityMergeProposed;
      return [`proposed ${pairKey(entityId, otherEntityId)}`];
    }
    default:
      return [];
  }
}

const mentionKey = ({ reportId, field, index }: Mention): string => `${reportId} ${field} ${index}`;

const isNew = ({ type, data }: ClaimtrailEvent, known: ReadonlySet<string>): boolean =>
  keysOf(type, data)
    .slice(0, 1)
    .every((key) => !known.has(key));

/** Between the version's own decision and the end of the log people may have decided otherwise on the two. */
function isAsDecided({ type, data }: ClaimtrailEvent, pairs: ReadonlyMap<string, PairOutcome>): boolean {
  if (type === 'EntitiesMerged') return pairs.get(pairKey(data.entityId, data.mergedEntityId)) === 'merged';
  if (type === 'EntityMergeProposed')
    return pairs.get(pairKey(data.entityId, data.otherEntityId)) === 'proposed';
  return true;
}

async function pairsOf({ client }: Deciding, workspace: string): Promise<Map<string, PairOutcome>> {
  const { rows } = await client.query<{ low: string; high: string; outcome: PairOutcome }>(
    'SELECT low, high, outcome FROM linking.entity_pair WHERE workspace = $1',
    [workspace],
  );
  return new Map(rows.map(({ low, high, outcome }) => [pairKey(low, high), outcome]));
}

/** Decisions that an article caused whose words are gone: the new version cannot make them, and nothing speaks against them. */
async function restingOnErased(
  reader: EventReader,
  workspace: string,
  decisions: readonly StoredEvent[],
): Promise<StoredEvent[]> {
  const resting: StoredEvent[] = [];
  for (const decision of decisions) {
    const cause =
      decision.causationId === null ? null : await reader.findEvent(workspace, decision.causationId);
    if (cause && isErased(cause.data)) resting.push(decision);
  }
  return resting;
}

const undoing =
  ({ process }: RelinkOptions) =>
  (decision: StoredEvent): Decided => {
    const { eventId, type, stream } = decision;
    const event = buildEvent('DecisionReverted', {
      decisionId: eventId,
      decisionType: type,
      claimId: null,
      reportId: null,
      reason: `${actorOf(process)} does not decide so`,
    });
    return { cause: decision, events: [{ stream, event }] };
  };

function changeOf(type: string, data: unknown): EntityChange {
  const { entityId, mergedEntityId, otherEntityId } = data as Partial<EntitiesMerged & EntityMergeProposed>;
  return { type, entityId: entityId ?? '', otherEntityId: mergedEntityId ?? otherEntityId ?? null };
}

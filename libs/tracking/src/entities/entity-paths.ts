import { foldName } from '#domain';

/** Names are compared as decisions hold for them: every mention spelled alike once it is folded. */
export const nameKey = (name: string): string => foldName(name);

/**
 * Where the mergers and splits that stand lead from the entity that a spelling gives to the one that is meant. Decisions are added in
 * the order of the log: of two on one entity, or on one name of it, the later counts.
 */
export class EntityPaths {
  private readonly mergedInto = new Map<string, string>();
  private readonly splitOff = new Map<string, string>();

  merge(mergedEntityId: string, entityId: string): void {
    this.mergedInto.set(mergedEntityId, entityId);
  }

  /** @param key as `nameKey` gives it */
  split(entityId: string, key: string, newEntityId: string): void {
    this.splitOff.set(`${entityId} ${key}`, newEntityId);
  }

  /** Of a name that no split took, give null: what the entity itself lives on as. A way that goes round ends where it began to. */
  resolve(entityId: string, key: string | null): string {
    const seen = new Set<string>();
    let id = entityId;
    for (;;) {
      seen.add(id);
      const next = (key === null ? undefined : this.splitOff.get(`${id} ${key}`)) ?? this.mergedInto.get(id);
      if (next === undefined || next === id) return id;
      id = next;
      if (seen.has(id)) return id;
    }
  }
}

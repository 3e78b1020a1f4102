import type { EntityKind, Mention } from '#domain';
import { isShorterForm, knownNameOf, NameIndex, type KnownName } from './name-index.js';
import type { NameMention } from './name-mention.js';

/** What an acronym stands for, by the ids of both. */
export interface KnownTie {
  readonly acronymId: string;
  readonly nameId: string;
  /** No article says so: everybody knows. */
  readonly isCommon?: boolean;
}

export interface KnownEntity {
  readonly entityId: string;
  readonly kind: EntityKind;
  readonly mergedInto: string | null;
}

/** Two entities that were decided on: they are not decided on again, unless what was decided is `open` once more. */
export type PairOutcome = 'merged' | 'proposed' | 'apart' | 'open';

export type NameDecision =
  | {
      readonly type: 'registered';
      readonly entityId: string;
      readonly kind: EntityKind;
      readonly mention: Mention;
    }
  | { readonly type: 'alias'; readonly entityId: string; readonly mention: Mention; readonly score: number }
  | {
      readonly type: 'merged';
      readonly entityId: string;
      readonly mergedEntityId: string;
      readonly reason: string;
    }
  | {
      readonly type: 'proposed';
      readonly entityId: string;
      readonly otherEntityId: string;
      readonly score: number;
      readonly reason: string;
    };

/** One name in two spellings that the key of speakers takes for one. */
const SPELLING_SCORE = 0.9;
/** The letters fit, and no article says that they stand for it. */
const INITIALS_SCORE = 0.6;
const SURNAME_SCORE = 0.6;

export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/**
 * Who is meant by names, over all articles. Spelling alone gives an entity its id; what is decided here is which spellings are
 * worth telling of, and which entities are one. What comes out for a set of articles depends on their order in no more than which
 * mention registers an entity or shows a spelling first.
 *
 * It is sure only where an article says itself what an acronym stands for. Initials that fit, and a surname with the same role,
 * are proposals: many a "DRC" is another.
 */
export class NameBook {
  readonly changedEntities = new Map<string, KnownEntity>();
  readonly addedNames: KnownName[] = [];
  readonly changedPairs = new Map<string, PairOutcome>();
  private readonly names: NameIndex;

  constructor(
    private readonly entities: Map<string, KnownEntity>,
    names: readonly KnownName[],
    private readonly ties: KnownTie[],
    private readonly pairs: Map<string, PairOutcome>,
  ) {
    this.names = new NameIndex(names);
  }

  /** A name was met. */
  meet(found: NameMention): NameDecision[] {
    const { entityId, kind, mention, spelling } = found;
    const isNew = !this.entities.has(entityId);
    if (isNew) this.putEntity({ entityId, kind, mergedInto: null });
    const spellings = this.names.of(entityId);
    if (spellings.some((name) => name.spelling === spelling)) return [];
    const name = knownNameOf(found);
    const isOther = spellings.length > 0;
    this.names.add(name);
    this.addedNames.push(name);
    if (isNew) return [{ type: 'registered', entityId, kind, mention }, ...this.compare(name)];
    // What an erasure took is met again: the entity is there, and has no spelling that this could be another of.
    const alias = { type: 'alias', entityId, mention, score: SPELLING_SCORE } as const;
    return [...(isOther ? [alias] : []), ...this.compare(name)];
  }

  /** An article explained an acronym, or gives a body a name that is explained nowhere. */
  tie(tie: KnownTie): NameDecision[] {
    const isKnown = this.ties.some((one) => one.acronymId === tie.acronymId && one.nameId === tie.nameId);
    if (!isKnown) this.ties.push(tie);
    return this.mergeTied(tie);
  }

  /** What people, or this process in a log that is folded again, merged. */
  foldMerger(entityId: string, mergedEntityId: string): void {
    const merged = this.entities.get(mergedEntityId);
    if (merged) this.putEntity({ ...merged, mergedInto: entityId });
    this.putPair(entityId, mergedEntityId, 'merged');
  }

  /** A merger was undone: by people, so that the two stay apart, or by another version, which says nothing of the next. */
  foldUnmerger(mergedEntityId: string, outcome: 'apart' | 'open' = 'apart'): void {
    const merged = this.entities.get(mergedEntityId);
    if (!merged?.mergedInto) return;
    this.putPair(merged.mergedInto, mergedEntityId, outcome);
    this.putEntity({ ...merged, mergedInto: null });
  }

  foldSplit(entityId: string, newEntityId: string): void {
    const split = this.entities.get(entityId);
    if (split) this.putEntity({ entityId: newEntityId, kind: split.kind, mergedInto: null });
    this.putPair(entityId, newEntityId, 'apart');
  }

  foldProposal(entityId: string, otherEntityId: string): void {
    if (this.isOpen(entityId, otherEntityId)) this.putPair(entityId, otherEntityId, 'proposed');
  }

  /** People declined a merger or undid one: the two stay apart. */
  setApart(entityId: string, otherEntityId: string): void {
    this.putPair(entityId, otherEntityId, 'apart');
  }

  /** People took back that they declined: the proposal stands again. */
  foldUndecline(entityId: string, otherEntityId: string): void {
    this.putPair(entityId, otherEntityId, 'proposed');
  }

  private compare(name: KnownName): NameDecision[] {
    const { entityId } = name;
    const tied = this.ties.filter(({ acronymId, nameId }) => acronymId === entityId || nameId === entityId);
    return [
      ...tied.flatMap((tie) => this.mergeTied(tie)),
      ...this.proposeInitials(name),
      ...this.proposeSurname(name),
    ];
  }

  private mergeTied({ acronymId, nameId, isCommon }: KnownTie): NameDecision[] {
    const acronym = this.entities.get(acronymId);
    if (!acronym || !this.entities.has(nameId) || acronymId === nameId) return [];
    const before = this.pairs.get(pairKey(acronymId, nameId));
    if (before === 'merged' || before === 'apart' || this.rootOf(acronymId) === this.rootOf(nameId))
      return [];
    if (acronym.mergedInto !== null)
      return this.propose(nameId, acronymId, INITIALS_SCORE, 'the acronym is explained in two ways');
    this.foldMerger(nameId, acronymId);
    const reason = isCommon
      ? 'the acronym is known to stand for the name'
      : 'an article gives the acronym behind the name';
    return [{ type: 'merged', entityId: nameId, mergedEntityId: acronymId, reason }];
  }

  private proposeInitials(name: KnownName): NameDecision[] {
    const reason = 'the acronym is the initials of the name, and no article says that it stands for it';
    const named = name.acronym === null ? [] : this.names.withInitials(name.acronym);
    const short = name.initials.flatMap((initials) => this.names.withAcronym(initials));
    return [
      ...named.flatMap((full) => this.propose(full.entityId, name.entityId, INITIALS_SCORE, reason)),
      ...short.flatMap((acronym) => this.propose(name.entityId, acronym.entityId, INITIALS_SCORE, reason)),
    ];
  }

  private proposeSurname(name: KnownName): NameDecision[] {
    if (name.surname === null) return [];
    const reason = 'the same surname and role, with fewer given names';
    return this.names.withSurname(name.surname).flatMap((other) => {
      if (!isShorterForm(name, other)) return [];
      const [fuller, shorter] = name.givenNames > other.givenNames ? [name, other] : [other, name];
      return this.propose(fuller.entityId, shorter.entityId, SURNAME_SCORE, reason);
    });
  }

  private propose(entityId: string, otherEntityId: string, score: number, reason: string): NameDecision[] {
    if (entityId === otherEntityId) return [];
    if (!this.isOpen(entityId, otherEntityId)) return [];
    if (this.rootOf(entityId) === this.rootOf(otherEntityId)) return [];
    this.putPair(entityId, otherEntityId, 'proposed');
    return [{ type: 'proposed', entityId, otherEntityId, score, reason }];
  }

  private isOpen(a: string, b: string): boolean {
    return (this.pairs.get(pairKey(a, b)) ?? 'open') === 'open';
  }

  private rootOf(entityId: string): string {
    const seen = new Set<string>();
    let root = entityId;
    for (let next: string | null = root; next !== null && !seen.has(next);) {
      seen.add((root = next));
      next = this.entities.get(root)?.mergedInto ?? null;
    }
    return root;
  }

  private putEntity(entity: KnownEntity): void {
    this.entities.set(entity.entityId, entity);
    this.changedEntities.set(entity.entityId, entity);
  }

  private putPair(a: string, b: string, outcome: PairOutcome): void {
    this.pairs.set(pairKey(a, b), outcome);
    this.changedPairs.set(pairKey(a, b), outcome);
  }
}

import type { EntityKind } from '#domain';

/** A name as articles write it. */
export interface EntityNameView {
  readonly name: string;
  /** How often it stands in reports, and in how many articles. */
  readonly mentions: number;
  readonly articles: number;
}

/** Another entity that may be this one: somebody is to look. */
export interface EntityProposalView {
  readonly decisionId: string;
  readonly entityId: string;
  readonly score: number;
  readonly reasons: readonly string[];
}

/** A person, organisation, group or place under all its names. */
export interface EntityView {
  readonly id: string;
  /** Null where no decision told yet what it is. */
  readonly kind: EntityKind | null;
  /** The name that most mentions give it. */
  readonly name: string | null;
  /** The most frequent first. */
  readonly names: readonly EntityNameView[];
  /** Roles that articles give it, the most frequent first. */
  readonly roles: readonly string[];
  /** Ids that were merged into it. */
  readonly mergedIds: readonly string[];
  readonly proposals: readonly EntityProposalView[];
}

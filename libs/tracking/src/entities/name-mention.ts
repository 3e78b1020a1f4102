import type { EntityKind, Mention } from '#domain';

/** A name where it stands, with the id that its spelling gives. */
export interface NameMention {
  readonly mention: Mention;
  readonly entityId: string;
  readonly kind: EntityKind;
  readonly name: string;
  /** The name as spellings are compared: folded. */
  readonly spelling: string;
  readonly role: string | null;
}

import type { NameMention } from './name-mention.js';
import { acronymOf, initialsOf, personParts, roleWords } from './names.js';

/** What is remembered of a spelling of an entity: what it is compared by. */
export interface KnownName {
  readonly entityId: string;
  /** The name folded. */
  readonly spelling: string;
  readonly acronym: string | null;
  readonly initials: readonly string[];
  readonly surname: string | null;
  readonly givenNames: number;
  readonly roleWords: readonly string[];
}

/** Roles that share this part of their words are one role in two wordings (Jaccard). */
const SAME_ROLE = 0.5;

/** Two letters are the initials of too many names to say anything. */
const FEWEST_LETTERS = 3;

/** Places have neither acronyms nor surnames. */
export function knownNameOf({ entityId, kind, name, spelling, role }: NameMention): KnownName {
  const isPerson = kind === 'person';
  const isBody = kind === 'organisation' || kind === 'group';
  const acronym = isBody ? acronymOf(name) : null;
  const { surname, givenNames } = personParts(name);
  return {
    entityId,
    spelling,
    acronym,
    initials:
      isBody && acronym === null
        ? initialsOf(name).filter((letters) => letters.length >= FEWEST_LETTERS)
        : [],
    surname: isPerson ? surname : null,
    givenNames: isPerson ? givenNames : 0,
    roleWords: isPerson ? roleWords(role) : [],
  };
}

/** One of the two is the other with fewer given names: the same surname and the same role, in whatever wording. */
export function isShorterForm(a: KnownName, b: KnownName): boolean {
  if (a.surname === null || a.surname !== b.surname || a.entityId === b.entityId) return false;
  if (Math.min(a.givenNames, b.givenNames) !== 0 || a.givenNames === b.givenNames) return false;
  const shared = a.roleWords.filter((word) => b.roleWords.includes(word)).length;
  const all = new Set([...a.roleWords, ...b.roleWords]).size;
  return all > 0 && shared / all >= SAME_ROLE;
}

/** Names by all that they are looked up by. */
export class NameIndex {
  private readonly byKey = new Map<string, KnownName[]>();

  constructor(names: readonly KnownName[]) {
    for (const name of names) this.add(name);
  }

  add(name: KnownName): void {
    const { entityId, acronym, initials, surname } = name;
    const keys = [
      `entity ${entityId}`,
      acronym && `acronym ${acronym}`,
      surname && `surname ${surname}`,
      ...initials.map((letters) => `initials ${letters}`),
    ];
    for (const key of keys) if (key) this.listOf(key).push(name);
  }

  of = (entityId: string): readonly KnownName[] => this.byKey.get(`entity ${entityId}`) ?? [];
  withAcronym = (acronym: string): readonly KnownName[] => this.byKey.get(`acronym ${acronym}`) ?? [];
  withInitials = (initials: string): readonly KnownName[] => this.byKey.get(`initials ${initials}`) ?? [];
  withSurname = (surname: string): readonly KnownName[] => this.byKey.get(`surname ${surname}`) ?? [];

  private listOf(key: string): KnownName[] {
    let list = this.byKey.get(key);
    if (!list) this.byKey.set(key, (list = []));
    return list;
  }
}

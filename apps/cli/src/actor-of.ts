import { ACTOR_NAMES, isActorName } from '#api';
import { InvalidFields } from '#domain';
import { ownAccount } from './own-account.js';

/**
 * Who decides: the name that is given, else that of the account.
 * @param verb the verb whose option it is
 * @throws {InvalidFields} nobody can act under this name
 */
export function actorOf(verb: string, name: string | undefined): string {
  if (name === undefined) return ownAccount();
  if (isActorName(name.trim())) return name.trim();
  throw new InvalidFields(verb, { '--as': ACTOR_NAMES });
}

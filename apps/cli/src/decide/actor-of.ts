import { ACTOR_NAMES, isActorName } from '#api';
import { InvalidFields } from '#domain';
import { ownAccount } from '../own-account.js';

/**
 * Who decides: the name that is given, else that of the account.
 * @throws {InvalidFields} nobody can act under this name
 */
export function actorOf(name: string | undefined): string {
  if (name === undefined) return ownAccount();
  if (isActorName(name.trim())) return name.trim();
  throw new InvalidFields('decide', { '--as': ACTOR_NAMES });
}

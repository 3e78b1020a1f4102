import { AsyncLocalStorage } from 'node:async_hooks';
import { InvalidFields } from '#domain';

/** Names who acts. The API knows of no users: whatever signs them in before it sets the header, and removes one that came from outside. */
export const ACTOR_HEADER = 'claimtrail-actor';

const NOBODY_IN_PARTICULAR = 'api';

/** Letters, digits and what names and addresses are written with. No slash: `figure-linker/1.0.0` is how processes sign. */
const NAME = /^[\w.@+' -]{1,100}$/;

const acting = new AsyncLocalStorage<string>();

/** What such a name is, in words. */
export const ACTOR_NAMES = "must be 1 to 100 letters, digits, spaces and . @ + ' _ -";

/** Whether somebody can act under this name. */
export const isActorName = (name: string): boolean => NAME.test(name);

/** Runs the rest of a request as the one whom its header names. */
export function actAs(given: string | string[] | undefined, rest: (error?: Error) => void): void {
  if (given === undefined) return rest();
  if (typeof given !== 'string' || !isActorName(given.trim()))
    return rest(
      new InvalidFields('request', {
        [ACTOR_HEADER]: ACTOR_NAMES,
      }),
    );
  acting.run(given.trim(), rest);
}

/** Who acts in the request that is under way. */
export const currentActor = (): string => acting.getStore() ?? NOBODY_IN_PARTICULAR;

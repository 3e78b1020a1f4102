import type { AsOfInput } from '../schema/as-of.input.js';
import { NotFound, NotKnownThen } from './not-found.js';

/**
 * What has an id, at the clocks asked for.
 * @param ask answers at given clocks; null where nothing has the id, or had it by then
 * @throws {NotKnownThen} it is there without the clocks
 * @throws {NotFound}
 */
export async function knownThen<T>(
  [kind, id]: readonly [kind: string, id: string],
  asOf: AsOfInput,
  ask: (asOf: AsOfInput) => Promise<T | null>,
): Promise<T> {
  const answer = await knownThenOrNull([kind, id], asOf, ask);
  if (answer === null) throw new NotFound(kind, id);
  return answer;
}

/**
 * The same for GraphQL, which answers null where nothing has the id; what was not known then is null with an error beside it.
 * @throws {NotKnownThen}
 */
export async function knownThenOrNull<T>(
  [kind, id]: readonly [kind: string, id: string],
  asOf: AsOfInput | null | undefined,
  ask: (asOf: AsOfInput) => Promise<T | null>,
): Promise<T | null> {
  const clocks = asOf ?? {};
  const answer = await ask(clocks);
  if (answer !== null) return answer;
  const isTurnedBack = Object.values(clocks).some((clock) => clock != null);
  if (isTurnedBack && (await ask({})) !== null) throw new NotKnownThen(kind, id);
  return null;
}

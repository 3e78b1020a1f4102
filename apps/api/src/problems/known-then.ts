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
  const answer = await ask(asOf);
  if (answer !== null) return answer;
  const isTurnedBack = Object.values(asOf).some((clock) => clock !== undefined);
  if (isTurnedBack && (await ask({})) !== null) throw new NotKnownThen(kind, id);
  throw new NotFound(kind, id);
}

import { numbersIn } from '../proposition-linker/shingles.js';
import type { PropositionFacts } from './ledger.js';
import { oncePer } from './once-per.js';

interface Proposed {
  readonly proposition: PropositionFacts | null;
}

const numbersOf = oncePer(({ text }: PropositionFacts) => numbersIn(text));

/** Whether each of two statements or claims gives a number that the other does not give. */
export function giveOtherNumbers({ proposition: a }: Proposed, { proposition: b }: Proposed): boolean {
  if (!a || !b) return false;
  const [one, other] = [numbersOf(a), numbersOf(b)];
  return hasMore(one, other) && hasMore(other, one);
}

function hasMore(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  for (const number of one) if (!other.has(number)) return true;
  return false;
}

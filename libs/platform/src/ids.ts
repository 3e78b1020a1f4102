import { v5, v7 } from 'uuid';

/** New ids, injected so that tests choose them. */
export interface IdGenerator {
  next(): string;
}

/** UUIDv7 (RFC 9562): ordered by time, so that indexes grow at one end. */
export const uuidv7Generator: IdGenerator = { next: () => v7() };

/** Fixed for ever: every id made by `deterministicId` depends on it. */
const CLAIMTRAIL_NAMESPACE = '5f0c8d3e-9b1a-4c57-8e26-d2a4f7b0913c';

/** The same parts give the same id on every machine: UUIDv5 (RFC 9562) over the JSON of the parts. */
export function deterministicId(...parts: readonly (string | number | boolean | null)[]): string {
  return v5(JSON.stringify(parts), CLAIMTRAIL_NAMESPACE);
}

import { hash } from 'node:crypto';
import { v7 } from 'uuid';

/** New ids, injected so that tests choose them. */
export interface IdGenerator {
  next(): string;
}

/** UUIDv7 (RFC 9562): ordered by time, so that indexes grow at one end. */
export const uuidv7Generator: IdGenerator = { next: () => v7() };

/** Fixed for ever: every id made by `deterministicId` depends on it. */
const CLAIMTRAIL_NAMESPACE = Buffer.from('5f0c8d3e9b1a4c578e26d2a4f7b0913c', 'hex');
const VERSION_5 = 0x50;
const RFC_9562_VARIANT = 0x80;

/**
 * The same parts give the same id on every machine: UUIDv5 (RFC 9562) over the JSON of the parts. Views make one or two a row, so
 * it is done by hand: in 2 us, where the uuid package takes 24.
 */
export function deterministicId(...parts: readonly (string | number | boolean | null)[]): string {
  const named = Buffer.concat([CLAIMTRAIL_NAMESPACE, Buffer.from(JSON.stringify(parts))]);
  const id = hash('sha1', named, 'buffer').subarray(0, 16);
  id.writeUInt8((id.readUInt8(6) & 0x0f) | VERSION_5, 6);
  id.writeUInt8((id.readUInt8(8) & 0x3f) | RFC_9562_VARIANT, 8);
  const hex = id.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

import { randomBytes } from 'node:crypto';
import { SaltedData, type ClaimtrailEvent } from '#domain';
import type { NewEvent } from '#event-store';

const SALT_BYTES = 16;

const chance = (): string => randomBytes(SALT_BYTES).toString('hex');

/** The envelope of a decided event; `occurredAt` is the asserted clock: since when its article says this. */
export const toNewEvent = (
  { type, schemaVersion, data }: ClaimtrailEvent,
  assertedAt: string | null,
  newSalt: () => string = chance,
): NewEvent => ({
  type,
  schemaVersion,
  data: data instanceof SaltedData ? { ...data, salt: newSalt() } : data,
  occurredAt: assertedAt,
});

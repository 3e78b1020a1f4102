import { isUUID } from 'class-validator';
import { InvalidFields } from '#domain';

/** Refuses what can be the id of no claim, before anything is opened. */
export function requireClaimId(verb: string, field: string, given: string): void {
  if (!isUUID(given))
    throw new InvalidFields(verb, { [field]: `"${given}" is no id: npx claimtrail claims shows them` });
}

import { isUUID } from 'class-validator';
import { InvalidFields } from '#domain';
import type { OpenLog } from './open-log.js';

/** Refuses what can be the id of no claim, before anything is opened. */
export function requireClaimId(verb: string, field: string, given: string): void {
  if (!isUUID(given))
    throw new InvalidFields(verb, { [field]: `"${given}" is no id: npx claimtrail claims shows them` });
}

/** Whether there ever was such a claim: each begins with the link of a report, in a stream of its own. */
export async function isClaim({ store, config }: OpenLog, claimId: string): Promise<boolean> {
  for await (const _event of store.readStream(config.workspace, `claim-${claimId.toLowerCase()}`))
    return true;
  return false;
}

/** Says on standard error that there is nothing to show. */
export function sayNoClaim(claimId: string): void {
  process.stderr.write(`There is no claim ${claimId}, or was none yet.\n`);
  process.exitCode = 1;
}

import type { AsOfRequest } from '#query';

/** The clocks as options of a verb. */
export interface AsOfOptions {
  readonly asOf?: string;
  readonly assertedBy?: string;
  readonly validOn?: string;
}

export const toAsOf = ({ asOf, assertedBy, validOn }: AsOfOptions): AsOfRequest => ({
  recordedBy: asOf,
  assertedBy,
  validOn,
});

const ONE_DAY_MS = 86_400_000;

/** "today" and "yesterday" as days of UTC; whatever else is given stays as it is. */
export function toSince(since: string | undefined, now: Date): string | undefined {
  if (since === 'today') return now.toISOString().slice(0, 10);
  if (since === 'yesterday') return new Date(now.getTime() - ONE_DAY_MS).toISOString().slice(0, 10);
  return since;
}

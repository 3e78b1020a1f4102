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

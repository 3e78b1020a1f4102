import type { ClaimStatus } from '#domain';

/** What a status is derived from. */
export interface StatusFacts {
  /** Whether any report is of it, in force or not. */
  readonly hasReports: boolean;
  readonly isInForce: boolean;
  readonly isSignedOff: boolean;
  readonly changedSinceSignOff: boolean;
  readonly isDisputed: boolean;
  readonly isCorrected: boolean;
  /** Whether another origin's report in force is compatible with the latest. */
  readonly isCorroborated: boolean;
  /** Whether more than one report stands, or a person confirmed or reviewed it. */
  readonly isFollowed: boolean;
}

/**
 * The first of these that holds. None says that a claim is true or false.
 *
 * 0. **empty**: no report is of it: all were taken out, or went on elsewhere. Nobody took one back.
 * 1. **retracted**: no report of it is in force: there is nothing left to vouch for or to dispute.
 * 2. **signed_off_but_changed**, **signed_off**: a person vouched for it having seen what spoke against it, so a dispute they saw does
 *    not outlive the signature; what came after it does. (`disputed` and `conflicts` tell of it all the same.)
 * 3. **disputed**: somebody denies it, or two origins cannot both be right. A denial never makes it false.
 * 4. **corrected**: a person changed what one of its reports in force says.
 * 5. **corroborated**: the latest report is compatible with another origin's.
 * 6. **single_origin**: the latest report rests on one origin, however often it was printed.
 * 7. **unreviewed**: one report, and nobody looked at it yet.
 */
export function statusOf(facts: StatusFacts): ClaimStatus {
  if (!facts.hasReports) return 'empty';
  if (!facts.isInForce) return 'retracted';
  if (facts.isSignedOff) return facts.changedSinceSignOff ? 'signed_off_but_changed' : 'signed_off';
  if (facts.isDisputed) return 'disputed';
  if (facts.isCorrected) return 'corrected';
  if (facts.isCorroborated) return 'corroborated';
  return facts.isFollowed ? 'single_origin' : 'unreviewed';
}

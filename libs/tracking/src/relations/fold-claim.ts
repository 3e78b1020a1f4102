import { reportsAsOf } from './as-of.js';
import { claimState } from './claim-state.js';
import type { ClaimTimeline } from './claim-timeline.js';
import { withDeniedWordsAttributed } from './denied-words.js';
import { editsOf } from './edits.js';
import { foldReports } from './folded-report.js';
import type { AsOf, ClaimLedger, LedgerDecision, TrackedReport } from './ledger.js';
import { liveDecisions } from './live-decisions.js';
import { membershipOf } from './membership.js';
import { withOwnVoiceAttributed } from './own-voice.js';
import { relateClaim } from './relate-claim.js';
import { settledBy } from './settlements.js';
import { sinceFirstSaid } from './since-first-said.js';
import { RELATION_SETTINGS, type RelationSettings } from './settings.js';

/**
 * What a claim's reports add to each other and what they come to, at the clocks asked for. Pure: the same for any order of the
 * ledger's rows, and for `recordedSeq` n the same as for a ledger that ends with event n.
 */
export function foldClaim(
  { claimId, reports, beside = [], decisions, mentioned, entityIdOf, originals = [] }: ClaimLedger,
  asOf: AsOf = {},
  settings: RelationSettings = RELATION_SETTINGS,
): ClaimTimeline {
  const isRecorded = ({ seq }: { readonly seq: number }): boolean => seq <= (asOf.recordedSeq ?? Infinity);
  const known = decisions.filter(isRecorded);
  const live = liveDecisions(known);
  const membership = membershipOf(live);
  // Who prints a story is no matter of the day that is spoken of.
  const sources = { mentioned, entityIdOf, originals: originals.filter(isRecorded) };
  const folded = (of: readonly TrackedReport[]) =>
    foldReports({ ...sources, reports: reportsAsOf(of, asOf, live), live }, settings);
  const own = folded(reports);
  const linked = own.filter(({ report }) => membership.claimOf(report.reportId) === claimId);
  const members = sinceFirstSaid(withDeniedWordsAttributed(withOwnVoiceAttributed(linked)), live);
  const edits = editsOf(members, live);
  const entries = relateClaim({
    members,
    edits,
    figures: [...own, ...folded(beside)],
    settings,
    settledBy: settledBy(live, known),
  });
  const originsBy = (made: readonly LedgerDecision[], of: readonly TrackedReport[]) =>
    foldReports({ ...sources, reports: of, live: made }, settings).map(({ origin }) => origin.key);
  const state = claimState({
    claimId,
    members,
    reports: own,
    entries,
    live,
    decisions: known,
    membership,
    originsBy,
  });
  return { claimId, entries, state };
}

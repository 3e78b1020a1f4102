import type { ClaimState, TimelineEntry } from './claim-timeline.js';
import { statusOf } from './claim-status.js';
import { conflictsOf } from './conflicts.js';
import type { FoldedReport } from './folded-report.js';
import { evidenceOf, headlineOf } from './headline.js';
import { isCorroborated, latestFigure, principalLane, rangeOf, summaryOf } from './main-figure.js';
import { mentionsIn } from './mentions.js';
import { openProposals } from './proposals.js';
import { lastReview, lastSignOff, regroupedBy, type SignedClaim, toldMoreSince } from './review-state.js';

interface StateInput extends SignedClaim {
  /** The members, and reports that were of the claim once or may be of it. */
  readonly reports: readonly FoldedReport[];
  readonly entries: readonly TimelineEntry[];
}

/** What a claim comes to, from its timeline and the decisions about it. */
export function claimState(input: StateInput): ClaimState {
  const { claimId, entries, reports, live, membership } = input;
  const inForce = entries.filter(({ standing }) => standing === 'current');
  const living = membership.living(claimId);
  const figures = figuresOf(input);
  return {
    claimId,
    mergedInto: living === claimId ? null : living,
    ...countsOf(inForce),
    ...figures.shown,
    ...reviewOf(input, inForce, figures),
    kind: kindOf(inForce.length > 0 ? inForce : entries),
    proposition: propositionOf(inForce.length > 0 ? inForce : entries),
    denials: mentionsIn(denialsIn(inForce)).map(({ reportId }) => reportId),
    anomalies: inForce.flatMap(({ anomalyDetails }) => anomalyDetails),
    proposals: openProposals(claimId, reports, live, membership),
  };
}

const denialsIn = (entries: readonly TimelineEntry[]): TimelineEntry[] =>
  entries.filter(({ side }) => side === 'against');

function countsOf(inForce: readonly TimelineEntry[]) {
  const asserted = inForce.flatMap(({ assertedAt }) => assertedAt ?? []);
  return {
    reportCount: mentionsIn(inForce).length,
    originCount: originsOf(inForce),
    denyingOriginCount: originsOf(denialsIn(inForce)),
    articleCount: new Set(inForce.map(({ articleId }) => articleId)).size,
    firstAssertedAt: asserted.at(0) ?? null,
    lastAssertedAt: asserted.at(-1) ?? null,
  };
}

const originsOf = (entries: readonly TimelineEntry[]): number =>
  new Set(entries.map(({ origin }) => origin.key)).size;

function figuresOf({ claimId, members, live, membership }: StateInput) {
  const current = members.filter(isCurrent);
  const main = principalLane(current);
  const latest = latestFigure(main);
  const evidence = evidenceOf(claimId, current, live, membership);
  const shown = {
    ...rangeOf(main),
    latest: latest ? summaryOf(latest) : null,
    headline: headlineOf(current, main, evidence),
    evidence,
    conflicts: conflictsOf(current),
  };
  return { main, shown };
}

function reviewOf(
  input: StateInput,
  inForce: readonly TimelineEntry[],
  { main, shown }: ReturnType<typeof figuresOf>,
) {
  const { claimId, entries, live, membership } = input;
  const signOff = lastSignOff(claimId, live, membership);
  const regrouped = signOff ? regroupedBy(signOff, input) : [];
  const { review, request } = lastReview(claimId, live, membership);
  const changedSinceSignOff = signOff !== null && (regrouped.length > 0 || toldMoreSince(signOff, input));
  const disputed = denialsIn(inForce).length > 0 || shown.conflicts.length > 0;
  const status = statusOf({
    hasReports: entries.length > 0,
    isInForce: inForce.length > 0,
    isSignedOff: signOff !== null,
    changedSinceSignOff,
    isDisputed: disputed,
    isCorrected: inForce.some(({ corrections }) => corrections.length > 0),
    isCorroborated: isCorroborated(main, inForce),
    isFollowed:
      mentionsIn(inForce).length > 1 || review !== null || inForce.some(({ confirmed }) => confirmed),
  });
  return { status, disputed, review, request, signOff, changedSinceSignOff, regroupedBy: regrouped };
}

const isCurrent = ({ standing }: FoldedReport): boolean => standing === 'current';

/** A claim is of figures where it has any, of claims where somebody claims or denies it, else of statements. */
function kindOf(entries: readonly TimelineEntry[]): ClaimState['kind'] {
  const kinds = new Set(entries.map(({ kind }) => kind));
  return (['figure', 'claim', 'statement'] as const).find((kind) => kinds.has(kind)) ?? null;
}

/** The words of the first who says it; of the first denial where nobody does. */
function propositionOf(entries: readonly TimelineEntry[]): ClaimState['proposition'] {
  const said = entries.filter(({ proposition }) => proposition !== null);
  const first = said.find(({ side }) => side === 'for') ?? said[0];
  return first?.proposition ? { text: first.proposition.text, polarity: first.proposition.polarity } : null;
}

import {
  buildEvent,
  type ClaimsMerged,
  type ClaimSignedOff,
  type HeadlineFigureRecommended,
  type ReportLinked,
} from '#domain';
import { deterministicId } from '#platform';
import { isByProcess } from '#tracking';
import { articleStream } from '../article/article-stream.js';
import { MergedAlready, NotLinked, NotProposed, OfOtherMatter } from '../errors.js';
import { refuseDifferent, type ClaimFigures } from './claims-that-differ.js';
import { matterOf, type ClaimMatter, type ClaimState } from './claim-state.js';
import type {
  DeclineLink,
  LinkReport,
  MergeClaims,
  RecommendFigure,
  SplitClaim,
  UnlinkReport,
} from './decision.js';
import { claimStream, dataOf } from './history.js';
import { addTo, eventIdAt, record, unchanged, unmoved, type DecisionPlan } from './plan.js';
import { refuseImpossibleValue } from './possible-numbers.js';
import type { ReportState } from './report-state.js';

/** Whose decision it is, and why. */
const told = (actor: string, reason: string) => ({ decidedBy: actor, reasons: [reason] });

/** @throws {MergedAlready} */
export function requireLiving({ claimId, merger }: ClaimState): void {
  if (merger) throw new MergedAlready('claim', claimId, dataOf<ClaimsMerged>(merger).claimId);
}

/**
 * A number is no statement, whatever both are about.
 * @throws {OfOtherMatter}
 */
function refuseOtherMatter(claim: ClaimState, matter: ClaimMatter | null): void {
  const own = matterOf(claim);
  if (own !== null && matter !== null && own !== matter) throw new OfOtherMatter(claim.claimId, own, matter);
}

export function linkReport(
  claim: ClaimState,
  from: ClaimState | null,
  report: ReportState,
  figures: ClaimFigures,
  decision: LinkReport,
  actor: string,
): DecisionPlan {
  requireLiving(claim);
  const { reason } = decision;
  const { claimId } = claim;
  const { reportId, articleId, articleVersion } = report;
  const matter = report.report.type === 'FigureReported' ? 'figures' : 'statements';
  refuseOtherMatter(claim, matter);
  const before = claim.links.get(reportId);
  // A link of a person's stands whatever a process thinks of it later; that of a process may be made a person's.
  if (before && !isByProcess(dataOf<ReportLinked>(before).decidedBy)) return unchanged(before);
  // Whoever accepts what a process proposes or linked decides with its comparison before them.
  if (!before && !claim.proposed.has(reportId)) refuseDifferent(figures, decision);
  const linked = buildEvent('ReportLinked', {
    claimId,
    reportId,
    score: null,
    place: null,
    ...told(actor, reason),
  });
  const article = unmoved({ stream: articleStream(articleId), version: articleVersion });
  if (!from) return record(claim.history, linked, [article], { matter });
  if (!from.links.has(reportId)) throw new NotLinked(from.claimId, [reportId]);
  const left = buildEvent('ReportUnlinked', { claimId: from.claimId, reportId, ...told(actor, reason) });
  const partOf = eventIdAt(claim.history);
  return record(claim.history, linked, [article, addTo(from.history, [left], { partOf })], { matter });
}

/** @param linked the claim whose stream holds the link: `claim` itself, or one that was merged into it */
export function unlinkReport(
  linked: ClaimState,
  { reportId, reason }: UnlinkReport,
  actor: string,
): DecisionPlan {
  const { claimId, history, links, unlinked } = linked;
  if (!links.has(reportId)) {
    const before = unlinked.get(reportId);
    if (before) return unchanged(before);
    throw new NotLinked(claimId, [reportId]);
  }
  return record(history, buildEvent('ReportUnlinked', { claimId, reportId, ...told(actor, reason) }));
}

export function declineLink(
  claim: ClaimState,
  { reportId, reason }: DeclineLink,
  actor: string,
): DecisionPlan {
  const { claimId, history, proposed, declined } = claim;
  if (!proposed.has(reportId)) {
    const before = declined.get(reportId);
    if (before) return unchanged(before);
    throw new NotProposed('link of report', reportId, 'claim', claimId);
  }
  return record(history, buildEvent('ReportLinkDeclined', { claimId, reportId, ...told(actor, reason) }));
}

/** The event stands where the merged claim ends, so that its own stream tells whoever decides on it next. */
export function mergeClaims(
  claim: ClaimState,
  merged: ClaimState,
  figures: ClaimFigures,
  decision: MergeClaims,
  actor: string,
): DecisionPlan {
  requireLiving(claim);
  const { claimId } = claim;
  const { merger } = merged;
  if (merger && dataOf<ClaimsMerged>(merger).claimId === claimId) return unchanged(merger);
  requireLiving(merged);
  refuseOtherMatter(claim, matterOf(merged));
  refuseDifferent(figures, decision);
  const data = { claimId, mergedClaimId: merged.claimId, ...told(actor, decision.reason) };
  return record(merged.history, buildEvent('ClaimsMerged', data), [unmoved(claim.history)]);
}

/**
 * The new claim begins with links of its own, so that it can be decided on like any other. They do not repeat why: the words are
 * erased with the article of any of the reports, and the links of the others stay.
 */
export function splitClaim(
  claim: ClaimState,
  { reportIds, reason }: SplitClaim,
  actor: string,
): DecisionPlan {
  requireLiving(claim);
  const { claimId, history, links } = claim;
  const strangers = reportIds.filter((reportId) => !links.has(reportId));
  if (strangers.length > 0) throw new NotLinked(claimId, strangers);
  const splitId = eventIdAt(history);
  const newClaimId = deterministicId('claim', splitId);
  const begun = reportIds.map((reportId) =>
    buildEvent('ReportLinked', {
      claimId: newClaimId,
      reportId,
      score: null,
      place: null,
      ...told(actor, `part of decision ${splitId}`),
    }),
  );
  const split = buildEvent('ClaimSplit', {
    claimId,
    newClaimId,
    reportIds: [...reportIds],
    ...told(actor, reason),
  });
  const beginning = { stream: claimStream(newClaimId), version: 0 };
  const matter = matterOf(claim);
  return record(history, split, [addTo(beginning, begun, { partOf: splitId, ...(matter && { matter }) })]);
}

export function recommendFigure(
  claim: ClaimState,
  linked: ClaimState,
  { reportId, role, value = null, calculationLogic, reason }: RecommendFigure,
  actor: string,
): DecisionPlan {
  requireLiving(claim);
  if (!linked.links.has(reportId)) throw new NotLinked(linked.claimId, [reportId]);
  const { claimId, history } = claim;
  refuseImpossibleValue(value);
  const before = history.standing.findLast(({ type }) => type === 'HeadlineFigureRecommended');
  const data = { claimId, reportId, role, value, calculationLogic, ...told(actor, reason) };
  const isSame = (other: HeadlineFigureRecommended) =>
    other.reportId === reportId &&
    other.role === role &&
    other.value === value &&
    other.calculationLogic === calculationLogic;
  if (before && isSame(dataOf(before))) return unchanged(before);
  return record(history, buildEvent('HeadlineFigureRecommended', data));
}

/** @param seenSeq the head of the log that the person had seen */
export function signOffClaim(claim: ClaimState, seenSeq: number, reason: string): DecisionPlan {
  requireLiving(claim);
  const { claimId, history } = claim;
  const before = history.standing.findLast(({ type }) => type === 'ClaimSignedOff');
  if (before && dataOf<ClaimSignedOff>(before).seenSeq >= seenSeq) return unchanged(before);
  return record(history, buildEvent('ClaimSignedOff', { claimId, seenSeq, reason }));
}

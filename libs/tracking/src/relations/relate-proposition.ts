import type { FoldedReport } from './folded-report.js';
import type { Related } from './relate-figure.js';
import { apart } from './wording.js';

/** For: says what the claim says. Against: denies it. */
export type Side = 'for' | 'against';

/** Reports of one claim in force so far, by side, in the order in which they were asserted. */
export type Sides = Readonly<Record<Side, FoldedReport[]>>;

/**
 * What a statement or claim adds: **repeats** what its origin or its wire story said before, **corroborates** what another origin said,
 * **denies** what is claimed, **revises** its origin's own denial. A denial whose claim is not known denies all the same.
 */
export function relateProposition(one: FoldedReport, side: Side, sides: Sides): Related {
  const again = saidBefore(one, sides[side]);
  if (again) return again;
  if (side === 'against') return denial(one, sides.for);
  const other = sides.for.at(-1);
  if (other)
    return {
      relation: 'corroborates',
      against: other,
      reason: `other origin, ${apart(other, one)}, says it too`,
    };
  const denied = sides.against.findLast(isOfOriginOf(one));
  if (denied)
    return {
      relation: 'revises',
      against: denied,
      reason: `same origin, ${apart(denied, one)}, denied it before`,
    };
  return { relation: 'first', against: null, reason: 'first report' };
}

function saidBefore(one: FoldedReport, before: readonly FoldedReport[]): Related | null {
  const own = before.findLast(isOfOriginOf(one));
  if (own) {
    const reason = areSameWords(own, one)
      ? 'the same words, read as a statement and as a claim'
      : `same origin, ${apart(own, one)}, says it again`;
    return { relation: 'repeats', against: own, reason };
  }
  const printed = before.findLast(({ clusterId }) => clusterId !== null && clusterId === one.clusterId);
  return printed ? { relation: 'repeats', against: printed, reason: 'same wire story' } : null;
}

const areSameWords = ({ report: one }: FoldedReport, { report: other }: FoldedReport): boolean =>
  one.articleId === other.articleId && one.kind !== other.kind;

function denial(one: FoldedReport, claimed: readonly FoldedReport[]): Related {
  const answered = claimed.find(({ report }) => report.reportId === one.proposition?.answers);
  const likely = claimed.findLast(({ report }) => report.kind === one.report.kind) ?? claimed.at(-1);
  const against = answered ?? likely ?? null;
  if (!against) return { relation: 'denies', against, reason: 'denies what no report here claims' };
  const who = against.origin.key === one.origin.key ? 'same origin' : 'other origin';
  return { relation: 'denies', against, reason: `${who}, ${apart(against, one)}, denies it` };
}

const isOfOriginOf =
  (one: FoldedReport) =>
  (other: FoldedReport): boolean =>
    other.origin.key === one.origin.key;

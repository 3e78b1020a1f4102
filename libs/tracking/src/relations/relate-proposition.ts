import type { FoldedReport } from './folded-report.js';
import { giveOtherNumbers } from './other-numbers.js';
import type { Related } from './relate-figure.js';
import { apart } from './wording.js';

/** For: says what the claim says. Against: denies it. */
export type Side = 'for' | 'against';

/** Reports of one claim in force so far, by side, in the order in which they were asserted. */
export type Sides = Readonly<Record<Side, FoldedReport[]>>;

/**
 * What a statement or claim adds: **repeats** what its origin or its wire story said before, **corroborates** what another origin said,
 * **denies** what is claimed, **revises** its origin's own denial. A denial whose claim is not known denies all the same. What gives
 * another number says nothing again and bears nothing out: "many fled" may have joined "40 fled" and "900 fled".
 * @param ofText what the text of the report claims, behind it too
 */
export function relateProposition(
  one: FoldedReport,
  side: Side,
  sides: Sides,
  ofText: readonly FoldedReport[] = [],
): Related {
  const again = saidBefore(one, sides[side]);
  if (again) return again;
  if (side === 'against') return denial(one, sides.for, ofText);
  const other = sides.for.findLast(isHeldAgainst(one));
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
  const last = sides.for.at(-1);
  return last
    ? { relation: 'not_comparable', against: last, reason: 'it gives another number' }
    : { relation: 'first', against: null, reason: 'first report' };
}

function saidBefore(one: FoldedReport, before: readonly FoldedReport[]): Related | null {
  const [isOfOrigin, isHeld] = [isOfOriginOf(one), isHeldAgainst(one)];
  const own = before.findLast((other) => isOfOrigin(other) && isHeld(other));
  if (own) {
    const reason = areSameWords(own, one)
      ? 'the same words, read as a statement and as a claim'
      : `same origin, ${apart(own, one)}, says it again`;
    return { relation: 'repeats', against: own, reason };
  }
  const printed = before.findLast(
    (other) => other.clusterId !== null && other.clusterId === one.clusterId && isHeld(other),
  );
  return printed ? { relation: 'repeats', against: printed, reason: 'same wire story' } : null;
}

const areSameWords = ({ report: one }: FoldedReport, { report: other }: FoldedReport): boolean =>
  one.articleId === other.articleId && one.kind !== other.kind;

function denial(
  one: FoldedReport,
  claimed: readonly FoldedReport[],
  ofText: readonly FoldedReport[],
): Related {
  const isAnswered = ({ report }: FoldedReport): boolean => report.reportId === one.proposition?.answers;
  const answered = claimed.find(isAnswered) ?? ofText.find(isAnswered);
  const isHeld = isHeldAgainst(one);
  const likely =
    claimed.findLast((other) => other.report.kind === one.report.kind && isHeld(other)) ??
    claimed.findLast(isHeld) ??
    ofText.find(isHeld);
  const against = answered ?? likely ?? null;
  if (!against) return { relation: 'denies', against, reason: 'denies what no report here claims' };
  const who = against.origin.key === one.origin.key ? 'same origin' : 'other origin';
  return { relation: 'denies', against, reason: `${who}, ${apart(against, one)}, denies it` };
}

const isHeldAgainst =
  (one: FoldedReport) =>
  (other: FoldedReport): boolean =>
    !giveOtherNumbers(one, other);

const isOfOriginOf =
  (one: FoldedReport) =>
  (other: FoldedReport): boolean =>
    other.origin.key === one.origin.key;

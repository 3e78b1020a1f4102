import type { FoldedReport } from './folded-report.js';
import { giveOtherNumbers } from './other-numbers.js';

/**
 * "The army rejected claims that 19 fighters had been killed": nobody claims it there, the article only tells what is rejected. Such words
 * are of the origin that says the same in another article, before it or else behind it, and bear nothing out.
 */
export function withDeniedWordsAttributed(members: readonly FoldedReport[]): FoldedReport[] {
  const answered = answeredIn(members);
  if (answered.size === 0) return [...members];
  const isRetold = (one: FoldedReport): boolean =>
    answered.has(one.report.reportId) && isOfNobody(one) && one.proposition?.polarity === 'asserted';
  const claimed = members.filter(
    (one) => one.proposition?.polarity === 'asserted' && one.standing === 'current' && !isRetold(one),
  );
  return members.map((one, at) => {
    if (!isRetold(one)) return one;
    const before = new Set(members.slice(0, at));
    const same = claimed.filter((other) => !giveOtherNumbers(one, other));
    const told = same.findLast((other) => before.has(other)) ?? same[0];
    return told ? { ...one, origin: told.origin } : one;
  });
}

/** "claims (unspecified)", as the reader calls it where only the words themselves are named, and nobody who says them. */
const isOfNobody = ({ report: { attributed } }: FoldedReport): boolean =>
  attributed !== null && attributed.name.endsWith(' (unspecified)');

/** The reports that a denial in force answers in its article. */
function answeredIn(members: readonly FoldedReport[]): ReadonlySet<string> {
  const denials = members.filter(
    ({ proposition, standing }) => proposition?.polarity === 'denied' && standing === 'current',
  );
  return new Set(denials.flatMap(({ proposition }) => proposition?.answers ?? []));
}

import type { FoldedReport } from './folded-report.js';
import { groupBy } from '../group-by.js';
import { isFigure, laneKey } from './lane.js';

/**
 * An article that gives a number in its own voice and the same number on somebody's word, a title above its text, has it from that
 * source: the number in its own voice is no origin more.
 */
export function withOwnVoiceAttributed(members: readonly FoldedReport[]): FoldedReport[] {
  const attributed = groupBy(members, (one) => (one.report.attributed === null ? null : numberOf(one)));
  return members.map((one) => {
    if (one.report.attributed !== null) return one;
    const [source] = attributed.get(numberOf(one) ?? '') ?? [];
    return source ? { ...one, origin: source.origin } : one;
  });
}

/** Which number, or word in place of one, of which text of an article it is; null for what is no figure. */
function numberOf(one: FoldedReport): string | null {
  if (!isFigure(one)) return null;
  const { value, quantifier } = one.figure;
  const { articleId, revision } = one.report;
  return JSON.stringify([articleId, revision, value ?? quantifier, laneKey(one.figure)]);
}

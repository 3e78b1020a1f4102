import type { FoldedReport } from './folded-report.js';
import { isFigure, laneKey } from './lane.js';

/**
 * An article that gives a number in its own voice and the same number on somebody's word, a title above its text, has it from that
 * source: the number in its own voice is no origin more.
 */
export function withOwnVoiceAttributed(members: readonly FoldedReport[]): FoldedReport[] {
  return members.map((one) => {
    if (!isFigure(one) || one.report.attributed !== null) return one;
    const source = members.find(
      (other) =>
        isFigure(other) &&
        other.report.attributed !== null &&
        other.report.articleId === one.report.articleId &&
        other.report.revision === one.report.revision &&
        other.figure.value === one.figure.value &&
        laneKey(other.figure) === laneKey(one.figure),
    );
    return source ? { ...one, origin: source.origin } : one;
  });
}

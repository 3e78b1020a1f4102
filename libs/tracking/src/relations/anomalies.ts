import { isBelow } from './interval.js';
import { isNumbered, laneKey, type NumberedFigure } from './lane.js';
import type { FoundAnomaly } from './claim-timeline.js';
import type { FoldedReport } from './folded-report.js';
import { foundFall, foundJump } from './found-anomaly.js';
import type { Related } from './relate-figure.js';
import type { RelationSettings } from './settings.js';

/** What is to be looked at in a figure against the one it is held against. */
export function anomaliesOf(
  one: FoldedReport,
  related: Related,
  { jumpFactor }: RelationSettings,
): FoundAnomaly[] {
  const found = [...(related.anomalies ?? [])];
  const { against, relation } = related;
  if (!isNumbered(one) || !against || !isNumbered(against)) return found;
  if (laneKey(one.figure) !== laneKey(against.figure) || relation === 'late') return found;
  if (relation === 'revises' && falls(one, against)) found.push(foundFall(one, against));
  if (relation !== 'not_comparable' && jumps(one, against, jumpFactor))
    found.push(foundJump(one, against, jumpFactor));
  return found;
}

/** A total that was reached does not fall; the number of one past day may be put right, and so may an article. */
const falls = (one: NumberedFigure, before: NumberedFigure): boolean =>
  one.figure.measure === 'flow' &&
  isBelow(one.interval, before.interval) &&
  one.report.articleId !== before.report.articleId &&
  !(one.isDated && before.isDated && one.validDay === before.validDay);

function jumps({ figure: one }: NumberedFigure, { figure: before }: NumberedFigure, factor: number): boolean {
  const [a, b] = [one.value ?? 0, before.value ?? 0];
  return a > 0 && b > 0 && (a / b >= factor || b / a >= factor);
}

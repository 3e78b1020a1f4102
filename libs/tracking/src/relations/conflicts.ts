import { groupBy } from '../group-by.js';
import type { Conflict } from './claim-timeline.js';
import { inOrderOfAssertion, type FoldedReport } from './folded-report.js';
import {
  areAtOdds,
  insertInOrder,
  isNumbered,
  isUndatedEarlierTotal,
  laneKey,
  lastOf,
  type NumberedFigure,
} from './lane.js';
import { areInConflict, conflictInWords } from './relate-figure.js';
import { amountInWords } from './wording.js';

/** What an origin gave last for a day, and what it gives now. */
interface Given {
  readonly figure: NumberedFigure;
  /** The last numbers of its origin. */
  readonly heads: readonly NumberedFigure[];
}

/**
 * Every two origins whose last numbers of one day cannot both be right: of the day that both spoke of last, or that one of them spoke of
 * last while what the other gives by now is at odds with it still. Who goes on alone settles nothing.
 */
export function conflictsOf(current: readonly FoldedReport[]): Conflict[] {
  const ofOrigin = groupBy(current.filter(isNumbered), ({ figure, origin }) =>
    JSON.stringify([laneKey(figure), origin.key]),
  );
  const given = [...ofOrigin.values()]
    .flatMap(givenBy)
    .sort((a, b) => inOrderOfAssertion(a.figure, b.figure));
  const ofMoment = new Map<string, Given[]>();
  return given.flatMap((later) => {
    const moment = `${laneKey(later.figure.figure)} ${later.figure.validDay}`;
    const before = ofMoment.get(moment) ?? [];
    const against = before.filter((earlier) => standsBetween(later, earlier));
    before.push(later);
    ofMoment.set(moment, before);
    return against.map((earlier) => ({
      reportId: later.figure.report.reportId,
      againstReportId: earlier.figure.report.reportId,
      reason: `${conflictInWords(later.figure, earlier.figure)}${byNow(later)}${byNow(earlier)}`,
    }));
  });
}

function givenBy(own: readonly NumberedFigure[]): Given[] {
  const ordered: NumberedFigure[] = [];
  for (const one of own) insertInOrder(ordered, one);
  const heads = lastOf(ordered).filter((head) => !isUndatedEarlierTotal(head));
  const lastOfDays = new Map(
    ordered.filter((one) => !isUndatedEarlierTotal(one)).map((one) => [one.validDay, one]),
  );
  return [...new Set([...heads, ...lastOfDays.values()])].map((figure) => ({ figure, heads }));
}

const isHead = ({ figure, heads }: Given): boolean => heads.includes(figure);

function standsBetween(later: Given, earlier: Given): boolean {
  if (!isHead(later) && !isHead(earlier)) return false;
  return (
    areInConflict(later.figure, earlier.figure) &&
    holdsAgainst(later, earlier) &&
    holdsAgainst(earlier, later)
  );
}

/** Whether the origin of one gives what is at odds with the other to this day. */
const holdsAgainst = (one: Given, { figure }: Given): boolean =>
  isHead(one) || one.heads.some((head) => areAtOdds(head, figure));

const byNow = (one: Given): string =>
  isHead(one) ? '' : `, by now ${one.heads.map(({ figure }) => amountInWords(figure)).join(' and ')}`;

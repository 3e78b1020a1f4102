import type { FoundAnomaly } from './claim-timeline.js';
import type { NumberedFigure } from './lane.js';
import { amountInWords, assertedDay, distanceInWords, stepInWords } from './wording.js';

/** A total that was reached and is told lower later. */
export const foundFall = (one: NumberedFigure, before: NumberedFigure): FoundAnomaly => ({
  ...againstNumber('falls', one, before),
  threshold: null,
  reason: `a total that was reached falls: ${stepOf(one, before)}`,
});

/** A number so many times another, or so small a part of it. */
export function foundJump(one: NumberedFigure, before: NumberedFigure, threshold: number): FoundAnomaly {
  const measured = againstNumber('jumps', one, before);
  const times = `${measured.factor} times what was known, looked at from ${threshold} times or a ${threshold}th on`;
  return { ...measured, threshold, reason: `${stepOf(one, before)}: ${times}` };
}

/** Parts that come to more than their total, told of the one of the two that is held against the other. */
export function foundInParts(
  total: NumberedFigure,
  parts: readonly NumberedFigure[],
  against: NumberedFigure,
): FoundAnomaly {
  const sum = parts.reduce((all, { figure }) => all + (figure.value ?? 0), 0);
  const words = parts.map(({ figure }) => amountInWords(figure)).join(' and ');
  return {
    anomaly: 'parts_exceed_total',
    againstReportId: against.report.reportId,
    partReportIds: parts.map(({ report }) => report.reportId),
    ...measuredBy(total.figure.max ?? total.figure.value ?? 0, sum),
    threshold: 1,
    reason: `${words} in a part of what has ${amountInWords(total.figure)} in all`,
  };
}

const againstNumber = (anomaly: 'falls' | 'jumps', one: NumberedFigure, before: NumberedFigure) => ({
  anomaly,
  againstReportId: before.report.reportId,
  partReportIds: [],
  ...measuredBy(before.figure.value ?? 0, one.figure.value ?? 0),
});

const measuredBy = (from: number, to: number): Pick<FoundAnomaly, 'from' | 'to' | 'factor'> => ({
  from,
  to,
  factor: from === 0 ? null : Math.round((to / from) * 100) / 100,
});

const stepOf = (one: NumberedFigure, before: NumberedFigure): string =>
  `${stepInWords(before, one)}, ${distanceInWords(assertedDay(before), assertedDay(one))}`;

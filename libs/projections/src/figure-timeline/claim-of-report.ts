import { figureSubject, type FigureReported } from '#domain';
import type { Row } from '../view-table.js';

/** The row of a claim as the row of a report begins it: the same as the report's event does. */
export function claimOfReport(report: Row): Row {
  const figure = report as unknown as FigureReported;
  const subject = figureSubject(figure);
  return {
    workspace: report['workspace'],
    claim_id: report['claim_id'],
    metric: subject.metric,
    measure: subject.measure,
    unit_family: subject.unitFamily,
    population: figure.population,
    cause: subject.cause,
    place: figure.places[0]?.text ?? null,
    place_key: subject.placeKey,
    period_start: subject.periodStart,
    first_seq: report['seq'],
  };
}

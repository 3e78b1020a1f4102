import { foldName, type ClaimRecorded, type FigureReported, type StatementMade } from '#domain';
import type { FigureFacts, PropositionFacts, TrackedPlace } from '#tracking';

/** "eastern Melbury" lies in "Melbury". */
const PART_OF =
  /^(?:north|south|east|west|central|northern|southern|eastern|western|north ?eastern|north ?western|south ?eastern|south ?western|greater) (?:of )?(?<whole>.+)$/;

/** What is compared of a figure. */
export function figureFacts(figure: FigureReported): FigureFacts {
  const { metric, measure, value, max, quantifier, unit, population, status, cause, period, asOf } = figure;
  const places = figure.places.map(({ text, role }): TrackedPlace => {
    const key = foldName(text);
    const whole = PART_OF.exec(key)?.groups?.['whole'];
    return { key, text, role, within: whole ? [whole] : [] };
  });
  return { metric, measure, value, max, quantifier, unit, population, status, cause, period, asOf, places };
}

/** What is compared of a statement or claim. */
export function propositionFacts(report: StatementMade | ClaimRecorded): PropositionFacts {
  if ('proposition' in report)
    return { polarity: report.polarity, text: report.proposition, answers: report.answers };
  return { polarity: report.polarity, text: report.quote.exact, answers: null };
}

import { nameCandidates } from '#gazetteer';
import type { KnownPlace } from '#domain';
import { figurePlace } from './figure-place.js';
import { appliedOf, corrected, datesOf } from './folded-report.js';
import { intervalOf } from './interval.js';
import type { LedgerDecision, TrackedReport } from './ledger.js';
import { liveDecisions, ofType } from './live-decisions.js';
import { RELATION_SETTINGS } from './settings.js';

/**
 * By what a total's parts are found among all figures: of a part and its total some key is the same. A key is of a metric, measure,
 * unit and status, a day, and a place with all that lies in it below its country, or the article; so few figures share one. They hold
 * for every clock: whatever the figure was corrected to, and wherever links said that its place lies, has its keys.
 *
 * @param decisions those that name the report, those that were undone too
 */
export function partKeys(report: TrackedReport, decisions: readonly LedgerDecision[]): string[] {
  const links = decisions.flatMap(({ type, data }) =>
    type === 'ReportLinked' && data.place ? [data.place] : [],
  );
  const keys = statesOf(report, decisions).flatMap((state) => {
    const { figure, articleId } = state;
    if (!figure || !intervalOf(figure, RELATION_SETTINGS.approximation)) return [];
    const { metric, measure, unit, status } = figure;
    const words = figurePlace(figure, undefined)?.text;
    const roots = [`article:${articleId}`, ...links.map(rootOf), ...(words ? [rootOfWords(words)] : [])];
    return roots.map((root) =>
      JSON.stringify([metric, measure, unit, status, datesOf(state).validDay, root]),
    );
  });
  return [...new Set(keys)];
}

/** The report as it was given and as it stood behind each correction, or after one was undone. */
function statesOf(report: TrackedReport, decisions: readonly LedgerDecision[]): TrackedReport[] {
  const changes = decisions
    .filter(({ type }) => type === 'ReportCorrected' || type === 'DecisionReverted')
    .sort((a, b) => a.seq - b.seq);
  const later = changes.map((_, at) => {
    const standing = liveDecisions(changes.slice(0, at + 1));
    return corrected(report, ofType(standing, 'ReportCorrected').map(appliedOf));
  });
  return [report, ...later];
}

/** The widest place below the country; else the country. */
const rootOf = ({ id, within }: KnownPlace): string =>
  [...(id === null ? [] : [id]), ...within].filter((place) => !place.startsWith('country:')).at(-1) ??
  within.at(-1) ??
  id ??
  '';

const rootOfWords = (words: string): string => nameCandidates(words).at(-1) ?? words;

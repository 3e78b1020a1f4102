import type { FigureReported } from '#domain';
import type { EventReader } from '#event-store';
import { populationClass } from '#tracking';
import { ClaimsDiffer, type ClaimDifference } from '../errors.js';
import type { LinkReport, MergeClaims } from './decision.js';
import { loadReport, type ReportState } from './report-state.js';

/** What the figure says that a claim is described by, as corrected. */
export type ClaimFigure = Pick<FigureReported, 'metric' | 'measure' | 'population'>;

/** Of the claim that is decided on, and of what becomes part of it; none where they are not of figures. */
export type ClaimFigures = readonly [own: ClaimFigure, other: ClaimFigure] | null;

/** @throws {ReportNotFound | ArticleErased} */
export async function loadFigures(
  reader: EventReader,
  workspace: string,
  { figures }: MergeClaims,
): Promise<ClaimFigures> {
  if (!figures) return null;
  const [own, other] = await Promise.all(figures.map((one) => loadReport(reader, workspace, one)));
  return own && other ? [own.fields as unknown as ClaimFigure, other.fields as unknown as ClaimFigure] : null;
}

/** @throws {ReportNotFound | ArticleErased} */
export async function loadFiguresOfLink(
  reader: EventReader,
  workspace: string,
  { figure }: LinkReport,
  report: ReportState,
): Promise<ClaimFigures> {
  if (!figure || report.report.type !== 'FigureReported') return null;
  const own = await loadReport(reader, workspace, figure);
  return [own.fields as unknown as ClaimFigure, report.fields as unknown as ClaimFigure];
}

/**
 * Figures of other metrics, of states and of what happened, or of other people are never compared: as one claim they tell nothing.
 * @throws {ClaimsDiffer}
 */
export function refuseDifferent(figures: ClaimFigures, decision: MergeClaims | LinkReport): void {
  if (!figures || decision.acceptDifferences) return;
  const [own, other] = figures;
  const differences = FIELDS.flatMap((field): ClaimDifference[] => {
    const [one, two] = [countedIn(own)[field], countedIn(other)[field]];
    return one === two ? [] : [{ field, own: own[field] ?? 'people', other: other[field] ?? 'people' }];
  });
  if (differences.length > 0) throw new ClaimsDiffer(decision, differences);
}

const FIELDS = ['metric', 'measure', 'population'] as const;

/** Civilians and people are one, as they are to the linker. */
const countedIn = ({ metric, measure, population }: ClaimFigure) => ({
  ...{ metric, measure },
  population: populationClass(population).name,
});

import type { FigureReported } from '#domain';
import type { EventReader } from '#event-store';
import { populationClass } from '#tracking';
import { ClaimsDiffer, type ClaimDifference } from '../errors.js';
import type { MergeClaims } from './decision.js';
import { loadReport } from './report-state.js';

/** What the figure says that a claim is described by, as corrected. */
export type ClaimFigure = Pick<FigureReported, 'metric' | 'measure' | 'population'>;

/** Of both claims, the one that lives on first; none where they are not of figures. */
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

/**
 * Figures of other metrics, of states and of what happened, or of other people are never compared: as one claim they tell nothing.
 * @throws {ClaimsDiffer}
 */
export function refuseDifferent(
  figures: ClaimFigures,
  { claimId, mergedClaimId, acceptDifferences }: MergeClaims,
): void {
  if (!figures || acceptDifferences) return;
  const [own, other] = figures;
  const differences = FIELDS.flatMap((field): ClaimDifference[] => {
    const [one, two] = [countedIn(own)[field], countedIn(other)[field]];
    return one === two ? [] : [{ field, own: own[field] ?? 'people', other: other[field] ?? 'people' }];
  });
  if (differences.length > 0) throw new ClaimsDiffer(claimId, mergedClaimId, differences);
}

const FIELDS = ['metric', 'measure', 'population'] as const;

/** Civilians and people are one, as they are to the linker. */
const countedIn = ({ metric, measure, population }: ClaimFigure) => ({
  ...{ metric, measure },
  population: populationClass(population).name,
});

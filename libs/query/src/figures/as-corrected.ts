import { speakerOf, type AttributionLink, type FigureReported, type ReportedPlace } from '#domain';
import { sourceId } from '#projections';
import type { AsOf } from '#tracking';
import { correctedTo } from '../reports/correctable-filters.js';
import type { ViewsReader } from '../views-reader.js';
import type { UnlinkedFigure } from './figure.js';

/** Figures as people corrected them, at the record's clock. Their words stay those of the article. */
export async function asCorrected(
  views: ViewsReader,
  workspace: string,
  figures: readonly UnlinkedFigure[],
  asOf: AsOf,
): Promise<readonly UnlinkedFigure[]> {
  if (figures.length === 0) return figures;
  const corrected = await correctedTo(views, workspace, asOf);
  return figures.map((figure) => {
    const changes = [...corrected].flatMap(([field, ofReports]) =>
      ofReports.has(figure.id) ? [[field, ofReports.get(figure.id)] as const] : [],
    );
    return changes.length === 0 ? figure : changed(workspace, figure, Object.fromEntries(changes));
  });
}

function changed(
  workspace: string,
  figure: UnlinkedFigure,
  changes: Partial<FigureReported>,
): UnlinkedFigure {
  const { places, attribution } = changes;
  const kept = Object.entries(changes).filter(([field]) => field in figure);
  return {
    ...figure,
    ...Object.fromEntries<unknown>(kept),
    ...(places && { place: places[0]?.text ?? null, places: places.map(located) }),
    ...(attribution && { speaker: speakerIn(workspace, attribution) }),
    corrected: true,
  };
}

const located = ({ text, role, span }: ReportedPlace): ReportedPlace => ({ text, role, span: span ?? null });

function speakerIn(workspace: string, attribution: readonly AttributionLink[]): UnlinkedFigure['speaker'] {
  const link = speakerOf([...attribution]);
  return link && { id: sourceId(workspace, link), name: link.name, role: link.role, kind: link.kind };
}

import type { ReportedPlace } from '#domain';
import { deterministicId } from '#platform';
import { remember } from '../reports/remember.js';
import type { Row } from '../view-table.js';

export interface PlacesRow extends Row {
  readonly places_id: string;
}

/** The words of a figure's places, in order. */
export const placeTexts = (places: readonly Pick<ReportedPlace, 'text'>[]): string[] =>
  places.map(({ text }) => text);

const rememberedId = remember((given) => deterministicId('figure-places', given));

/** One id for all figures whose places have the same words; null where there are none. */
export const placesId = (workspace: string, texts: readonly string[]): string | null =>
  texts.length === 0 ? null : rememberedId(JSON.stringify([workspace, texts]));

/** The row of such places as the figure at `seq` begins it. */
export function placesRow(workspace: string, seq: bigint, texts: readonly string[]): PlacesRow | null {
  const places_id = placesId(workspace, texts);
  return places_id === null ? null : { workspace, places_id, texts, first_seq: seq };
}

/** The row of places as the row of a report begins it: the same as the report's event does. */
export const placesOfReport = (report: Row): Row => ({
  workspace: report['workspace'],
  places_id: report['places_id'],
  texts: placeTexts(report['places'] as ReportedPlace[]),
  first_seq: report['seq'],
});

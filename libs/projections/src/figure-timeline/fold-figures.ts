import { figureClaimKey, figureSubject, type FigureReported } from '#domain';
import type { StoredEvent } from '#event-store';
import { deterministicId } from '#platform';
import { remember } from '../reports/remember.js';
import { foldedWords, reportRow } from '../reports/report-row.js';
import type { Row } from '../view-table.js';

export interface FigureRows {
  readonly report: Row;
  readonly claim: Row;
}

/** What the claim of a figure goes by. */
export type ClaimFields = Parameters<typeof figureSubject>[0];

/** The rows of a reported figure: its own, and its claim's as it would begin with this report. */
export function figureRows(event: StoredEvent): FigureRows | null {
  if (event.type !== 'FigureReported') return null;
  const figure = event.data as FigureReported;
  const subject = figureSubject(figure);
  const claimId = claimIdOf(event.workspace, figure);
  return {
    report: reportRow(event, figure, figureFields(figure, claimId)),
    claim: {
      workspace: event.workspace,
      claim_id: claimId,
      metric: subject.metric,
      measure: subject.measure,
      unit_family: subject.unitFamily,
      population: figure.population,
      cause: subject.cause,
      place: figure.places[0]?.text ?? null,
      place_key: subject.placeKey,
      period_start: subject.periodStart,
      first_seq: event.seq,
    },
  };
}

/** One id for all reports of one claim. */
export const claimIdOf = (workspace: string, figure: ClaimFields): string =>
  rememberedClaimId(JSON.stringify([workspace, figureClaimKey(figureSubject(figure))]));

const rememberedClaimId = remember((claim) =>
  deterministicId('figure-claim', ...(JSON.parse(claim) as [string, string])),
);

const figureFields = (figure: FigureReported, claimId: string): Row => ({
  claim_id: claimId,
  metric: figure.metric,
  measure: figure.measure,
  term: figure.term,
  category: figure.category,
  value: figure.value,
  max: figure.max,
  quantifier: figure.quantifier,
  unit: figure.unit,
  unit_text: figure.unitText,
  population: figure.population,
  status: figure.status,
  cause: figure.cause,
  places: figure.places,
  place_words: placeWords(figure.places.map(({ text }) => text)),
  period: figure.period,
  as_of: figure.asOf,
});

/** What a search for a place compares with. */
export const placeWords = (places: readonly string[]): string[] => [...new Set(places.flatMap(foldedWords))];

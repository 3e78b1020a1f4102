import { figureClaimKey, figureSubject, foldName } from '#domain';
import { deterministicId } from '#platform';
import { remember } from '../reports/remember.js';
import type { Row } from '../view-table.js';

/** What the claim of a figure goes by. */
export type ClaimFields = Parameters<typeof figureSubject>[0];

export interface ClaimRow extends Row {
  readonly claim_id: string;
}

/** Places and populations are few among many claims; claims themselves are too many to be remembered. */
const rememberedFold = remember(foldName);

/** The row of a claim as the report at `seq` begins it. One id for all reports of one claim. */
export function claimRow(workspace: string, seq: bigint, figure: ClaimFields): ClaimRow {
  const subject = figureSubject(figure, rememberedFold);
  return {
    workspace,
    claim_id: deterministicId('figure-claim', workspace, figureClaimKey(subject)),
    metric: subject.metric,
    measure: subject.measure,
    unit_family: subject.unitFamily,
    population: figure.population,
    cause: subject.cause,
    place: figure.places[0]?.text ?? null,
    place_key: subject.placeKey,
    period_start: subject.periodStart,
    first_seq: seq,
  };
}

/** The row of a claim as the row of a report begins it: the same as the report's event does. */
export const claimOfReport = (report: Row): Row =>
  claimRow(report['workspace'] as string, report['seq'] as bigint, report as unknown as ClaimFields);

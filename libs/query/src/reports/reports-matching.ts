import { searchTerms } from '#domain';
import { figureReportTable, liveTable, placesId, trackedReportTable } from '#projections';
import type { FoldedClaim } from '../claim-ledgers/fold-claims.js';
import { hasAllWords, searchWords, subjectSought } from './report-filter.js';

/** A place that is searched by its words, and the ids of the places that lie in it. */
export interface PlaceSought {
  readonly place: string;
  readonly within: readonly string[];
}

/**
 * SQL: the reports that name a place or lie in it as they were read, and all that were ever corrected in what they are found by: whether
 * these did is known when their claims are folded. Given are the parameters of a search.
 */
export const reportsEverAt = (workspace: string, words: string, within: string): string =>
  `SELECT report_id FROM ${liveTable(figureReportTable)} WHERE workspace = ${workspace}
     AND (place_words @> ${words}::text[] OR places_id = ANY(${within}::uuid[]))
   UNION ALL SELECT report_id FROM ${liveTable(trackedReportTable)} WHERE workspace = ${workspace} AND corrected_found IS NOT NULL`;

/** Whether a claim is what is searched. */
export type ClaimTest = (claim: FoldedClaim) => boolean;

/** Whether a figure of the claim, as corrected at the clocks, names the place or lies in it. */
export function isAt(workspace: string, { place, within }: PlaceSought): ClaimTest {
  const words = searchWords('place', place);
  const inside = new Set<string | null>(within);
  return ({ timeline }) =>
    timeline.entries.some(({ figure }) => {
      const texts = figure?.places.map(({ text }) => text) ?? [];
      return hasAllWords(texts, words) || inside.has(placesId(workspace, texts));
    });
}

/** Whether a statement or claim of it, as corrected at the clocks, has the words. */
export function isOn(subject: string): ClaimTest {
  const sought = subjectSought(subject);
  return ({ timeline, family }) => {
    const read = new Map(family.reports.map((row) => [row['report_id'], row['text_words'] as string[]]));
    return timeline.entries.some(
      ({ reportId, proposition }) =>
        proposition !== null &&
        hasAnyOf(new Set([...(read.get(reportId) ?? []), ...searchTerms(proposition.text)]), sought),
    );
  };
}

const hasAnyOf = (known: ReadonlySet<string>, sought: readonly (readonly string[])[]): boolean =>
  sought.some((words) => hasAll(known, words));

const hasAll = (known: ReadonlySet<string>, words: readonly string[]): boolean =>
  words.every((word) => known.has(word));

import {
  searchTerms,
  speakerOf,
  type AttributionLink,
  type CorrectionKind,
  type ReportCorrected,
} from '#domain';
import {
  groupBy,
  type ClaimTimeline,
  type FigureFacts,
  type PropositionFacts,
  type TimelineEntry,
} from '#tracking';
import { instantOf, sourceId } from '../reports/report-row.js';
import type { Row } from '../view-table.js';
import type { ClaimFamily } from './load-ledgers.js';
import { foundBy } from './tracked-report-row.js';

type Facts = FigureFacts | PropositionFacts;

/** Whose error a report was corrected for: the publisher's where any correction was. Null where there was none. */
export const correctedBy = (corrections: TimelineEntry['corrections']): CorrectionKind | null =>
  (corrections.find(({ kind }) => kind === 'publisher') ?? corrections.at(-1))?.kind ?? null;

/** The family's reports whose rows say something else than the timelines of its claims; those that left it, if none took them. */
export function refoldedReports(family: ClaimFamily, timelines: readonly ClaimTimeline[]): Row[] {
  const folded = new Map<string, { readonly claimId: string; readonly entry: TimelineEntry }>();
  for (const { claimId, entries } of timelines)
    for (const entry of entries) folded.set(entry.reportId, { claimId, entry });
  const claims = new Set<unknown>(family.claimIds);
  const made = family.decisions.filter((row) => row['type'] === 'ReportCorrected');
  const corrections = groupBy(made, (row) => row['report_id'] as string);
  return family.reports.flatMap((row) => {
    const of = folded.get(row['report_id'] as string);
    if (!of && !claims.has(row['claim_id'])) return [];
    const found = foundWhileCorrected(row, corrections.get(row['report_id'] as string) ?? []);
    const now = { ...(of ? linkedRow(row, of.claimId, of.entry) : unlinkedRow(row)), corrected_found: found };
    const differs = Object.entries(now).some(([column, value]) => !areAlike(row[column], value));
    return differs ? [{ ...row, ...now }] : [];
  });
}

/** By the event of a correction of what a report is found by, undone or not: who says it by that, null where nobody does, and its words. */
type FoundWhileCorrected = Readonly<
  Record<string, { readonly saidBy?: string | null; readonly words?: string[] }>
>;

function foundWhileCorrected(report: Row, corrections: readonly Row[]): FoundWhileCorrected | null {
  const inOrder = [...corrections].sort((a, b) => Number(a['seq']) - Number(b['seq']));
  const found = inOrder.flatMap((correction) => {
    const { changes } = correction['data'] as ReportCorrected;
    const to = new Map(changes.map((change) => [change.field, change.to]));
    const [said, text, places] = ['attribution', 'proposition', 'places'].map((field) => to.get(field));
    const by = {
      ...(said === undefined ? {} : { saidBy: speakerIn(report, said as AttributionLink[]) }),
      ...(text === undefined ? {} : { words: searchTerms(text as string) }),
    };
    const isFound = places !== undefined || Object.keys(by).length > 0;
    return isFound ? [[correction['event_id'] as string, by] as const] : [];
  });
  return found.length > 0 ? Object.fromEntries(found) : null;
}

/** As they are stored: facts and words are kept in the order in which they were written. */
const areAlike = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** What the fold of its claim says of a report. */
function linkedRow(row: Row, claimId: string, entry: TimelineEntry): Row {
  const { corrections, relation, standing, figure, proposition } = entry;
  const facts = corrections.length > 0 ? (figure ?? proposition) : null;
  const said = corrections.flatMap(({ changes }) => changes).findLast(({ field }) => field === 'attribution');
  return {
    claim_id: claimId,
    relation,
    standing,
    corrected: correctedBy(corrections),
    corrected_facts: facts,
    corrected_words: proposition && facts ? searchTerms(proposition.text) : [],
    said_by: said ? speakerIn(row, said.to as AttributionLink[]) : row['speaker_id'],
    said_at: saidAt(row, entry.assertedAt),
    ...foundBy(row['workspace'] as string, facts ?? (row['facts'] as Facts)),
  };
}

const unlinkedRow = (row: Row): Row => ({
  claim_id: null,
  relation: null,
  standing: null,
  corrected: null,
  corrected_facts: null,
  corrected_words: [],
  said_by: row['speaker_id'],
  said_at: saidAt(row, row['asserted'] as string | null),
  ...foundBy(row['workspace'] as string, row['facts'] as Facts),
});

function speakerIn(row: Row, attribution: readonly AttributionLink[]): string | null {
  const speaker = speakerOf(attribution);
  return speaker ? sourceId(row['workspace'] as string, speaker) : null;
}

/** The row's own value where it is that instant: a stored one is written otherwise than one that is derived. */
function saidAt(row: Row, assertedAt: string | null): unknown {
  const at = instantOf(assertedAt) ?? row['recorded_at'];
  return timeOf(at) === timeOf(row['said_at']) ? row['said_at'] : at;
}

const timeOf = (instant: unknown): number => new Date(instant as string | Date).getTime();

import type {
  ArticleRevisionCompared,
  DecisionReverted,
  FieldCommented,
  ReportCorrected,
  ReviewGiven,
} from '#domain';
import type { Row } from '#projections';
import { reasonsOf } from '../claim-timeline/claim-decisions.js';
import type { ClaimChange, UndoneDecision } from './change.js';

/** What a change is found by to be told whole. */
export interface KnownAround {
  /** The words of reports, by their ids. */
  readonly quotes: ReadonlyMap<string, string>;
  /** Rows of decisions that were undone, by their events. */
  readonly undone: ReadonlyMap<string, Row>;
}

type Details = Pick<ClaimChange, 'fields' | 'field' | 'verdict' | 'undone' | 'revisions'>;

const NONE: Details = { fields: [], field: null, verdict: null, undone: null, revisions: [] };

/** What an event says that changed: fields of a report, the finding of a remark or review, what was undone, what a later text says. */
export function detailsOf(
  type: string,
  data: unknown,
  reportIds: readonly string[],
  { quotes, undone }: KnownAround,
): Details {
  switch (type) {
    case 'ReportCorrected':
      return { ...NONE, fields: (data as ReportCorrected).changes };
    case 'FieldCommented': {
      const { field, verdict } = data as FieldCommented;
      return { ...NONE, field, verdict };
    }
    case 'ReviewGiven':
      return { ...NONE, verdict: (data as ReviewGiven).verdict };
    case 'DecisionReverted':
      return { ...NONE, undone: undoneBy(data as DecisionReverted, undone) };
    case 'ArticleRevisionCompared':
      return { ...NONE, revisions: revisionsOf(data as ArticleRevisionCompared, reportIds, quotes) };
    default:
      return NONE;
  }
}

function undoneBy(
  { decisionId, decisionType }: DecisionReverted,
  rows: KnownAround['undone'],
): UndoneDecision {
  const row = rows.get(decisionId);
  const of = { eventId: decisionId, type: decisionType };
  if (!row) return { ...of, seq: null, reasons: [], fields: [] };
  const fields = decisionType === 'ReportCorrected' ? (row['data'] as ReportCorrected).changes : [];
  return { ...of, seq: String(row['seq']), reasons: reasonsOf(row['data']), fields };
}

function revisionsOf(
  { changes }: ArticleRevisionCompared,
  reportIds: readonly string[],
  quotes: KnownAround['quotes'],
): Details['revisions'] {
  const quoteOf = (id: string | null): string | null => quotes.get(id ?? '') ?? null;
  return changes
    .filter(({ reportId, previousReportId }) =>
      [reportId, previousReportId].some((id) => id !== null && reportIds.includes(id)),
    )
    .map((change) => ({
      ...change,
      previousQuote: quoteOf(change.previousReportId),
      quote: quoteOf(change.reportId),
    }));
}

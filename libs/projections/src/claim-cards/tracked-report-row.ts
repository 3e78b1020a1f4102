import {
  searchTerms,
  speakerOf,
  type ArticleRevised,
  type ArticleWithdrawn,
  type ClaimRecorded,
  type EventType,
  type FigureReported,
  type Report,
  type ReportKind,
  type ReportSuperseded,
  type StatementMade,
} from '#domain';
import type { StoredEvent } from '#event-store';
import type { FigureFacts, PropositionFacts, Retirement } from '#tracking';
import { placesId, placeTexts } from '../figure-timeline/places-row.js';
import { foldedWords, instantOf, sourceId } from '../reports/report-row.js';
import type { Row } from '../view-table.js';
import { originIn } from './ledger-rows.js';
import { figureFacts, propositionFacts } from './report-facts.js';

const KINDS: Partial<Readonly<Record<string, ReportKind>>> = {
  FigureReported: 'figure',
  StatementMade: 'statement',
  ClaimRecorded: 'claim',
};

export const REPORT_TYPES: readonly EventType[] = ['FigureReported', 'StatementMade', 'ClaimRecorded'];

/** The row of a report as its event gives it; null for other events. */
export function trackedReportRow(event: StoredEvent): Row | null {
  const kind = KINDS[event.type];
  if (!kind) return null;
  const { workspace, seq, recordedAt, occurredAt } = event;
  const report = event.data as Report;
  const { reportId, articleId, revision, attribution, quote, rule } = report;
  const asserted = (report as Partial<StatementMade>).utteredOn ?? occurredAt;
  const speaker = speakerOf(attribution);
  const publisher = attribution.find((link) => link.kind === 'publisher');
  const row = {
    workspace,
    report_id: reportId,
    kind,
    article_id: articleId,
    revision,
    seq,
    recorded_at: recordedAt,
    asserted,
    asserted_at: instantOf(asserted),
    published: occurredAt,
    position: quote.start,
    rule,
    outlet: publisher?.name ?? null,
    attribution,
    speaker_id: speaker ? sourceId(workspace, speaker) : null,
    said_by: speaker ? sourceId(workspace, speaker) : null,
    said_at: instantOf(asserted) ?? recordedAt,
    source_id: originIn(workspace, attribution)?.entityId ?? null,
    publisher_id: publisher ? sourceId(workspace, publisher) : null,
    retirements: [],
    retired_seq: null,
    corrected_facts: null,
    corrected_words: [],
    corrected_found: null,
    claim_id: null,
    relation: null,
    standing: null,
    corrected: null,
  };
  return Object.assign(row, factsOf(workspace, kind, report));
}

function factsOf(workspace: string, kind: ReportKind, report: Report): Row {
  if (kind === 'figure') {
    const facts = figureFacts(report as FigureReported);
    return { facts, ...foundBy(workspace, facts), text_words: [] };
  }
  const facts = propositionFacts(report as StatementMade | ClaimRecorded);
  const text_words = searchTerms(`${facts.text} ${report.sentence.exact}`);
  return { facts, ...foundBy(workspace, facts), text_words };
}

/** What a report is found by, of its facts as read or as corrected. */
export function foundBy(workspace: string, facts: FigureFacts | PropositionFacts): Row {
  if (!('metric' in facts)) return { metric: null, measure: null, place_words: [], places_id: null };
  const texts = placeTexts(facts.places);
  const words = new Set(texts.flatMap(foldedWords));
  const { metric, measure } = facts;
  return { metric, measure, place_words: [...words], places_id: placesId(workspace, texts) };
}

/** What takes reports out of the current text: of an article all that were recorded before, or one of them. */
export interface ReportRetirement {
  readonly articleId: string;
  readonly reportId: string | null;
  readonly retirement: Retirement;
}

export function retirementOf({
  seq,
  type,
  data,
  occurredAt,
  recordedAt,
}: StoredEvent): ReportRetirement | null {
  const at = (kind: Retirement['kind'], assertedAt: string | null): Retirement => ({
    kind,
    seq: Number(seq),
    assertedAt,
  });
  switch (type) {
    case 'ArticleRevised': {
      const { articleId, keepsReports } = data as ArticleRevised;
      if (keepsReports) return null;
      return { articleId, reportId: null, retirement: at('revised', occurredAt ?? recordedAt.toISOString()) };
    }
    case 'ArticleWithdrawn':
      return {
        articleId: (data as ArticleWithdrawn).articleId,
        reportId: null,
        retirement: at('withdrawn', null),
      };
    case 'ReportSuperseded': {
      const { articleId, reportId } = data as ReportSuperseded;
      return { articleId, reportId, retirement: at('reread', null) };
    }
    default:
      return null;
  }
}

/** The row with one retirement more; the first of each kind counts, and only what came after the report. */
export function retired(row: Row, { articleId, reportId, retirement }: ReportRetirement): Row {
  const known = row['retirements'] as readonly Retirement[];
  const concerned =
    row['article_id'] === articleId &&
    (reportId === null || row['report_id'] === reportId) &&
    Number(row['seq']) < retirement.seq;
  if (!concerned || known.some(({ kind }) => kind === retirement.kind)) return row;
  const first = row['retired_seq'] as bigint | null;
  const seq = BigInt(retirement.seq);
  return {
    ...row,
    retirements: [...known, retirement],
    retired_seq: first === null || seq < first ? seq : first,
  };
}

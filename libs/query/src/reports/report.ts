import type { AttributionLink, SourceKind, TextSpan } from '#domain';
import { articleTable, claimDecisionTable, liveTable, trackedReportTable } from '#projections';
import type { AsOf } from '#tracking';
import { articleThen, joinRetired } from '../as-of/as-of-conditions.js';
import { notUndone } from '../as-of/told-then.js';
import { isTurnedBack } from '../as-of/as-of.js';
import type { Conditions } from '../conditions.js';

/** Somebody a report is attributed to. */
export interface SpeakerView {
  readonly id: string;
  readonly name: string;
  readonly role: string | null;
  readonly kind: SourceKind;
}

/** The article a report stands in. */
export interface ArticleReference {
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly publishedAt: string | null;
}

/** What figures, statements and claims answer alike. */
export interface ReportView {
  readonly id: string;
  readonly seq: string;
  readonly eventId: string;
  readonly revision: number;
  /** The claim it was linked to; null where it was linked to none, or is not yet. */
  readonly claimId: string | null;
  readonly article: ArticleReference;
  /** Who says it in the article; null in the reporter's own voice. */
  readonly speaker: SpeakerView | null;
  /** The chain it came through: publisher first, origin last. */
  readonly attribution: readonly AttributionLink[];
  readonly quote: TextSpan;
  readonly sentence: TextSpan;
  /** When it was published or uttered: YYYY-MM-DD or a time; null where unknown. */
  readonly assertedAt: string | null;
  readonly recordedAt: string;
  readonly rule: string;
  /** A later revision of the article took its place. */
  readonly superseded: boolean;
  /** The article was withdrawn. */
  readonly withdrawn: boolean;
  /** Somebody took it back: it is not to be relied on. */
  readonly retracted: boolean;
}

/** A row of any report table joined with its article. */
export interface ReportRow {
  readonly report_id: string;
  readonly seq: string;
  readonly event_id: string;
  readonly revision: number;
  readonly claim_id: string | null;
  readonly article_id: string;
  readonly article_title: string | null;
  readonly article_url: string | null;
  readonly outlet: string | null;
  readonly published_at: string | null;
  readonly uttered_on?: string | null;
  readonly speaker: string | null;
  readonly speaker_role: string | null;
  readonly speaker_kind: SourceKind | null;
  readonly speaker_id: string | null;
  readonly attribution: readonly AttributionLink[];
  readonly quote: TextSpan;
  readonly sentence: TextSpan;
  readonly recorded_at: Date;
  readonly rule: string;
  readonly superseded_seq: string | null;
  readonly withdrawn_seq: string | null;
  readonly retracted_seq: string | null;
}

const TRACKED = liveTable(trackedReportTable);
const DECISIONS = liveTable(claimDecisionTable);

/** The ids of the reports of the claim that `?` stands for. */
export const REPORTS_OF_CLAIM = `(SELECT report_id FROM ${TRACKED} member WHERE member.workspace = report.workspace AND member.claim_id = ?)`;

const ARTICLE = { workspace: 'report.workspace', articleId: 'report.article_id' };

/**
 * Selects a report table as `report` with its article and claim; the conditions, which may name `tracked`, `retired` and `retraction`, and an order
 * follow. At the clocks: with what its article was called, and had been taken out, by then. `claim_id` is the present one.
 */
export function selectReports(table: string, conditions: Conditions, asOf: AsOf = {}): string {
  const { recordedSeq } = asOf;
  const turned = isTurnedBack(asOf);
  const article = typeof recordedSeq === 'number' ? articleThen(conditions, ARTICLE, { recordedSeq }) : null;
  return `SELECT report.*, report.seq::text AS seq, article.title AS article_title, article.url AS article_url, tracked.claim_id,
     retired.superseded_seq::text AS superseded_seq, retired.withdrawn_seq::text AS withdrawn_seq,
     retraction.retracted_seq
   FROM ${table} report
   LEFT JOIN ${TRACKED} tracked ON tracked.workspace = report.workspace AND tracked.report_id = report.report_id
   ${turned ? joinRetired(conditions, asOf) : 'CROSS JOIN LATERAL (SELECT report.superseded_seq, report.withdrawn_seq) retired'}
   ${joinRetraction(conditions, asOf)}
   ${article ? `LEFT JOIN ${article} article ON true` : PRESENT_ARTICLE}
   ${conditions.toString()}`;
}

/** Joins as `retraction` the decision by which somebody took back a report, called `report`, and nobody undid; by the record's clock. */
function joinRetraction(conditions: Conditions, { recordedSeq }: AsOf): string {
  const last = typeof recordedSeq === 'number' ? conditions.bind(recordedSeq) : null;
  return `LEFT JOIN LATERAL (
    SELECT min(made.seq)::text AS retracted_seq FROM ${DECISIONS} made
    WHERE made.workspace = report.workspace AND made.report_id = report.report_id AND made.type = 'ReportRetracted'
      ${last === null ? '' : `AND made.seq <= ${last}::bigint`} AND ${notUndone('made', last)}) retraction ON true`;
}

const PRESENT_ARTICLE = `LEFT JOIN ${liveTable(articleTable)} article ON article.workspace = report.workspace AND article.article_id = report.article_id`;

export function reportView(row: ReportRow): ReportView {
  return {
    id: row.report_id,
    seq: row.seq,
    eventId: row.event_id,
    revision: row.revision,
    claimId: row.claim_id,
    article: {
      id: row.article_id,
      title: row.article_title,
      outlet: row.outlet,
      url: row.article_url,
      publishedAt: row.published_at,
    },
    speaker: speakerView(row),
    attribution: row.attribution,
    quote: row.quote,
    sentence: row.sentence,
    assertedAt: row.uttered_on ?? row.published_at,
    recordedAt: row.recorded_at.toISOString(),
    rule: row.rule,
    superseded: row.superseded_seq !== null,
    withdrawn: row.withdrawn_seq !== null,
    retracted: row.retracted_seq !== null,
  };
}

function speakerView({ speaker_id, speaker, speaker_role, speaker_kind }: ReportRow): SpeakerView | null {
  if (speaker_id === null || speaker === null || speaker_kind === null) return null;
  return { id: speaker_id, name: speaker, role: speaker_role, kind: speaker_kind };
}

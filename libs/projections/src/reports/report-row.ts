import { foldName, originOf, sourceParts, speakerOf, type AttributionLink, type Report } from '#domain';
import type { StoredEvent } from '#event-store';
import { deterministicId } from '#platform';
import type { Row } from '../view-table.js';
import { remember } from './remember.js';

/** The columns that figures, statements and claims have alike, in the same order everywhere. */
export const REPORT_COLUMNS = {
  workspace: 'text NOT NULL',
  report_id: 'uuid NOT NULL',
  article_id: 'uuid NOT NULL',
  revision: 'int NOT NULL',
  seq: 'bigint NOT NULL',
  event_id: 'uuid NOT NULL',
  recorded_at: 'timestamptz NOT NULL',
  published_at: 'text',
  asserted_at: 'timestamptz',
  outlet: 'text',
  speaker: 'text',
  speaker_role: 'text',
  speaker_kind: 'text',
  speaker_id: 'uuid',
  /** Folded words of the name: a search for any of them finds it. */
  speaker_words: 'text[]',
  origin: 'text',
  origin_id: 'uuid',
  attribution: 'json NOT NULL',
  quote: 'json NOT NULL',
  sentence: 'json NOT NULL',
  rule: 'text NOT NULL',
  /** The revision or withdrawal of the article that took the report out of the current record; null while it stands. */
  superseded_seq: 'bigint',
  withdrawn_seq: 'bigint',
} as const;

export const REPORT_KEY = ['workspace', 'report_id'] as const;

export const REPORT_INDEXES = [
  '(workspace, article_id)',
  '(workspace, seq)',
  '(workspace, speaker_id)',
  'USING gin (speaker_words)',
] as const;

/**
 * The row of a report: what all have, and its kind's `own` columns. Put together by assignment into one object: spreading two of
 * them costs 80 us at this width, this 3 us.
 */
export function reportRow(
  event: StoredEvent,
  report: Report,
  own: Row,
  utteredOn: string | null = null,
): Row {
  const { workspace, seq, eventId, recordedAt, occurredAt } = event;
  const { reportId, articleId, revision, attribution, quote, sentence, rule } = report;
  const publisher = attribution.find((link) => link.kind === 'publisher');
  const speaker = speakerOf(attribution);
  const origin = originOf(attribution);
  const common = {
    workspace,
    report_id: reportId,
    article_id: articleId,
    revision,
    seq,
    event_id: eventId,
    recorded_at: recordedAt,
    published_at: occurredAt,
    asserted_at: instantOf(utteredOn ?? occurredAt),
    outlet: publisher?.name,
    speaker: speaker?.name,
    speaker_role: speaker?.role,
    speaker_kind: speaker?.kind,
    speaker_id: speaker && sourceId(workspace, speaker),
    speaker_words: speaker && foldedWords(speaker.name),
    origin: origin?.name,
    origin_id: origin && sourceId(workspace, origin),
    attribution,
    quote,
    sentence,
    rule,
    superseded_seq: null,
    withdrawn_seq: null,
  };
  return Object.assign(common, own);
}

/** One id for every spelling of one source, as far as spelling alone tells. */
export const sourceId = (workspace: string, { name, kind }: Pick<AttributionLink, 'name' | 'kind'>): string =>
  rememberedSourceId(JSON.stringify([workspace, name, kind]));

const rememberedSourceId = remember((source) => {
  const [workspace, name, kind] = JSON.parse(source) as [string, string, AttributionLink['kind']];
  return deterministicId(...sourceParts(workspace, { name, kind }));
});

/** The words of a name as searches compare them. */
export const foldedWords = remember((name: string): readonly string[] => foldName(name).split(' '));

/** A plain day counts from its midnight in UTC, so that days and times sort together. */
export const instantOf = (asserted: string | null): string | null =>
  asserted && (asserted.length === 10 ? `${asserted}T00:00:00Z` : asserted);

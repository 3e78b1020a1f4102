import { claimDecisionTable, liveTable } from '#projections';
import type { AsOf } from '#tracking';
import type { Conditions } from '../conditions.js';

const DECISIONS = liveTable(claimDecisionTable);

/** SQL: the instant of a day or time that is kept as it was given; a plain day counts from its midnight in UTC. */
export const instantOf = (text: string): string =>
  `(CASE WHEN length(${text}) = 10 THEN ${text} || 'T00:00:00Z' ELSE ${text} END)::timestamptz`;

/**
 * SQL: a row `told (facts, at, said_by, words)` of the report called `tracked`: what it tells, when it was asserted, by whom, and the
 * words that it is found by, as the corrections say that were in force at the record's clock.
 */
export function toldThen(conditions: Conditions, { recordedSeq }: Pick<AsOf, 'recordedSeq'>): string {
  if (typeof recordedSeq !== 'number') return TOLD_NOW;
  return `(SELECT tracked.facts::jsonb || made.changes AS facts,
      CASE WHEN made.changes -> 'utteredOn' IS NULL THEN coalesce(tracked.asserted_at, tracked.recorded_at)
        ELSE coalesce(${instantOf("coalesce(made.changes ->> 'utteredOn', tracked.published)")}, tracked.recorded_at) END AS at,
      CASE WHEN made.changes -> 'attribution' IS NULL THEN tracked.speaker_id
        ELSE (tracked.corrected_found -> (made.changes ->> 'attribution') ->> 'saidBy')::uuid END AS said_by,
      tracked.text_words || ARRAY(SELECT json_array_elements_text(
        tracked.corrected_found -> (made.changes ->> 'proposition') -> 'words')) AS words
    FROM (SELECT coalesce(${changesThen(conditions.bind(recordedSeq))}, '{}') AS changes) AS made) AS told`;
}

/** SQL: nobody undid the decision on a report that goes by this name; nobody by a seq, where the record's clock is turned back to one. */
export const notUndone = (made: string, last: string | null): string => `NOT EXISTS (
  SELECT FROM ${DECISIONS} undoing
  WHERE undoing.workspace = ${made}.workspace AND undoing.report_id = ${made}.report_id AND undoing.type = 'DecisionReverted'
    AND undoing.data ->> 'decisionId' = ${made}.event_id::text${last === null ? '' : ` AND undoing.seq <= ${last}::bigint`})`;

const TOLD_NOW = `(SELECT coalesce(tracked.corrected_facts, tracked.facts) AS facts, tracked.said_at AS at, tracked.said_by,
    tracked.text_words || tracked.corrected_words AS words) AS told`;

/**
 * The fields that corrections in force at a seq changed, each with what the last of them made of it; where that has to be folded to be
 * found by, with the correction.
 */
const changesThen = (last: string): string => `(
  SELECT jsonb_object_agg(change ->> 'field', CASE WHEN change ->> 'field' IN ('attribution', 'proposition')
    THEN to_json(correction.event_id) ELSE change -> 'to' END ORDER BY correction.seq)
  FROM ${DECISIONS} correction CROSS JOIN LATERAL json_array_elements(correction.data -> 'changes') AS change
  WHERE correction.workspace = tracked.workspace AND correction.report_id = tracked.report_id
    AND correction.type = 'ReportCorrected' AND correction.seq <= ${last}::bigint
    AND ${notUndone('correction', last)})`;

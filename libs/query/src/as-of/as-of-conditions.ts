import { articleHistoryTable, liveTable } from '#projections';
import { RUNNING, type AsOf } from '#tracking';
import { Conditions } from '../conditions.js';
import { instantOf, toldThen } from './told-then.js';

/**
 * Rows of `tracked_report`, called `tracked`, that were there at the clocks. When they were asserted and what day they speak of is told as
 * the fold of a claim tells it: as corrected by then.
 */
export function addClocks(conditions: Conditions, { recordedSeq, assertedBy, validOn }: AsOf): Conditions {
  if (typeof recordedSeq === 'number') conditions.add('tracked.seq <= ?', recordedSeq);
  if (!assertedBy && !validOn) return conditions;
  const from = toldThen(conditions, { recordedSeq });
  const told = addTold(new Conditions(conditions.values), { assertedBy, validOn });
  return conditions.add(`EXISTS (SELECT FROM ${from} ${told.toString()})`);
}

/** The same of the clocks of what is told, where it stands beside the rows as `told` (`toldThen`). */
export function addTold(conditions: Conditions, { assertedBy, validOn }: AsOf): Conditions {
  if (assertedBy) conditions.add('told.at <= ?::timestamptz', endOf(assertedBy));
  if (validOn) conditions.add(SPEAKS_OF, RUNNING_IN_SQL, validOn, validOn, validOn, validOn);
  return conditions;
}

const DAY_ASSERTED = `to_char(told.at AT TIME ZONE 'UTC', 'YYYY-MM-DD')`;
const [AS_OF, START, END] = [
  `told.facts ->> 'asOf'`,
  `told.facts -> 'period' ->> 'start'`,
  `told.facts -> 'period' ->> 'end'`,
];

/** "Since Saturday": where a word begins or ends is \y to PostgreSQL. */
export const RUNNING_IN_SQL = RUNNING.source.replaceAll('\\b', '\\y');

/** What happened in a period that begins and ends speaks of its days; a running total and what is so, of all days from their own on. */
const SPEAKS_OF = `CASE WHEN told.facts ->> 'measure' = 'flow' AND ${START} IS NOT NULL AND ${END} IS NOT NULL AND told.facts -> 'period' ->> 'text' !~* ?
  THEN ${START} COLLATE "C" <= ? AND ? <= ${END} COLLATE "C"
  WHEN told.facts ->> 'measure' = 'flow' THEN coalesce(${AS_OF}, ${END}, ${DAY_ASSERTED}) COLLATE "C" <= ?
  ELSE coalesce(${AS_OF}, ${START}, ${END}, ${DAY_ASSERTED}) COLLATE "C" <= ? END`;

/** Joins as `retired` what had taken a report, called `tracked`, out of the record at the clocks: nulls where it stood. */
export function joinRetired(conditions: Conditions, { recordedSeq, assertedBy }: AsOf): string {
  const clocks = ['true'];
  if (typeof recordedSeq === 'number')
    clocks.push(`(one ->> 'seq')::bigint <= ${conditions.bind(recordedSeq)}::bigint`);
  if (assertedBy)
    clocks.push(
      `(one ->> 'assertedAt' IS NULL OR ${instantOf("(one ->> 'assertedAt')")} <= ${conditions.bind(endOf(assertedBy))}::timestamptz)`,
    );
  return `LEFT JOIN LATERAL (
    SELECT min((one ->> 'seq')::bigint) FILTER (WHERE one ->> 'kind' <> 'withdrawn') AS superseded_seq,
      min((one ->> 'seq')::bigint) FILTER (WHERE one ->> 'kind' = 'withdrawn') AS withdrawn_seq
    FROM json_array_elements(tracked.retirements) AS one WHERE ${clocks.join(' AND ')}) retired ON true`;
}

/**
 * What was known of an article, the id of which is given, at the clocks: a row like those of `article`, to be joined in its place. By
 * the asserted clock that is its newest text by then; a withdrawal is a decision, which that clock does not turn back.
 */
export function articleThen(
  conditions: Conditions,
  of: { readonly workspace: string; readonly articleId: string },
  { recordedSeq, assertedBy }: AsOf,
): string {
  const history = liveTable(articleHistoryTable);
  const known = [`held.workspace = ${of.workspace}`, `held.article_id = ${of.articleId}`];
  if (typeof recordedSeq === 'number') known.push(`held.seq <= ${conditions.bind(recordedSeq)}::bigint`);
  if (!assertedBy)
    return `LATERAL (SELECT * FROM ${history} held WHERE ${known.join(' AND ')} ORDER BY held.seq DESC LIMIT 1)`;
  const columns = Object.keys(articleHistoryTable.columns).map((column) =>
    column === 'withdrawn_reason'
      ? `coalesce(printed.${column}, later.${column}) AS ${column}`
      : `printed.${column}`,
  );
  const last = conditions.bind(endOf(assertedBy));
  return `LATERAL (SELECT ${columns.join(', ')} FROM (
      SELECT * FROM ${history} held
      WHERE ${known.join(' AND ')} AND coalesce(${instantOf('held.asserted')}, held.recorded_at) <= ${last}::timestamptz
      ORDER BY held.seq DESC LIMIT 1) printed
    LEFT JOIN LATERAL (
      SELECT held.withdrawn_reason FROM ${history} held
      WHERE ${known.join(' AND ')} AND held.seq > printed.seq AND held.withdrawn_reason IS NOT NULL
      ORDER BY held.seq LIMIT 1) later ON true)`;
}

/** A day counts to its end, UTC. */
export const endOf = (moment: string): string => (moment.length === 10 ? `${moment}T23:59:59.999Z` : moment);

import type { AttributionLink, EventType } from '#domain';
import { retirementTable, versionedTable, type ViewTable } from '../view-table.js';
import { arrayLiteral } from '../writing/copy-text.js';
import type { SqlRange, SqlSession } from '../writing/sql-form.js';
import { foldedWords, sourceId, type REPORT_COLUMNS } from './report-row.js';
import { RETIRING_TYPES } from './retirements.js';

/** Where a kind of report stands in the log and what its own columns are made of. */
export interface ReportsInSql {
  readonly table: ViewTable;
  readonly type: EventType;
  /** Own column -> the member of the event's data that it shows. */
  readonly members: Readonly<Record<string, string>>;
  /** What it was said on, where that is not when it was published: an own column. */
  readonly assertedOn?: string;
  /** Own columns that are not members: column -> expression over `staged` and the joins. */
  readonly made?: Readonly<Record<string, string>>;
  /** Columns of the staged rows that `made` needs: name -> expression over `member`, which has the own columns, and `laterals`. */
  readonly staged?: Readonly<Record<string, string>>;
  readonly laterals?: string;
  /** What the functions of the fold make of the staged rows, to be joined. */
  readonly prepare?: (session: SqlSession, range: SqlRange) => Promise<readonly Joined[]>;
}

/** Values that differ, few among many rows, and what is made of each. They travel as arrays with the statement that joins them. */
export interface Joined {
  readonly name: string;
  /** Column -> SQL type and values, one a row. */
  readonly columns: Readonly<Record<string, readonly [type: string, values: readonly unknown[]]>>;
  /** Alias -> condition over it and `staged`. */
  readonly joins: Readonly<Record<string, string>>;
}

const STAGED = 'staged_report';

const COMMON_MEMBERS = {
  report_id: 'reportId',
  article_id: 'articleId',
  revision: 'revision',
  attribution: 'attribution',
  quote: 'quote',
  sentence: 'sentence',
  rule: 'rule',
};

/**
 * The rows of one kind of report, written by statements. The server takes the events apart, once, into a table of the transaction;
 * names are few among many reports, so those that differ are folded here, by the functions of the fold, and joined.
 */
export async function fillReports(
  session: SqlSession,
  range: SqlRange,
  reports: ReportsInSql,
): Promise<void> {
  const { table, prepare } = reports;
  await stage(session, range, reports);
  const joined = [await prepareSources(session, range), ...((await prepare?.(session, range)) ?? [])];
  const columns = Object.keys(table.columns);
  const expressions = columns.map((column) => expressionOf(column, reports));
  const { tables, joins, values } = joinedSql(joined);
  await session.query(
    `WITH ${tables}
     INSERT INTO ${versionedTable(table, range.version)} (${columns.join(', ')})
     SELECT ${expressions.join(', ')} FROM ${STAGED} staged ${joins}`,
    values,
  );
  await fillRetirements(session, range, table);
}

export const stagedReports = STAGED;

/** What is joined as common table expressions, their joins, and the arrays they are made of. */
function joinedSql(joined: readonly Joined[]) {
  const values: unknown[] = [];
  const tables = joined.map(({ name, columns }) => {
    const arrays = Object.values(columns).map(([, array]) => `$${values.push(array)}::text[]`);
    const shown = Object.entries(columns).map(([column, [type]]) => `${column}::${type}`);
    const names = Object.keys(columns).join(', ');
    return `${name} AS MATERIALIZED (SELECT ${shown.join(', ')} FROM unnest(${arrays.join(', ')}) AS given (${names}))`;
  });
  const joins = joined.flatMap(({ name, joins: on }) =>
    Object.entries(on).map(([alias, condition]) => `LEFT JOIN ${name} ${alias} ON ${condition}`),
  );
  return { tables: tables.join(', '), joins: joins.join(' '), values };
}

/** The links of the chain in arrays, and the places of publisher and speaker in them: see `speakerOf` and `originOf`. */
const CHAIN = `CROSS JOIN LATERAL (
  SELECT array_agg(link.name) AS names, array_agg(link.role) AS roles, array_agg(link.kind) AS kinds,
         min(link.place) FILTER (WHERE link.kind = 'publisher')::int AS publisher,
         min(link.place) FILTER (WHERE link.kind IS DISTINCT FROM 'publisher')::int AS speaker,
         count(*)::int AS origin
  FROM ROWS FROM (json_to_recordset(member.attribution) AS (name text, role text, kind text)) WITH ORDINALITY
    AS link (name, role, kind, place)) AS chain`;

async function stage(session: SqlSession, range: SqlRange, reports: ReportsInSql): Promise<void> {
  const { table, type, members, staged = {}, laterals = '' } = reports;
  const all = Object.entries({ ...COMMON_MEMBERS, ...members });
  const record = all.map(([column, member]) => `"${member}" ${typeOf(table, column)}`);
  const renamed = all.map(([, member]) => `"${member}"`).join(', ');
  await session.query(
    `CREATE TEMP TABLE ${STAGED} ON COMMIT DROP AS
     SELECT event.workspace, event.seq, event.event_id, date_trunc('milliseconds', event.recorded_at) AS recorded_at, event.occurred_at, member.*,
            names[publisher] AS outlet, names[speaker] AS speaker, roles[speaker] AS speaker_role, kinds[speaker] AS speaker_kind,
            names[origin] AS origin, kinds[origin] AS origin_kind,
            concat(kinds[speaker], ':', names[speaker]) AS speaker_key, concat(kinds[origin], ':', names[origin]) AS origin_key
            ${Object.entries(staged)
              .map(([name, expression]) => `, ${expression} AS ${name}`)
              .join('')}
     FROM event_store.event AS event
       CROSS JOIN LATERAL (SELECT ${renamed} FROM json_to_record(event.data) AS data (${record.join(', ')}))
         AS member (${all.map(([column]) => column).join(', ')})
       ${CHAIN} ${laterals}
     WHERE ${inRange(range)} AND event.type = '${type}'`,
  );
}

const typeOf = ({ columns }: ViewTable, column: string): string =>
  (columns[column] ?? '').replace(/ NOT NULL$/, '');

/** Literals of our own making: numbers, and a workspace that is quoted; a table of the transaction takes no parameters. */
const inRange = ({ workspace, after, to, skipped }: SqlRange): string =>
  `event.workspace = '${workspace.replaceAll("'", "''")}' AND event.seq > ${after} AND event.seq <= ${to}
   AND event.data::text <> '{"erased":true}'${skipped.length > 0 ? ` AND event.seq NOT IN (${skipped.join(', ')})` : ''}`;

async function prepareSources(session: SqlSession, { workspace }: SqlRange): Promise<Joined> {
  const sources = await session.query<{ key: string; name: string; kind: AttributionLink['kind'] }>(
    `SELECT speaker_key AS key, speaker AS name, speaker_kind AS kind FROM ${STAGED} WHERE speaker IS NOT NULL
     UNION SELECT origin_key, origin, origin_kind FROM ${STAGED} WHERE origin IS NOT NULL`,
  );
  return {
    name: 'source',
    columns: {
      key: ['text', sources.map(({ key }) => key)],
      id: ['uuid', sources.map(({ name, kind }) => sourceId(workspace, { name, kind }))],
      words: ['text[]', sources.map(({ name }) => arrayLiteral(foldedWords(name)))],
    },
    joins: { speaker: 'speaker.key = staged.speaker_key', origin: 'origin.key = staged.origin_key' },
  };
}

function expressionOf(column: string, { assertedOn, made = {} }: ReportsInSql): string {
  const asserted = assertedOn ? `coalesce(staged.${assertedOn}, staged.occurred_at)` : 'staged.occurred_at';
  const common: Partial<Record<keyof typeof REPORT_COLUMNS, string>> = {
    published_at: 'staged.occurred_at',
    asserted_at: `(CASE WHEN length(${asserted}) = 10 THEN ${asserted} || 'T00:00:00Z' ELSE ${asserted} END)::timestamptz`,
    speaker_id: 'CASE WHEN staged.speaker IS NOT NULL THEN speaker.id END',
    speaker_words: 'CASE WHEN staged.speaker IS NOT NULL THEN speaker.words END',
    origin_id: 'CASE WHEN staged.origin IS NOT NULL THEN origin.id END',
    superseded_seq: 'NULL',
    withdrawn_seq: 'NULL',
  };
  return made[column] ?? common[column as keyof typeof common] ?? `staged.${column}`;
}

async function fillRetirements(session: SqlSession, range: SqlRange, table: ViewTable): Promise<void> {
  const types = RETIRING_TYPES.map((type) => `'${type}'`).join(', ');
  await session.query(
    `INSERT INTO ${retirementTable(table, range.version)} (workspace, article_id, report_id, seq, mark)
     SELECT event.workspace, (event.data ->> 'articleId')::uuid,
            CASE event.type WHEN 'ReportSuperseded' THEN (event.data ->> 'reportId')::uuid END, event.seq,
            CASE event.type WHEN 'ArticleWithdrawn' THEN 'withdrawn_seq' ELSE 'superseded_seq' END
     FROM event_store.event AS event WHERE ${inRange(range)} AND event.type IN (${types})
       AND (event.data ->> 'keepsReports')::boolean IS NOT TRUE`,
  );
}

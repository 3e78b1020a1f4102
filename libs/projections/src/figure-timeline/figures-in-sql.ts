import { fillReports, stagedReports, type Joined, type ReportsInSql } from '../reports/reports-in-sql.js';
import { RETIRING_TYPES } from '../reports/retirements.js';
import { versionedTable, type Row, type ViewTable } from '../view-table.js';
import { arrayLiteral } from '../writing/copy-text.js';
import type { SqlForm, SqlRange, SqlSession } from '../writing/sql-form.js';
import { figurePlacesTable, figureReportTable } from './figure-timeline.tables.js';
import { placeWords } from './fold-figures.js';
import { placesId, placesRow } from './places-row.js';

/** What figures share: its rows as this range would begin them, and what is joined of them. */
interface Prepared {
  readonly table: ViewTable;
  readonly rows: readonly Row[];
  readonly joined: Joined;
}

const figures: ReportsInSql = {
  table: figureReportTable,
  type: 'FigureReported',
  members: {
    metric: 'metric',
    measure: 'measure',
    term: 'term',
    category: 'category',
    value: 'value',
    max: 'max',
    quantifier: 'quantifier',
    unit: 'unit',
    unit_text: 'unitText',
    population: 'population',
    status: 'status',
    cause: 'cause',
    places: 'places',
    period: 'period',
    as_of: 'asOf',
  },
  laterals: `CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(place.text), '{}') AS place_texts FROM json_to_recordset(member.places) AS place (text text)) AS named`,
  staged: {
    place_texts: 'place_texts',
  },
  made: { place_words: 'place.words', places_id: 'place.id' },
  prepare,
};

/** The fold of `figureTimelineProjection` as statements. */
export const figuresInSql: SqlForm = {
  types: [figures.type, ...RETIRING_TYPES],
  fill: (session, range) => fillReports(session, range, figures),
};

async function prepare(session: SqlSession, range: SqlRange): Promise<Joined[]> {
  const { version, sent } = range;
  const { table, rows, joined } = await preparePlaces(session, range);
  await range.inTurn(() => {
    const first = rows.filter((row) => sent.isFirst(table, row));
    return session.copy(versionedTable(table, version), table.columns, first);
  });
  return [joined];
}

async function preparePlaces(session: SqlSession, { workspace }: SqlRange): Promise<Prepared> {
  const staged = await session.query<{ texts: string[]; seq: bigint }>(
    `SELECT place_texts AS texts, min(seq) AS seq FROM ${stagedReports} GROUP BY 1 ORDER BY seq`,
  );
  const joined = {
    name: 'staged_place',
    columns: {
      texts: ['text[]', staged.map(({ texts }) => arrayLiteral(texts))],
      words: ['text[]', staged.map(({ texts }) => arrayLiteral(placeWords(texts)))],
      id: ['uuid', staged.map(({ texts }) => placesId(workspace, texts))],
    },
    joins: { place: 'place.texts = staged.place_texts' },
  } as const;
  const rows = staged.flatMap(({ texts, seq }) => placesRow(workspace, seq, texts) ?? []);
  return { table: figurePlacesTable, rows, joined };
}

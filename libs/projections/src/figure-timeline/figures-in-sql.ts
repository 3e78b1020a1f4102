import { fillReports, stagedReports, type Joined, type ReportsInSql } from '../reports/reports-in-sql.js';
import { RETIRING_TYPES } from '../reports/retirements.js';
import { versionedTable, type Row, type ViewTable } from '../view-table.js';
import { arrayLiteral } from '../writing/copy-text.js';
import { mapInTurns } from '../writing/map-in-turns.js';
import type { SqlForm, SqlRange, SqlSession } from '../writing/sql-form.js';
import { claimRow, type ClaimFields, type ClaimRow } from './claim-row.js';
import { figureClaimTable, figurePlacesTable, figureReportTable } from './figure-timeline.tables.js';
import { placeWords } from './fold-figures.js';
import { placesId, placesRow } from './places-row.js';

/** What the claim of a staged figure goes by, once for all figures that have it alike, with the first of them. */
interface StagedClaim extends Omit<ClaimFields, 'places' | 'period'> {
  readonly key: string;
  readonly place: string | null;
  readonly start: string | null;
  readonly seq: bigint;
}

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
    period_start: `period ->> 'start'`,
    claim_key: `ROW(metric, measure, unit, population, cause, place_texts[1], period ->> 'start')::text`,
  },
  made: { claim_id: 'claim.id', place_words: 'place.words', places_id: 'place.id' },
  prepare,
};

/** The fold of `figureTimelineProjection` as statements. */
export const figuresInSql: SqlForm = {
  types: [figures.type, ...RETIRING_TYPES],
  fill: (session, range) => fillReports(session, range, figures),
};

async function prepare(session: SqlSession, range: SqlRange): Promise<Joined[]> {
  const { version, sent } = range;
  const prepared = [await prepareClaims(session, range), await preparePlaces(session, range)];
  await range.inTurn(async () => {
    for (const { table, rows } of prepared) {
      const first = rows.filter((row) => sent.isFirst(table, row));
      await session.copy(versionedTable(table, version), table.columns, first);
    }
  });
  return prepared.map(({ joined }) => joined);
}

async function prepareClaims(session: SqlSession, { workspace }: SqlRange): Promise<Prepared> {
  const staged = await session.query<StagedClaim>(
    `SELECT claim_key AS key, metric, measure, unit, population, cause, place_texts[1] AS place, period_start AS start, min(seq) AS seq
     FROM ${stagedReports} GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 ORDER BY seq`,
  );
  const rows = await mapInTurns(staged, (claim) => claimOf(workspace, claim));
  const joined = {
    name: 'staged_claim',
    columns: {
      key: ['text', staged.map(({ key }) => key)],
      id: ['uuid', rows.map(({ claim_id }) => claim_id)],
    },
    joins: { claim: 'claim.key = staged.claim_key' },
  } as const;
  return { table: figureClaimTable, rows, joined };
}

function claimOf(workspace: string, { place, start, seq, ...fields }: StagedClaim): ClaimRow {
  const figure = {
    ...fields,
    places: place === null ? [] : [{ text: place, role: 'origin' as const, span: null }],
    period: start === null ? null : { start, end: null, accuracy: 'day' as const, text: '' },
  };
  return claimRow(workspace, seq, figure);
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

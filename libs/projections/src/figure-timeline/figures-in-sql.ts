import { fillReports, stagedReports, type Joined, type ReportsInSql } from '../reports/reports-in-sql.js';
import { RETIRING_TYPES } from '../reports/retirements.js';
import { versionedTable } from '../view-table.js';
import { arrayLiteral } from '../writing/copy-text.js';
import { mapInTurns } from '../writing/map-in-turns.js';
import type { SqlForm, SqlRange, SqlSession } from '../writing/sql-form.js';
import { claimRow, type ClaimFields, type ClaimRow } from './claim-row.js';
import { figureClaimTable, figureReportTable } from './figure-timeline.tables.js';
import { placeWords } from './fold-figures.js';

/** What the claim of a staged figure goes by, once for all figures that have it alike, with the first of them. */
interface StagedClaim extends Omit<ClaimFields, 'places' | 'period'> {
  readonly key: string;
  readonly place: string | null;
  readonly start: string | null;
  readonly seq: bigint;
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
  made: { claim_id: 'claim.id', place_words: 'place.words' },
  prepare: async (session, range) => [await prepareClaims(session, range), await preparePlaces(session)],
};

/** The fold of `figureTimelineProjection` as statements. */
export const figuresInSql: SqlForm = {
  types: [figures.type, ...RETIRING_TYPES],
  fill: (session, range) => fillReports(session, range, figures),
};

async function prepareClaims(session: SqlSession, range: SqlRange): Promise<Joined> {
  const { workspace, version, sent } = range;
  const staged = await session.query<StagedClaim>(
    `SELECT claim_key AS key, metric, measure, unit, population, cause, place_texts[1] AS place, period_start AS start, min(seq) AS seq
     FROM ${stagedReports} GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 ORDER BY seq`,
  );
  const claims = await mapInTurns(staged, (claim) => claimOf(workspace, claim));
  await range.inTurn(() => {
    const first = claims.filter((row) => sent.isFirst(figureClaimTable, row));
    return session.copy(versionedTable(figureClaimTable, version), figureClaimTable.columns, first);
  });
  return {
    name: 'staged_claim',
    columns: {
      key: ['text', staged.map(({ key }) => key)],
      id: ['uuid', claims.map(({ claim_id }) => claim_id)],
    },
    joins: { claim: 'claim.key = staged.claim_key' },
  };
}

function claimOf(workspace: string, { place, start, seq, ...fields }: StagedClaim): ClaimRow {
  const figure = {
    ...fields,
    places: place === null ? [] : [{ text: place, role: 'origin' as const, span: null }],
    period: start === null ? null : { start, end: null, accuracy: 'day' as const, text: '' },
  };
  return claimRow(workspace, seq, figure);
}

async function preparePlaces(session: SqlSession): Promise<Joined> {
  const places = await session.query<{ texts: string[] }>(
    `SELECT DISTINCT place_texts AS texts FROM ${stagedReports}`,
  );
  return {
    name: 'staged_place',
    columns: {
      texts: ['text[]', places.map(({ texts }) => arrayLiteral(texts))],
      words: ['text[]', places.map(({ texts }) => arrayLiteral(placeWords(texts)))],
    },
    joins: { place: 'place.texts = staged.place_texts' },
  };
}

import { fillReports, joinable, stagedReports, type ReportsInSql } from '../reports/reports-in-sql.js';
import { RETIRING_TYPES } from '../reports/retirements.js';
import { versionedTable } from '../view-table.js';
import type { SqlForm, SqlRange, SqlSession } from '../writing/sql-form.js';
import { claimOfReport } from './claim-of-report.js';
import { figureClaimTable, figureReportTable } from './figure-timeline.tables.js';
import { claimIdOf, placeWords, type ClaimFields } from './fold-figures.js';

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
  joins: `LEFT JOIN staged_claim claim ON claim.key = staged.claim_key
    LEFT JOIN staged_place place ON place.texts = staged.place_texts`,
  prepare: async (session, range) => {
    await prepareClaims(session, range);
    await preparePlaces(session);
  },
};

/** The fold of `figureTimelineProjection` as statements. */
export const figuresInSql: SqlForm = {
  types: [figures.type, ...RETIRING_TYPES],
  fill: (session, range) => fillReports(session, range, figures),
};

async function prepareClaims(session: SqlSession, range: SqlRange): Promise<void> {
  const { workspace, version, sent } = range;
  const staged = await session.query<StagedClaim>(
    `SELECT claim_key AS key, metric, measure, unit, population, cause, place_texts[1] AS place, period_start AS start, min(seq) AS seq
     FROM ${stagedReports} GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 ORDER BY seq`,
  );
  const claims = staged.map((claim) => ({ ...claim, ...claimOf(workspace, claim) }));
  await joinable(session, 'staged_claim', { key: 'text', id: 'uuid' }, claims);
  await range.inTurn(() => {
    const first = claims.map(claimOfReport).filter((row) => sent.isFirst(figureClaimTable, row));
    return session.copy(versionedTable(figureClaimTable, version), figureClaimTable.columns, first);
  });
}

function claimOf(workspace: string, { place, start, ...fields }: StagedClaim) {
  const figure = {
    ...fields,
    places: place === null ? [] : [{ text: place, role: 'origin' as const, span: null }],
    period: start === null ? null : { start, end: null, accuracy: 'day' as const, text: '' },
  };
  const id = claimIdOf(workspace, figure);
  return { ...figure, workspace, id, claim_id: id };
}

async function preparePlaces(session: SqlSession): Promise<void> {
  const places = await session.query<{ texts: string[] }>(
    `SELECT DISTINCT place_texts AS texts FROM ${stagedReports}`,
  );
  const rows = places.map(({ texts }) => ({ texts, words: placeWords(texts) }));
  await joinable(session, 'staged_place', { texts: 'text[]', words: 'text[]' }, rows);
}

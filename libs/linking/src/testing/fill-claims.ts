import type { Pool } from 'pg';
import { foldName } from '#domain';
import { deterministicId, inTransaction } from '#platform';
import { anchorFigures, partition, type ClaimedAnchor, type FigureAnchor } from '#tracking';
import { toRow } from '../figure-linker/anchor-rows.js';
import { saveAnchors, withId } from '../figure-linker/anchor-store.js';
import { PlaceFinder } from '../figure-linker/place-finder.js';
import { dateOf, InventedNews, inventedPlaces, toldOn, type Story } from './invented-news.js';

const CHUNK = 5_000;
const REPORTS_A_CLAIM = 10;
const STORIES_A_CLAIM = 1.4;

/** Claims that the memory of a linker was filled with. */
export interface FilledClaims {
  readonly days: number;
  readonly anchors: number;
  readonly largestBlock: number;
  /** Country -> its stories, those that begin first first. */
  readonly stories: ReadonlyMap<number, readonly Story[]>;
}

/** The places of invented news, so that the gazetteer knows them. */
export async function fillPlaces(pool: Pool): Promise<void> {
  const places = inventedPlaces();
  await pool.query(
    `INSERT INTO gazetteer.place (place_id, name, kind, country, within)
     SELECT id, name, kind, country, within
     FROM json_to_recordset($1) AS given (id text, name text, kind text, country text, within text)`,
    [JSON.stringify(places)],
  );
  await pool.query(
    'INSERT INTO gazetteer.place_name (folded, place_id) SELECT * FROM unnest($1::text[], $2::text[])',
    [places.map(({ name }) => foldName(name)), places.map(({ id }) => id)],
  );
}

/**
 * Fills the memory of the figure linker with so many claims of invented news of as many days, and ten times as many reports, as if it had
 * linked them.
 */
export async function fillClaims(
  pool: Pool,
  workspace: string,
  claims: number,
  days: number,
): Promise<FilledClaims> {
  const news = new InventedNews(claims);
  const places = await knownPlaces(pool);
  const blocks = new Map<string, Map<string, ClaimedAnchor>>();
  const stories = new Map<number, Story[]>();
  // Stories of one place that touch are one claim: more are told than there are to be claims.
  for (let told = 0; told < claims * STORIES_A_CLAIM; told++) {
    const story = news.story(news.country(), news.below(days));
    const ofCountry = stories.get(story.country);
    if (ofCountry) ofCountry.push(story);
    else stories.set(story.country, [story]);
    for (const day of news.daysOf(story)) add(blocks, anchorOf(workspace, places, story, day), told);
  }
  const grouped = [...blocks.values()].flatMap((block) => partition([...block.values()]));
  if (grouped.length < claims) throw new Error(`Only ${grouped.length} claims were told.`);
  const anchors = everyFew(grouped, claims).flatMap((claim, at) => {
    const claimId = deterministicId('filled', workspace, at);
    return claim.map((one) => Object.assign(one, { claimId }));
  });
  await withoutIndexes(pool, async () => {
    for (let from = 0; from < anchors.length; from += CHUNK)
      await inTransaction(pool, (client) =>
        saveAnchors(
          { client, workspace, process: 'figure-linker' },
          anchors.slice(from, from + CHUNK).map(toRow),
        ),
      );
    await fillReports(pool, workspace, claims * REPORTS_A_CLAIM);
  });
  for (const ofCountry of stories.values()) ofCountry.sort((a, b) => a.first - b.first);
  return {
    days,
    anchors: anchors.length,
    largestBlock: Math.max(...[...blocks.values()].map(({ size }) => size)),
    stories,
  };
}

/** So many of them, spread over all: what is left of claims where others are gone is grouped as it was. */
function everyFew<T>(items: readonly T[], count: number): T[] {
  const share = count / items.length;
  return items.filter((_, at) => Math.floor((at + 1) * share) > Math.floor(at * share));
}

/** Indexes are built faster than kept up with. `pool` is the owner's. */
async function withoutIndexes(pool: Pool, fill: () => Promise<void>): Promise<void> {
  const { rows } = await pool.query<{ drop: string; build: string }>(
    `SELECT 'DROP INDEX ' || indexrelid::regclass AS drop, pg_get_indexdef(indexrelid) AS build FROM pg_index
     WHERE indrelid IN ('linking.figure_anchor'::regclass, 'linking.claim_report'::regclass) AND NOT indisprimary
     UNION ALL
     SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
       format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
     FROM pg_constraint WHERE conrelid = 'linking.claim_report'::regclass AND contype = 'p'`,
  );
  for (const { drop } of rows) await pool.query(drop);
  await fill();
  for (const { build } of rows) await pool.query(build);
}

/** Each anchor has one report at least; the others are spread over all of them. */
async function fillReports(pool: Pool, workspace: string, reports: number): Promise<void> {
  await pool.query(
    `INSERT INTO linking.claim_report (process, workspace, report_id, article_id, event_id, seq, anchor_id, claim_id)
     SELECT 'figure-linker', $1, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), founded, anchor_id, claim_id
     FROM (SELECT *, row_number() OVER () AS at, count(*) OVER () AS anchors FROM linking.figure_anchor WHERE workspace = $1) AS anchor
     CROSS JOIN LATERAL generate_series(1, greatest(1, $2::bigint * at / anchors - $2::bigint * (at - 1) / anchors))`,
    [workspace, reports],
  );
}

/** Every place as the linker finds it. */
async function knownPlaces(pool: Pool): Promise<PlaceFinder> {
  const select = async (sql: string, values: readonly unknown[]) =>
    (await pool.query(sql, [...values])).rows as never;
  const places = new PlaceFinder({ select });
  const names = inventedPlaces().map(({ name }) => name);
  await places.load([...names, ...names.map((name) => `eastern ${name}`)], []);
  return places;
}

function add(blocks: Map<string, Map<string, ClaimedAnchor>>, anchor: FigureAnchor, founded: number): void {
  const block = blocks.get(anchor.block) ?? new Map<string, ClaimedAnchor>();
  blocks.set(anchor.block, block);
  if (!block.has(anchor.key))
    block.set(anchor.key, { anchor, founded: BigInt(founded), claimId: null, apart: new Set() });
}

function anchorOf(workspace: string, places: PlaceFinder, story: Story, day: number): FigureAnchor {
  const { place, ...figure } = toldOn(story, day);
  const [anchored] = anchorFigures({
    articleId: 'filled',
    assertedOn: dateOf(day),
    titlePlace: null,
    figures: [
      {
        ...figure,
        reportId: 'filled',
        value: 1,
        quantifier: 'exact',
        population: null,
        status: 'reported',
        rule: 'by-hand',
        place: places.find(place),
        source: null,
        sentence: 1,
        position: 1,
      },
    ],
  });
  return withId(workspace, anchored!.anchor);
}

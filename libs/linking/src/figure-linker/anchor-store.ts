import { deterministicId } from '#platform';
import { placeKeys, TIME_KINDS, type ClaimedAnchor, type FigureAnchor } from '#tracking';
import { literal, type MemoryOf } from '../membership/claim-reports.js';
import {
  ANCHOR_COLUMNS as COLUMNS,
  ANCHOR_TYPES,
  blocks,
  toAnchor,
  type AnchorRow,
  type SavedAnchor,
} from './anchor-rows.js';
import { Interned } from './interned.js';
import type { AskedPages } from './loaded-pages.js';

async function load(
  { client, workspace }: MemoryOf,
  name: string,
  text: string,
  ...values: readonly unknown[]
): Promise<ClaimedAnchor[]> {
  const { rows } = await client.query<AnchorRow[number][]>({
    ...{ name: `linking.${name}`, text, values: [workspace, ...values] },
    ...{ rowMode: 'array', types: ANCHOR_TYPES },
  });
  return (rows as unknown as readonly AnchorRow[]).map(toAnchor);
}

/** Workspace and long key -> id: most figures are alike in their keys. */
const ids = new Interned((parts) => {
  const [workspace = '', ...key] = parts.split('\n');
  return deterministicId('figure-anchor', workspace, key.join('\n'));
});

/** The anchor under a short key: its id in the tables. */
export const withId = (workspace: string, anchor: FigureAnchor): FigureAnchor => ({
  ...anchor,
  key: ids.of(`${workspace}\n${anchor.key}`),
  block: blocks.of(anchor.block),
});

/** Those of the anchors that are stored. */
export async function loadAnchors(memory: MemoryOf, keys: readonly string[]): Promise<ClaimedAnchor[]> {
  if (keys.length === 0) return [];
  const text = `SELECT ${COLUMNS} FROM linking.figure_anchor stored WHERE workspace = $1 AND anchor_id = ANY ($2::uuid[])`;
  return load(memory, 'anchors', text, literal(keys));
}

export async function loadPages(memory: MemoryOf, pages: readonly AskedPages[]): Promise<ClaimedAnchor[]> {
  if (pages.length === 0) return [];
  const text = `SELECT ${COLUMNS}
    FROM json_to_recordset($2) AS asked (block text, kind text, "from" int, "to" int, own text[], around text[])
    JOIN linking.figure_anchor stored
      ON stored.workspace = $1 AND stored.block = asked.block AND stored.time_kind = asked.kind
        AND stored.day BETWEEN asked."from" AND asked."to"
        AND (stored.own && asked.own OR stored.around && asked.around)`;
  return load(memory, 'anchors_of_pages', text, JSON.stringify(pages));
}

/** Of each place and kind the newest anchor, of those of one day the first founded: what a figure without a date may belong to. */
export async function loadNewest(
  memory: MemoryOf,
  anchors: readonly FigureAnchor[],
): Promise<ClaimedAnchor[]> {
  const asked = anchors.flatMap(({ block, place }) => (place ? [{ block, own: placeKeys(place).own }] : []));
  if (asked.length === 0) return [];
  const text = `SELECT newest.* FROM json_to_recordset($2) AS asked (block text, own text[])
    CROSS JOIN unnest($3::text[]) AS kind
    CROSS JOIN LATERAL (
      SELECT ${COLUMNS} FROM linking.figure_anchor stored
      WHERE stored.workspace = $1 AND stored.block = asked.block AND stored.time_kind = kind AND stored.own && asked.own
      ORDER BY day DESC, founded LIMIT 1) AS newest`;
  return load(memory, 'anchors_newest', text, JSON.stringify(asked), [...TIME_KINDS]);
}

/** All anchors of the claims. */
export async function loadMembers(memory: MemoryOf, claimIds: readonly string[]): Promise<ClaimedAnchor[]> {
  if (claimIds.length === 0) return [];
  const text = `SELECT ${COLUMNS} FROM linking.figure_anchor stored WHERE workspace = $1 AND claim_id = ANY ($2::uuid[])`;
  return load(memory, 'anchors_of_claims', text, literal(claimIds));
}

export async function saveAnchors(
  { client, workspace }: MemoryOf,
  rows: readonly SavedAnchor[],
): Promise<void> {
  if (rows.length === 0) return;
  await client.query({
    name: 'linking.save_anchors',
    text: `INSERT INTO linking.figure_anchor (workspace, anchor_id, block, time_kind, day, founded, claim_id, place, anchor, apart, own, around)
     SELECT $1, id, block, kind, day, founded, claim, coalesce(place, 'null'), anchor, apart, own, around
     FROM json_to_recordset($2) AS given (id uuid, block text, kind text, day int, founded bigint, claim uuid, place json, anchor json,
       apart uuid[], own text[], around text[])
     ON CONFLICT (workspace, anchor_id) DO UPDATE SET claim_id = EXCLUDED.claim_id, apart = EXCLUDED.apart`,
    values: [workspace, JSON.stringify(rows)],
  });
}

export async function deleteAnchors(
  { client, workspace }: MemoryOf,
  anchorIds: readonly string[],
): Promise<void> {
  if (anchorIds.length === 0) return;
  await client.query(
    'DELETE FROM linking.figure_anchor WHERE workspace = $1 AND anchor_id = ANY ($2::uuid[])',
    [workspace, anchorIds],
  );
}

export async function setClaimOfAnchor(
  { client, workspace }: MemoryOf,
  anchorId: string,
  claimId: string,
): Promise<void> {
  await client.query(
    'UPDATE linking.figure_anchor SET claim_id = $3 WHERE workspace = $1 AND anchor_id = $2',
    [workspace, anchorId, claimId],
  );
}

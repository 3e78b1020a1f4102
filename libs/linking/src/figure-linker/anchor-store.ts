import { deterministicId } from '#platform';
import { dayOf, neighbourDays, placeKeys, type ClaimedAnchor, type FigureAnchor } from '#tracking';
import { literal, type MemoryOf } from '../membership/claim-reports.js';

interface AnchorRow {
  readonly key: string;
  readonly block: string;
  readonly founded: bigint;
  readonly claimId: string;
  /** As JSON text: the anchor without key and block. */
  readonly anchor: string;
  readonly apart: string[];
}

const COLUMNS = `stored.anchor_id AS key, stored.block, founded, claim_id AS "claimId", anchor::text, apart`;

function toAnchor({ key, block, anchor, apart, founded, claimId }: AnchorRow): ClaimedAnchor {
  const facts = JSON.parse(anchor) as Omit<FigureAnchor, 'key' | 'block'>;
  return { founded, claimId, anchor: { ...facts, key, block }, apart: new Set(apart) };
}

/** The anchor under a short key: its id in the tables. */
export const withId = (workspace: string, anchor: FigureAnchor): FigureAnchor => ({
  ...anchor,
  key: deterministicId('figure-anchor', workspace, anchor.key),
});

/** Those of the anchors that are stored. */
export async function loadAnchors(
  { client, workspace }: MemoryOf,
  keys: readonly string[],
): Promise<ClaimedAnchor[]> {
  if (keys.length === 0) return [];
  const { rows } = await client.query<AnchorRow>({
    name: 'linking.anchors',
    text: `SELECT ${COLUMNS} FROM linking.figure_anchor stored WHERE workspace = $1 AND anchor_id = ANY ($2::uuid[])`,
    values: [workspace, literal(keys)],
  });
  return rows.map(toAnchor);
}

/** The stored anchors that any of these could be linked to or proposed for, and others beside them. */
export async function loadAround(
  { client, workspace }: MemoryOf,
  anchors: readonly FigureAnchor[],
): Promise<ClaimedAnchor[]> {
  const asked = areasAround(anchors);
  if (asked.length === 0) return [];
  const { rows } = await client.query<AnchorRow>({
    name: 'linking.anchors_around',
    text: `SELECT DISTINCT ON (stored.anchor_id) ${COLUMNS}
     FROM json_to_recordset($2) AS asked (block text, "from" int, "to" int, own text[], keys text[])
     JOIN linking.figure_anchor stored
       ON stored.workspace = $1 AND stored.block = asked.block AND stored.day BETWEEN asked."from" AND asked."to"
         AND (stored.own && asked.keys OR stored.around && asked.own)`,
    values: [workspace, JSON.stringify(asked)],
  });
  return rows.map(toAnchor);
}

interface Area {
  readonly block: string;
  readonly from: number;
  readonly to: number;
  /** Of the places themselves, and with what they lie in. */
  readonly own: readonly string[];
  readonly keys: readonly string[];
}

/** Of each block the days to look at with the places that are asked for there; runs of days that touch are one. */
function areasAround(anchors: readonly FigureAnchor[]): Area[] {
  const ranges = anchors.flatMap(({ block, place, ...times }) => {
    const days = neighbourDays({ block, place, ...times });
    return place && days ? [{ block, ...days, ...placeKeys(place) }] : [];
  });
  const areas: { block: string; from: number; to: number; own: Set<string>; keys: Set<string> }[] = [];
  const last = new Map<string, (typeof areas)[number]>();
  for (const { block, from, to, own, around } of ranges.sort((a, b) => a.from - b.from)) {
    let area = last.get(block);
    if (!area || area.to < from) {
      area = { block, from, to, own: new Set(), keys: new Set() };
      areas.push(area);
      last.set(block, area);
    }
    area.to = Math.max(area.to, to);
    for (const key of own) area.own.add(key);
    for (const key of [...own, ...around]) area.keys.add(key);
  }
  return areas.map(({ own, keys, ...area }) => ({ ...area, own: [...own], keys: [...keys] }));
}

/** Of each place the newest anchor, and where none has a date, the first founded: what a figure without a date may belong to. */
export async function loadNewest(
  { client, workspace }: MemoryOf,
  anchors: readonly FigureAnchor[],
): Promise<ClaimedAnchor[]> {
  const asked = anchors.flatMap(({ block, place }) => (place ? [{ block, own: placeKeys(place).own }] : []));
  if (asked.length === 0) return [];
  const { rows } = await client.query<AnchorRow>({
    name: 'linking.anchors_newest',
    text: `SELECT newest.* FROM json_to_recordset($2) AS asked (block text, own text[])
     CROSS JOIN LATERAL (
       SELECT ${COLUMNS} FROM linking.figure_anchor stored
       WHERE stored.workspace = $1 AND stored.block = asked.block AND stored.own && asked.own
       ORDER BY day DESC, founded LIMIT 1) AS newest`,
    values: [workspace, JSON.stringify(asked)],
  });
  return rows.map(toAnchor);
}

/** All anchors of the claims. */
export async function loadMembers(
  { client, workspace }: MemoryOf,
  claimIds: readonly string[],
): Promise<ClaimedAnchor[]> {
  if (claimIds.length === 0) return [];
  const { rows } = await client.query<AnchorRow>({
    name: 'linking.anchors_of_claims',
    text: `SELECT ${COLUMNS} FROM linking.figure_anchor stored WHERE workspace = $1 AND claim_id = ANY ($2::uuid[])`,
    values: [workspace, literal(claimIds)],
  });
  return rows.map(toAnchor);
}

export async function saveAnchors(
  { client, workspace }: MemoryOf,
  anchors: readonly ClaimedAnchor[],
): Promise<void> {
  if (anchors.length === 0) return;
  await client.query({
    name: 'linking.save_anchors',
    text: `INSERT INTO linking.figure_anchor (workspace, anchor_id, block, day, founded, claim_id, anchor, apart, own, around)
     SELECT $1, id, block, day, founded, claim, anchor, apart, own, around
     FROM json_to_recordset($2) AS given (id uuid, block text, day int, founded bigint, claim uuid, anchor json, apart uuid[],
       own text[], around text[])
     ON CONFLICT (workspace, anchor_id) DO UPDATE SET claim_id = EXCLUDED.claim_id, apart = EXCLUDED.apart`,
    values: [workspace, JSON.stringify(anchors.map(toRow))],
  });
}

function toRow({ anchor, founded, claimId, apart }: ClaimedAnchor) {
  const { key, block, ...facts } = anchor;
  const places = anchor.place ? placeKeys(anchor.place) : { own: [], around: [] };
  return {
    ...{ id: key, block, day: dayOf(anchor), founded: founded.toString(), claim: claimId },
    ...{ anchor: facts, apart: [...apart], ...places },
  };
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

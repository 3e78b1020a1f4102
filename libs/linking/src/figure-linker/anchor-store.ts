import { deterministicId } from '#platform';
import { reachOf, type ClaimedAnchor, type FigureAnchor } from '#tracking';
import type { MemoryOf } from '../membership/claim-reports.js';

interface AnchorRow {
  readonly founded: bigint;
  readonly claimId: string;
  /** As JSON text. */
  readonly anchor: string;
  readonly apart: string[];
}

const toAnchor = ({ anchor, apart, founded, claimId }: AnchorRow): ClaimedAnchor => ({
  founded,
  claimId,
  anchor: JSON.parse(anchor) as FigureAnchor,
  apart: new Set(apart),
});

/** The anchor under a short key: its id in the tables. */
export const withId = (workspace: string, anchor: FigureAnchor): FigureAnchor => ({
  ...anchor,
  key: deterministicId('figure-anchor', workspace, anchor.key),
});

/** Figures without a date stand here, so that they are found by those without a date. */
const UNDATED = -1_000_000;
export const dayOf = ({ time }: FigureAnchor): number => (time.kind === 'undated' ? UNDATED : time.day);

/** The stored anchors that any of these could be of one claim with, and they themselves: by block, around their days. */
export async function loadAround(
  { client, workspace }: MemoryOf,
  anchors: readonly FigureAnchor[],
): Promise<ClaimedAnchor[]> {
  const asked = rangesAround(anchors);
  const { rows } = await client.query<AnchorRow>(
    `SELECT founded, stored.claim_id AS "claimId", anchor::text, apart
     FROM unnest($2::text[], $3::int[], $4::int[]) AS asked (block, from_day, to_day)
     JOIN linking.figure_anchor stored
       ON stored.workspace = $1 AND stored.block = asked.block AND stored.day BETWEEN asked.from_day AND asked.to_day`,
    [workspace, asked.map(({ block }) => block), asked.map(({ from }) => from), asked.map(({ to }) => to)],
  );
  // Of two that fit equally well the first counts: that must not hang on how they lie in the table.
  return rows.map(toAnchor).sort((a, b) => (a.anchor.key < b.anchor.key ? -1 : 1));
}

interface DayRange {
  readonly block: string;
  readonly from: number;
  to: number;
}

/** Of each block the days to look at; no two ranges of a block share a day, so that no anchor is found twice. */
function rangesAround(anchors: readonly FigureAnchor[]): DayRange[] {
  const ranges = anchors.map((anchor): DayRange => {
    const [day, reach] = [dayOf(anchor), reachOf(anchor)];
    return { block: anchor.block, from: day - reach, to: day + reach };
  });
  const last = new Map<string, DayRange>();
  return ranges
    .sort((a, b) => a.from - b.from)
    .filter((range) => {
      const before = last.get(range.block);
      const isNew = !before || before.to < range.from;
      if (isNew) last.set(range.block, range);
      else before.to = Math.max(before.to, range.to);
      return isNew;
    });
}

/** The newest dated anchor of each block: what a figure without a date may belong to. */
export async function loadNewest(
  { client, workspace }: MemoryOf,
  blocks: readonly string[],
): Promise<ClaimedAnchor[]> {
  if (blocks.length === 0) return [];
  const { rows } = await client.query<AnchorRow>(
    `SELECT founded, claim_id AS "claimId", anchor::text, apart
     FROM unnest($2::text[]) AS asked (block)
     CROSS JOIN LATERAL (
       SELECT * FROM linking.figure_anchor stored WHERE stored.workspace = $1 AND stored.block = asked.block AND day > ${UNDATED}
       ORDER BY day DESC LIMIT 1) AS newest`,
    [workspace, [...new Set(blocks)]],
  );
  return rows.map(toAnchor);
}

export async function saveAnchors(
  { client, workspace }: MemoryOf,
  anchors: readonly ClaimedAnchor[],
): Promise<void> {
  if (anchors.length === 0) return;
  await client.query(
    `INSERT INTO linking.figure_anchor (workspace, anchor_id, block, day, founded, claim_id, anchor, apart)
     SELECT $1, id, block, day, founded, claim, anchor, ARRAY(SELECT json_array_elements_text(apart)::uuid)
     FROM unnest($2::uuid[], $3::text[], $4::int[], $5::bigint[], $6::uuid[], $7::json[], $8::json[])
       AS given (id, block, day, founded, claim, anchor, apart)
     ON CONFLICT (workspace, anchor_id) DO UPDATE SET claim_id = EXCLUDED.claim_id, apart = EXCLUDED.apart`,
    [
      workspace,
      anchors.map(({ anchor }) => anchor.key),
      anchors.map(({ anchor }) => anchor.block),
      anchors.map(({ anchor }) => dayOf(anchor)),
      anchors.map(({ founded }) => founded),
      anchors.map(({ claimId }) => claimId),
      anchors.map(({ anchor }) => JSON.stringify(anchor)),
      anchors.map(({ apart }) => JSON.stringify([...apart])),
    ],
  );
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

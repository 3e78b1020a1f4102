import type { Pool } from 'pg';
import { foldName } from '#domain';
import { nameCandidates } from '#gazetteer';
import { deterministicId, inTransaction } from '#platform';
import { anchorFigures, type ClaimedAnchor } from '#tracking';
import { saveAnchors, withId } from '../figure-linker/anchor-store.js';

const CHUNK = 5_000;

/** The town of a filled claim, as articles write it. */
export const townOf = (claim: number): string => `Town${claim}`;

/** Since when the people of all towns are counted. */
export const COUNTED_SINCE = '2031-05-01';

/** Fills the memory of the figure linker with claims of as many towns, each with so many reports, as if it had linked them. */
export async function fillClaims(
  pool: Pool,
  workspace: string,
  claims: number,
  reportsEach: number,
): Promise<void> {
  for (let from = 0; from < claims; from += CHUNK) {
    const anchors = Array.from({ length: Math.min(CHUNK, claims - from) }, (_, at) =>
      anchorOf(workspace, from + at),
    );
    await inTransaction(pool, (client) =>
      saveAnchors({ client, workspace, process: 'figure-linker' }, anchors),
    );
  }
  await pool.query(
    `INSERT INTO linking.claim_report (process, workspace, report_id, article_id, event_id, seq, anchor_id, claim_id)
     SELECT 'figure-linker', $1, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), founded, anchor_id, claim_id
     FROM linking.figure_anchor CROSS JOIN generate_series(1, $2) WHERE workspace = $1`,
    [workspace, reportsEach],
  );
}

function anchorOf(workspace: string, claim: number): ClaimedAnchor {
  const town = townOf(claim);
  const [figure] = anchorFigures({
    articleId: town,
    assertedOn: COUNTED_SINCE,
    titlePlace: null,
    figures: [
      {
        reportId: town,
        metric: 'displaced',
        measure: 'flow',
        unit: 'person',
        population: null,
        cause: null,
        period: { start: COUNTED_SINCE, end: null, accuracy: 'day', text: 'since then' },
        asOf: null,
        status: 'reported',
        rule: 'by-hand',
        place: { text: foldName(town), place: null, names: nameCandidates(town) },
        sentence: 1,
        position: 1,
      },
    ],
  });
  const anchor = withId(workspace, figure!.anchor);
  return { anchor, founded: 0n, claimId: deterministicId('filled', workspace, claim), apart: new Set() };
}

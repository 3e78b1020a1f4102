import { claimDecisionTable, liveTable, trackedReportTable } from '#projections';
import type { AsOf } from '#tracking';
import { claimsNamedIn } from '../claim-ledgers/claims-of-reports.js';
import { Conditions } from '../conditions.js';
import { searchWords, subjectSought } from '../reports/report-filter.js';
import { reportsEverAt } from '../reports/reports-matching.js';
import type { ClaimCardFilter } from './find-claim-cards.query.js';

/** What claims are about at present. */
export function aboutNow(
  { workspace, kind, metric, measure, place, subject }: ClaimCardFilter,
  within: readonly string[],
  after: string,
): Conditions {
  const conditions = new Conditions()
    .add('card.workspace = ?', workspace)
    .add('card.first_seq > ?', after)
    .filter('card.kind = ?', kind)
    .filter('card.metric = ?', metric)
    .filter('card.measure = ?', measure);
  const members = `${liveTable(trackedReportTable)} member`;
  const ofCard = 'member.workspace = card.workspace AND member.claim_id = card.claim_id';
  if (place !== undefined)
    conditions.add(
      `EXISTS (SELECT FROM ${members} WHERE ${ofCard} AND (member.place_words @> ?::text[] OR member.places_id = ANY(?::uuid[])))`,
      searchWords('place', place),
      within,
    );
  if (subject !== undefined) {
    const [asOneWord, apart] = subjectSought(subject).map((terms) => conditions.bind(terms));
    const has = (terms: string): string => `member.text_words @> ${terms}::text[]
      OR member.corrected_found IS NOT NULL AND member.text_words || member.corrected_words @> ${terms}::text[]`;
    conditions.add(
      `EXISTS (SELECT FROM ${members} WHERE ${ofCard} AND (${has(asOneWord!)} OR ${has(apart!)}))`,
    );
  }
  return conditions;
}

/** The claims of a set of reports that may have been of them: those named with them, and all that were merged with or split from these. */
const everOf = (workspace: string, reports: string): string => `
  card.claim_id IN (
    WITH RECURSIVE family (claim_id) AS (
      SELECT named.claim_id FROM ${claimsNamedIn(workspace)} named WHERE named.report_id IN (${reports})
      UNION
      SELECT unnest(ARRAY[joined.claim_id, joined.other_claim_id]) FROM family CROSS JOIN LATERAL (
        SELECT claim_id, other_claim_id FROM ${liveTable(claimDecisionTable)} decision
         WHERE decision.workspace = ${workspace} AND decision.claim_id = family.claim_id AND other_claim_id IS NOT NULL
        UNION ALL
        SELECT claim_id, other_claim_id FROM ${liveTable(claimDecisionTable)} decision
         WHERE decision.workspace = ${workspace} AND decision.other_claim_id = family.claim_id AND claim_id IS NOT NULL
      ) AS joined
    ) SELECT claim_id FROM family)`;

/** What a report of the claim is: by other clocks than today's another one may describe it. */
const hasMember = (column: string): string =>
  `EXISTS (SELECT FROM ${liveTable(trackedReportTable)} member
    WHERE member.workspace = card.workspace AND member.claim_id = card.claim_id AND member.${column} = ?)`;

/** Claims that may have been about it at the clocks: what its reports of today are counts where nothing came since. */
export function aboutThen(
  { workspace, kind, metric, measure, place, subject }: ClaimCardFilter,
  within: readonly string[],
  after: string,
  { recordedSeq = null }: AsOf,
): Conditions {
  const conditions = new Conditions().add('card.workspace = ?', workspace).add('card.first_seq > ?', after);
  if (recordedSeq !== null) conditions.add('card.first_seq <= ?', recordedSeq);
  for (const [column, wanted] of Object.entries({ kind, metric, measure }))
    if (wanted !== undefined)
      conditions.add(`(${hasMember(column)} OR card.last_seq > ?::bigint)`, wanted, recordedSeq);
  if (place !== undefined) {
    const [bound, words, ids] = [workspace, searchWords('place', place), within].map((value) =>
      conditions.bind(value),
    ) as [string, string, string];
    conditions.add(everOf(bound, reportsEverAt(bound, words, ids)));
  }
  if (subject !== undefined) {
    const bound = conditions.bind(workspace);
    conditions.add(
      everOf(
        bound,
        `SELECT report_id FROM ${liveTable(trackedReportTable)} tracked
        WHERE tracked.workspace = ${bound} AND (tracked.text_words @> ?::text[] OR tracked.text_words @> ?::text[] OR tracked.corrected_found IS NOT NULL)`,
      ),
      ...subjectSought(subject),
    );
  }
  return conditions;
}

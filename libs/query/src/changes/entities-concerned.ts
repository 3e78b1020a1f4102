import type { ClaimFamily } from '#projections';
import type { ClaimsThen } from './claims-then.js';
import type { Happening } from './happenings.js';

/** Whether a merger or a split of names was about a source of the claim, or about one that was tied to it by then. */
export function concernsSources(
  { seq, decision }: Happening,
  claimId: string,
  family: ClaimFamily,
  then: ClaimsThen,
): boolean {
  if (!decision || decision['entity_id'] === null) return false;
  const reached = new Set<unknown>(
    family.reports
      .filter((row) => row['source_id'] !== null && then.claimOf(row['report_id'] as string, seq) === claimId)
      .map((row) => row['source_id']),
  );
  const ties = family.decisions.filter((row) => row['entity_id'] !== null && Number(row['seq']) <= seq);
  for (let before = -1; before !== reached.size;) {
    before = reached.size;
    for (const tie of ties) {
      const both = [tie['entity_id'], tie['other_entity_id']];
      if (both.some((id) => reached.has(id))) both.forEach((id) => id !== null && reached.add(id));
    }
  }
  return reached.has(decision['entity_id']) || reached.has(decision['other_entity_id']);
}

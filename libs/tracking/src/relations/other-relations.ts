import type { OtherRelation } from './claim-timeline.js';
import type { Lane } from './figures-so-far.js';
import { bearsOut, isNumbered, isPartOf, type FoldedFigure, type NumberedFigure } from './lane.js';
import { areInConflict, conflictInWords, corroborationInWords, type Related } from './relate-figure.js';

/**
 * Whom a figure bears out and whom it contradicts beside the report that it is held against, of what every other origin gave last and for
 * its day: it may be at odds with one and bear out another.
 */
export function otherRelations(
  one: FoldedFigure,
  lane: Lane,
  { relation, against }: Related,
): OtherRelation[] {
  // What comes late is of a day that nobody gave a number for.
  if (!isNumbered(one) || relation === 'late') return [];
  return lane
    .heads(one.validDay)
    .filter((head) => head !== against && head.origin.key !== one.origin.key)
    .flatMap((head) => relatedTo(one, head) ?? []);
}

function relatedTo(one: NumberedFigure, head: NumberedFigure): OtherRelation | null {
  const { reportId } = head.report;
  if (areInConflict(one, head))
    return { relation: 'conflicts', reportId, reason: conflictInWords(one, head) };
  if (isPartOf(one, head) || !bearsOut(one, head)) return null;
  return { relation: 'corroborates', reportId, reason: corroborationInWords(one, head) };
}

import type { OtherRelation } from './claim-timeline.js';
import type { Lane } from './figures-so-far.js';
import { bearsOut, isNumbered, isPartOf, type FoldedFigure, type NumberedFigure } from './lane.js';
import { areInConflict, conflictInWords, corroborationInWords, type Related } from './relate-figure.js';

/**
 * Whom a figure bears out and whom it contradicts beside the report that it is held against, of what every other origin gave last and for
 * its day: it may be at odds with one and bear out another. At most so many, conflicts before all, each kind in the order in which its
 * origins first spoke.
 */
export function otherRelations(
  one: FoldedFigure,
  lane: Lane,
  { relation, against }: Related,
  most: number,
): OtherRelation[] {
  // What comes late is of a day that nobody gave a number for.
  if (most === 0 || !isNumbered(one) || relation === 'late') return [];
  const others = lane
    .heads(one.validDay)
    .filter((head) => head !== against && head.origin.key !== one.origin.key);
  const conflicts = firstOf(others, most, (head) => areInConflict(one, head));
  const corroborations = firstOf(
    others,
    most - conflicts.length,
    (head) => !areInConflict(one, head) && !isPartOf(one, head) && bearsOut(one, head),
  );
  return [
    ...conflicts.map((head) => relationTo(head, 'conflicts', conflictInWords(one, head))),
    ...corroborations.map((head) => relationTo(head, 'corroborates', corroborationInWords(one, head))),
  ];
}

const relationTo = (
  { report }: NumberedFigure,
  relation: OtherRelation['relation'],
  reason: string,
): OtherRelation => ({ relation, reportId: report.reportId, reason });

function firstOf(
  heads: readonly NumberedFigure[],
  most: number,
  is: (head: NumberedFigure) => boolean,
): NumberedFigure[] {
  const found: NumberedFigure[] = [];
  for (const head of heads) {
    if (found.length >= most) break;
    if (is(head)) found.push(head);
  }
  return found;
}

import type { DecisionReverted } from '#domain';
import type { AsOf, DecisionType, LedgerDecision } from './ledger.js';

const bySeq = (a: { readonly seq: number }, b: { readonly seq: number }): number => a.seq - b.seq;

/**
 * The decisions in force, in the order of the log: none recorded later than asked for, none that was undone, and none that undoes.
 * Undoing an undoing brings the first decision back. An article whose clustering people undid stays out of wire stories.
 */
export function liveDecisions(decisions: readonly LedgerDecision[], asOf: AsOf = {}): LedgerDecision[] {
  const last = asOf.recordedSeq ?? Infinity;
  const known = decisions.filter(({ seq }) => seq <= last).sort(bySeq);
  const undone = undoneIn(known);
  const apart = undone.size > 0 ? articlesSetApart(known, undone) : undone;
  return known.filter(
    ({ type, eventId, data }) =>
      type !== 'DecisionReverted' &&
      !undone.has(eventId) &&
      !(type === 'ArticleClustered' && apart.has(data.articleId)),
  );
}

/** The ids of what was undone, of events in the order of the log: undoing counts where it was not undone itself. */
export function undoneIn(
  events: readonly { readonly eventId: string; readonly type: string; readonly data: unknown }[],
): ReadonlySet<string> {
  const undone = new Set<string>();
  for (const { type, eventId, data } of [...events].reverse())
    if (type === 'DecisionReverted' && !undone.has(eventId))
      undone.add((data as DecisionReverted).decisionId);
  return undone;
}

function articlesSetApart(
  known: readonly LedgerDecision[],
  undone: ReadonlySet<string>,
): ReadonlySet<string> {
  const clusterings = ofType(known, 'ArticleClustered').filter(({ eventId }) => undone.has(eventId));
  return new Set(clusterings.map(({ data }) => data.articleId));
}

/** Those of one type, with its data. */
export const ofType = <Type extends DecisionType>(
  decisions: readonly LedgerDecision[],
  type: Type,
): LedgerDecision<Type>[] => decisions.filter((decision) => decision.type === type) as LedgerDecision<Type>[];

/** Decisions of processes are signed with a name and a version ("figure-linker/1.0.0"); people's are not. */
export const isByProcess = (decidedBy: string): boolean => /^[a-z][a-z-]*\/\d+\.\d+\.\d+$/.test(decidedBy);

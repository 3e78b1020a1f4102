import { PROPOSED, scorePropositions, type PairScore } from '#tracking';
import type { StoredProposition } from './proposition-store.js';

/** A proposition beside another one, and how surely the two are one. */
export interface Alike extends PairScore {
  readonly other: StoredProposition;
}

/** The propositions that were loaded or met, found by what they share with another one. */
export class KnownPropositions {
  private readonly byShingle = new Map<number, Set<StoredProposition>>();
  private readonly byReport = new Map<string, StoredProposition>();
  private readonly answering = new Map<string, Set<StoredProposition>>();

  get(reportId: string): StoredProposition | undefined {
    return this.byReport.get(reportId);
  }

  add(proposition: StoredProposition): void {
    const { reportId, shingles, answers } = proposition;
    this.byReport.set(reportId, proposition);
    for (const shingle of shingles) addTo(this.byShingle, shingle, proposition);
    if (answers !== null) addTo(this.answering, answers, proposition);
  }

  remove(proposition: StoredProposition): void {
    const { reportId, shingles, answers } = proposition;
    this.byReport.delete(reportId);
    for (const shingle of shingles) this.byShingle.get(shingle)?.delete(proposition);
    if (answers !== null) this.answering.get(answers)?.delete(proposition);
  }

  /** Likest first, then oldest. */
  alikeTo(proposition: StoredProposition): Alike[] {
    const others = new Set(this.answering.get(proposition.reportId));
    const answered = this.byReport.get(proposition.answers ?? '');
    if (answered) others.add(answered);
    for (const shingle of proposition.shingles)
      for (const other of this.byShingle.get(shingle) ?? []) others.add(other);
    return [...others]
      .flatMap((other) => {
        const pair = scorePropositions(proposition, other);
        return pair && pair.score >= PROPOSED ? [{ ...pair, other }] : [];
      })
      .sort((a, b) => b.score - a.score || (a.other.seq < b.other.seq ? -1 : 1));
  }

  moveClaim(from: string, to: string): void {
    for (const proposition of this.byReport.values())
      if (proposition.claimId === from) proposition.claimId = to;
  }
}

function addTo<K>(sets: Map<K, Set<StoredProposition>>, key: K, proposition: StoredProposition): void {
  const known = sets.get(key);
  if (known) known.add(proposition);
  else sets.set(key, new Set([proposition]));
}

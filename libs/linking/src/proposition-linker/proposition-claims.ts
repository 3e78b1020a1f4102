import type { ClaimRecorded, StatementMade } from '#domain';
import type { StoredEvent } from '#event-store';
import { deterministicId } from '#platform';
import { LINKED, negatedIn, PROPOSED, scorePropositions, shinglesOf, type PairScore } from '#tracking';
import {
  addAlias,
  addReports,
  livingClaims,
  type ClaimReport,
  type MemoryOf,
} from '../membership/claim-reports.js';
import { linked, merged, proposed, type ClaimEvent } from '../membership/link-events.js';
import { loadAlike, moveClaim, saveProposition, type StoredProposition } from './proposition-store.js';

const DAY_MS = 86_400_000;

interface Alike extends PairScore {
  readonly other: StoredProposition;
}

/** The claims around the statements and claims of a batch: two reports that are alike are one claim, and so is what both are alike to. */
export class PropositionClaims {
  private readonly byShingle = new Map<number, Set<StoredProposition>>();
  private readonly byReport = new Map<string, StoredProposition>();
  private readonly answering = new Map<string, StoredProposition[]>();
  private readonly living = new Map<string, string>();
  private readonly fresh: StoredProposition[] = [];
  private readonly reports: ClaimReport[] = [];

  private constructor(
    private readonly memory: MemoryOf,
    private readonly decidedBy: string,
  ) {}

  static async load(
    memory: MemoryOf,
    decidedBy: string,
    events: readonly StoredEvent[],
  ): Promise<PropositionClaims> {
    const claims = new PropositionClaims(memory, decidedBy);
    const stored = await loadAlike(memory, events.map(propositionOf));
    for (const proposition of stored) claims.add(proposition);
    const living = await livingClaims(
      memory,
      stored.map(({ claimId }) => claimId),
    );
    for (const [claim, lives] of living) claims.living.set(claim, lives);
    return claims;
  }

  async decide(event: StoredEvent): Promise<ClaimEvent[]> {
    const proposition = propositionOf(event);
    if (this.byReport.has(proposition.reportId)) return [];
    const alike = this.alikeTo(proposition);
    const sure = alike.filter(({ score }) => score >= LINKED);
    const claims = [...new Map(sure.map(({ other }) => [other.claimId, other])).values()];
    const [oldest, ...others] = claims.sort((a, b) => (a.seq < b.seq ? -1 : 1));
    const own = deterministicId('proposition-claim', this.memory.workspace, proposition.reportId);
    const claimId = oldest?.claimId ?? own;
    const decided: ClaimEvent[] = [];
    for (const other of others) decided.push(...(await this.merge(other.claimId, claimId)));
    this.keep({ ...proposition, claimId }, event);
    decided.push(this.link(claimId, proposition.reportId, sure[0]));
    const [maybe] = alike.filter(({ other, score }) => score < LINKED && other.claimId !== claimId);
    if (maybe) decided.push(this.propose(maybe, proposition.reportId));
    return decided;
  }

  async save(): Promise<void> {
    await saveProposition(this.memory, this.fresh);
    await addReports(this.memory, this.reports);
  }

  private add(proposition: StoredProposition): void {
    this.byReport.set(proposition.reportId, proposition);
    for (const shingle of proposition.shingles) {
      const known = this.byShingle.get(shingle);
      if (known) known.add(proposition);
      else this.byShingle.set(shingle, new Set([proposition]));
    }
    const { answers } = proposition;
    if (answers !== null) this.answering.set(answers, [...(this.answering.get(answers) ?? []), proposition]);
  }

  /** Likest first, then oldest. */
  private alikeTo(proposition: StoredProposition): Alike[] {
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

  private keep(proposition: StoredProposition, event: StoredEvent): void {
    this.add(proposition);
    this.fresh.push(proposition);
    const { reportId, articleId, claimId, seq } = proposition;
    this.reports.push({ reportId, articleId, claimId, seq, eventId: event.eventId, anchorId: reportId });
  }

  private link(claimId: string, reportId: string, surest: Alike | undefined): ClaimEvent {
    const { decidedBy } = this;
    const reasons = surest ? [...surest.reasons] : ['first report of this claim'];
    return linked(this.livingOf(claimId), reportId, {
      decidedBy,
      reasons,
      score: surest ? round(surest.score) : null,
    });
  }

  private propose({ other, score, reasons }: Alike, reportId: string): ClaimEvent {
    const decision = { decidedBy: this.decidedBy, reasons: [...reasons], score: round(score) };
    return proposed(this.livingOf(other.claimId), reportId, decision);
  }

  private async merge(from: string, to: string): Promise<ClaimEvent[]> {
    for (const proposition of this.byReport.values())
      if (proposition.claimId === from) proposition.claimId = to;
    await moveClaim(this.memory, from, to);
    const [source, target] = [this.livingOf(from), this.livingOf(to)];
    if (source === target) return [];
    await addAlias(this.memory, source, target, null);
    for (const [claim, lives] of this.living) if (lives === source) this.living.set(claim, target);
    this.living.set(source, target);
    return [merged(target, source, { decidedBy: this.decidedBy, reasons: ['a later report joins the two'] })];
  }

  private livingOf(claimId: string): string {
    return this.living.get(claimId) ?? claimId;
  }
}

function propositionOf({ type, data, seq, occurredAt }: StoredEvent): StoredProposition {
  const report = data as StatementMade | ClaimRecorded;
  const text = type === 'ClaimRecorded' ? (data as ClaimRecorded).proposition : report.quote.exact;
  const on = (type === 'StatementMade' ? (data as StatementMade).utteredOn : null) ?? occurredAt;
  return {
    reportId: report.reportId,
    articleId: report.articleId,
    day: on === null ? null : Math.floor(Date.parse(on) / DAY_MS),
    denied: report.polarity === 'denied',
    answers: type === 'ClaimRecorded' ? (data as ClaimRecorded).answers : null,
    shingles: shinglesOf(text),
    negated: negatedIn(text),
    seq,
    claimId: '',
  };
}

const round = (score: number): number => Math.round(score * 100) / 100;

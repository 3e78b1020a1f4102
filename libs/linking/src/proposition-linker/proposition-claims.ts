import type { StoredEvent } from '#event-store';
import { deterministicId } from '#platform';
import { LINKED } from '#tracking';
import { addAlias, addReports, type ClaimReport, type MemoryOf } from '../membership/claim-reports.js';
import { CORRECTED } from '../membership/corrections.js';
import { linked, merged, proposed, unlinked, type ClaimEvent } from '../membership/link-events.js';
import { LivingClaims } from '../membership/living-claims.js';
import { KnownPropositions, type Alike } from './known-propositions.js';
import { areComparedAlike, propositionOf } from './proposition-of.js';
import {
  claimsWithOthers,
  loadAlike,
  moveClaim,
  saveProposition,
  type StoredProposition,
} from './proposition-store.js';

/** The claims around the statements and claims of a batch: two reports that are alike are one claim, and so is what both are alike to. */
export class PropositionClaims {
  private readonly known = new KnownPropositions();
  private readonly living = new LivingClaims();
  private readonly fresh: StoredProposition[] = [];
  private readonly reports: ClaimReport[] = [];

  private constructor(
    private readonly memory: MemoryOf,
    private readonly decidedBy: string,
  ) {}

  /** @param corrected the article of a report that is decided on anew: what answers it stands there */
  static async load(
    memory: MemoryOf,
    decidedBy: string,
    events: readonly StoredEvent[],
    corrected: string | null = null,
  ): Promise<PropositionClaims> {
    const claims = new PropositionClaims(memory, decidedBy);
    const stored = await loadAlike(memory, events.map(propositionOf), corrected);
    for (const proposition of stored) claims.known.add(proposition);
    await claims.living.load(
      memory,
      stored.map(({ claimId }) => claimId),
    );
    return claims;
  }

  async decide(event: StoredEvent): Promise<ClaimEvent[]> {
    const proposition = propositionOf(event);
    if (this.known.get(proposition.reportId)) return [];
    const alike = this.known.alikeTo(proposition);
    const { claimId, merging } = await this.join(alike, this.ownClaimOf(proposition.reportId));
    this.keep({ ...proposition, claimId }, event);
    const link = this.link(claimId, proposition.reportId, alike);
    return [...merging, link, ...this.proposals(alike, claimId, proposition.reportId)];
  }

  /** Gives a report that says something else now the claim that it speaks of; those it stood with stay. */
  async decideAnew(event: StoredEvent, correctedAt: bigint): Promise<ClaimEvent[]> {
    const proposition = propositionOf(event);
    const { reportId } = proposition;
    const before = this.known.get(reportId);
    if (!before || areComparedAlike(before, proposition)) return [];
    const from = this.living.of(before.claimId);
    this.known.remove(before);
    const alike = this.known.alikeTo(proposition);
    const { claimId, merging } = await this.join(alike, await this.freeClaimOf(before, correctedAt));
    this.keep({ ...proposition, claimId }, event);
    const proposals = this.proposals(alike, claimId, reportId);
    if (this.living.of(claimId) === this.living.of(from)) return [...merging, ...proposals];
    const leaving = unlinked(from, reportId, { decidedBy: this.decidedBy, reasons: [CORRECTED] });
    return [...merging, leaving, this.link(claimId, reportId, alike), ...proposals];
  }

  /**
   * Takes over what a report says now, where people said which claim it is of: others are held against its new words, and where those are of
   * another claim than the one it was put into (null: into none), that one is proposed.
   */
  async proposeAnew(event: StoredEvent, pinnedTo: string | null, correctedAt: bigint): Promise<ClaimEvent[]> {
    const proposition = propositionOf(event);
    const before = this.known.get(proposition.reportId);
    if (!before || areComparedAlike(before, proposition)) return [];
    this.known.remove(before);
    const [best] = this.known.alikeTo(proposition);
    const isSure = best !== undefined && best.score >= LINKED;
    const claimId = isSure ? best.other.claimId : await this.freeClaimOf(before, correctedAt);
    this.keep({ ...proposition, claimId }, event);
    if (!best || this.living.of(best.other.claimId) === pinnedTo) return [];
    return [this.propose({ ...best, reasons: [CORRECTED] }, proposition.reportId)];
  }

  async save(): Promise<void> {
    await saveProposition(this.memory, this.fresh);
    await addReports(this.memory, this.reports);
  }

  /** The oldest of the claims that are surely alike, into which the others are merged; a claim of its own where there is none. */
  private async join(
    alike: readonly Alike[],
    own: string,
  ): Promise<{ readonly claimId: string; readonly merging: readonly ClaimEvent[] }> {
    const sure = alike.filter(({ score }) => score >= LINKED);
    const claims = [...new Map(sure.map(({ other }) => [other.claimId, other])).values()];
    const [oldest, ...others] = claims.sort((a, b) => (a.seq < b.seq ? -1 : 1));
    const claimId = oldest?.claimId ?? own;
    const merging: ClaimEvent[] = [];
    for (const other of others) merging.push(...(await this.merge(other.claimId, claimId)));
    return { claimId, merging };
  }

  private ownClaimOf(reportId: string, ...more: string[]): string {
    return deterministicId('proposition-claim', this.memory.workspace, reportId, ...more);
  }

  /** Its own claim or the one it has, where nobody else is left in it; else one that was never begun. */
  private async freeClaimOf({ reportId, claimId }: StoredProposition, correctedAt: bigint): Promise<string> {
    const own = this.ownClaimOf(reportId);
    await this.living.load(this.memory, [own, claimId]);
    const taken = await claimsWithOthers(this.memory, [own, claimId], reportId);
    const isFree = (claim: string): boolean => this.living.of(claim) === claim && !taken.has(claim);
    return [own, claimId].find(isFree) ?? this.ownClaimOf(reportId, correctedAt.toString());
  }

  private keep(proposition: StoredProposition, event: StoredEvent): void {
    this.known.add(proposition);
    this.fresh.push(proposition);
    const { reportId, articleId, claimId, seq } = proposition;
    this.reports.push({ reportId, articleId, claimId, seq, eventId: event.eventId, anchorId: reportId });
  }

  private link(claimId: string, reportId: string, alike: readonly Alike[]): ClaimEvent {
    const [surest] = alike.filter(({ score }) => score >= LINKED);
    const { decidedBy } = this;
    const reasons = surest ? [...surest.reasons] : ['first report of this claim'];
    const score = surest ? round(surest.score) : null;
    return linked(this.living.of(claimId), reportId, { decidedBy, reasons, score });
  }

  private proposals(alike: readonly Alike[], claimId: string, reportId: string): ClaimEvent[] {
    const [maybe] = alike.filter(({ other, score }) => score < LINKED && other.claimId !== claimId);
    return maybe ? [this.propose(maybe, reportId)] : [];
  }

  private propose({ other, score, reasons }: Alike, reportId: string): ClaimEvent {
    const decision = { decidedBy: this.decidedBy, reasons: [...reasons], score: round(score) };
    return proposed(this.living.of(other.claimId), reportId, decision);
  }

  private async merge(from: string, to: string): Promise<ClaimEvent[]> {
    this.known.moveClaim(from, to);
    await moveClaim(this.memory, from, to);
    const [source, target] = [this.living.of(from), this.living.of(to)];
    if (source === target) return [];
    await addAlias(this.memory, source, target, null);
    this.living.merge(source, target);
    return [merged(target, source, { decidedBy: this.decidedBy, reasons: ['a later report joins the two'] })];
  }
}

const round = (score: number): number => Math.round(score * 100) / 100;

import { InvalidFields } from '#domain';
import type { EventReader } from '#event-store';
import { DecisionNotFound } from '../errors.js';
import { loadFigures, loadFiguresOfLink } from './claims-that-differ.js';
import { foldClaimStream, loadClaim, type ClaimState } from './claim-state.js';
import {
  declineLink,
  linkReport,
  mergeClaims,
  recommendFigure,
  signOffClaim,
  splitClaim,
  unlinkReport,
} from './decide-on-claim.js';
import { loadPrinting } from './article-printing.js';
import { unclusterArticle } from './decide-on-article.js';
import { declineMerge, mergeEntities, splitEntity } from './decide-on-entity.js';
import { decideOnReport } from './decide-on-report.js';
import { giveReview, requestReview } from './decide-on-review.js';
import { decideReversal, streamsOfParts } from './decide-reversal.js';
import type { ClaimDecision, Decision, EntityDecision, RevertDecision } from './decision.js';
import { loadEntity } from './entity-state.js';
import { claimStream, loadHistory, type History } from './history.js';
import type { DecisionPlan } from './plan.js';
import { loadReport } from './report-state.js';
import { loadAnomaly, settleAnomaly } from './settle-anomaly.js';

/** What was read for a decision: the stream whose version the caller may expect, and how to decide on it. */
export interface PreparedDecision {
  readonly history: History;
  readonly decide: () => DecisionPlan;
}

/** Reads from the log what a decision depends on, and nothing else. */
export class DecisionPreparation {
  constructor(
    private readonly reader: EventReader,
    private readonly workspace: string,
    private readonly actor: string,
  ) {}

  async prepare(decision: Decision): Promise<PreparedDecision> {
    switch (decision.type) {
      case 'correct_report':
      case 'retract_report':
      case 'confirm_report':
      case 'comment_field': {
        const report = await loadReport(this.reader, this.workspace, decision);
        return { history: report.history, decide: () => decideOnReport(report, decision) };
      }
      case 'merge_entities':
      case 'split_entity':
      case 'decline_merge':
        return this.onEntity(decision);
      case 'uncluster_article': {
        const printing = await loadPrinting(this.reader, this.workspace, decision.articleId);
        return { history: printing.history, decide: () => unclusterArticle(printing, decision, this.actor) };
      }
      case 'revert_decision':
        return this.reversal(decision);
      default:
        return this.onClaim(decision);
    }
  }

  private async onClaim(decision: ClaimDecision): Promise<PreparedDecision> {
    if (decision.type === 'link_report') {
      const { claimId, fromClaimId } = decision;
      refuseSame('fromClaimId', claimId, fromClaimId);
      const report = await loadReport(this.reader, this.workspace, decision);
      const claim = await this.claimOrNew(claimId);
      const from = fromClaimId === undefined ? null : await this.claim(fromClaimId);
      const figures = await loadFiguresOfLink(this.reader, this.workspace, decision, report);
      return {
        history: claim.history,
        decide: () => linkReport(claim, from, report, figures, decision, this.actor),
      };
    }
    const claim = await this.claim(decision.claimId);
    return { history: claim.history, decide: await this.decideOn(claim, decision) };
  }

  private async decideOn(
    claim: ClaimState,
    decision: Exclude<ClaimDecision, { type: 'link_report' }>,
  ): Promise<() => DecisionPlan> {
    switch (decision.type) {
      case 'unlink_report': {
        const linked = await this.linkedClaim(claim, decision.linkedClaimId);
        return () => unlinkReport(linked, decision, this.actor);
      }
      case 'decline_link':
        return () => declineLink(claim, decision, this.actor);
      case 'merge_claims': {
        refuseSame('mergedClaimId', decision.claimId, decision.mergedClaimId);
        const merged = await this.claim(decision.mergedClaimId);
        const figures = await loadFigures(this.reader, this.workspace, decision);
        return () => mergeClaims(claim, merged, figures, decision, this.actor);
      }
      case 'split_claim':
        return () => splitClaim(claim, decision, this.actor);
      case 'recommend_figure': {
        const linked = await this.linkedClaim(claim, decision.linkedClaimId);
        return () => recommendFigure(claim, linked, decision, this.actor);
      }
      case 'settle_anomaly': {
        refuseSame('againstReportId', decision.reportId, decision.againstReportId);
        const linked = await this.linkedClaim(claim, decision.linkedClaimId);
        const state = await loadAnomaly(this.reader, this.workspace, decision);
        return () => settleAnomaly(claim, linked, state, decision, this.actor);
      }
      case 'request_review':
        return () => requestReview(claim, decision);
      case 'give_review':
        return () => giveReview(claim, decision);
      case 'sign_off_claim': {
        const seenSeq = decision.seenSeq ?? Number(await this.reader.head(this.workspace));
        return () => signOffClaim(claim, seenSeq, decision.reason);
      }
    }
  }

  private async onEntity(decision: EntityDecision): Promise<PreparedDecision> {
    const entity = await this.entity(decision.entityId);
    if (decision.type === 'split_entity')
      return { history: entity.history, decide: () => splitEntity(entity, decision, this.actor) };
    if (decision.type === 'decline_merge') {
      refuseSame('otherEntityId', decision.entityId, decision.otherEntityId);
      const other = await this.entity(decision.otherEntityId);
      return { history: entity.history, decide: () => declineMerge(entity, other, decision, this.actor) };
    }
    refuseSame('mergedEntityId', decision.entityId, decision.mergedEntityId);
    const merged = await this.entity(decision.mergedEntityId);
    return {
      history: entity.history,
      decide: () => mergeEntities(entity, merged, decision, this.actor),
    };
  }

  private async reversal({ decisionId, reason }: RevertDecision): Promise<PreparedDecision> {
    const event = await this.reader.findEvent(this.workspace, decisionId);
    if (!event) throw new DecisionNotFound(decisionId);
    const own = await loadHistory(this.reader, this.workspace, event.stream);
    const others = await Promise.all(
      streamsOfParts(event).map((stream) => loadHistory(this.reader, this.workspace, stream)),
    );
    return { history: own, decide: () => decideReversal(event, own, others, reason) };
  }

  private claim(claimId: string): Promise<ClaimState> {
    return loadClaim(this.reader, this.workspace, claimId);
  }

  /** A person's link may begin a claim. */
  private async claimOrNew(claimId: string): Promise<ClaimState> {
    const history = await loadHistory(this.reader, this.workspace, claimStream(claimId));
    return foldClaimStream(claimId, history);
  }

  private linkedClaim(claim: ClaimState, linkedClaimId: string | undefined): Promise<ClaimState> {
    return linkedClaimId === undefined ? Promise.resolve(claim) : this.claim(linkedClaimId);
  }

  private entity(entityId: string) {
    return loadEntity(this.reader, this.workspace, entityId);
  }
}

function refuseSame(field: string, id: string, other: string | undefined): void {
  if (id === other) throw new InvalidFields('decision', { [field]: 'must name another one' });
}

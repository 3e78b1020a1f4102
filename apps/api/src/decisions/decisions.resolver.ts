import { QueryBus } from '@nestjs/cqrs';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { InvalidFields } from '#domain';
import { ListDecisions, type DecisionsView, type DecisionSubject } from '#query';
import { Answers } from '../answers.js';
import { Workspace } from '../workspace.js';
import { DecidedArguments } from './decided.arguments.js';
import {
  CommentFieldInput,
  ConfirmReportInput,
  CorrectReportInput,
  DeclineLinkInput,
  DeclineMergeInput,
  GiveReviewInput,
  LinkReportInput,
  MergeClaimsInput,
  MergeEntitiesInput,
  RecommendFigureInput,
  RequestReviewInput,
  RetractReportInput,
  RevertDecisionInput,
  SettleAnomalyInput,
  SignOffClaimInput,
  SplitClaimInput,
  SplitEntityInput,
  UnclusterArticleInput,
  UnlinkReportInput,
} from './decision.inputs.js';
import {
  BulkDecisionInput,
  BulkDecisionResultsType,
  DecisionResultType,
  DecisionsType,
} from './decision.types.js';
import { Decisions } from './decisions.service.js';

@Resolver(() => DecisionResultType)
export class DecisionsResolver {
  constructor(
    private readonly decisions: Decisions,
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly workspace: Workspace,
  ) {}

  @Query(() => DecisionsType, {
    nullable: true,
    description: 'What was decided on one report, claim, entity or article, by whom, and does it stand?',
  })
  decided(
    @Args() { reportId, claimId, entityId, articleId, ...page }: DecidedArguments,
  ): Promise<DecisionsView | null> {
    const subjects = { report: reportId, claim: claimId, entity: entityId, article: articleId };
    const given = Object.entries(subjects).filter(([, id]) => id != null);
    const [only] = given;
    if (!only || given.length > 1)
      throw new InvalidFields('request', { id: 'give one of reportId, claimId, entityId and articleId' });
    const [subject, id] = only as [DecisionSubject, string];
    const query = new ListDecisions(this.workspace.name, subject, this.answers.uuid('id', id), page);
    return this.queries.execute(query);
  }

  @Mutation(() => DecisionResultType, {
    description: 'Say that some fields of a report are other than it says.',
  })
  correctReport(@Args('input') input: CorrectReportInput) {
    return this.decisions.make({ ...input, type: 'correct_report' });
  }

  @Mutation(() => DecisionResultType, { description: 'Say that a report is no longer to be relied on.' })
  retractReport(@Args('input') input: RetractReportInput) {
    return this.decisions.make({ ...input, type: 'retract_report' });
  }

  @Mutation(() => DecisionResultType, { description: 'Say that you looked at a report and found it right.' })
  confirmReport(@Args('input') input: ConfirmReportInput) {
    return this.decisions.make({ ...input, type: 'confirm_report' });
  }

  @Mutation(() => DecisionResultType, { description: 'Remark on one field of a report.' })
  commentField(@Args('input') input: CommentFieldInput) {
    return this.decisions.make({ ...input, type: 'comment_field' });
  }

  @Mutation(() => DecisionResultType, { description: 'Ask that somebody looks at a claim.' })
  requestReview(@Args('input') input: RequestReviewInput) {
    return this.decisions.make({ ...input, type: 'request_review' });
  }

  @Mutation(() => DecisionResultType, { description: 'Say what a look at a claim came to.' })
  giveReview(@Args('input') input: GiveReviewInput) {
    return this.decisions.make({ ...input, type: 'give_review' });
  }

  @Mutation(() => DecisionResultType, { description: 'Vouch for a claim as it stands.' })
  signOffClaim(@Args('input') input: SignOffClaimInput) {
    return this.decisions.make({ ...input, type: 'sign_off_claim' });
  }

  @Mutation(() => DecisionResultType, { description: 'Say which figure to show for a claim.' })
  recommendFigure(@Args('input') input: RecommendFigureInput) {
    return this.decisions.make({ ...input, type: 'recommend_figure' });
  }

  @Mutation(() => DecisionResultType, { description: 'Say that another claim is this one.' })
  mergeClaims(@Args('input') input: MergeClaimsInput) {
    return this.decisions.make({ ...input, type: 'merge_claims' });
  }

  @Mutation(() => DecisionResultType, {
    description: 'Say that some reports of a claim speak of something else.',
  })
  splitClaim(@Args('input') input: SplitClaimInput) {
    return this.decisions.make({ ...input, type: 'split_claim' });
  }

  @Mutation(() => DecisionResultType, { description: 'Say that a report speaks of a claim.' })
  linkReport(@Args('input') input: LinkReportInput) {
    return this.decisions.make({ ...input, type: 'link_report' });
  }

  @Mutation(() => DecisionResultType, { description: 'Say that a report does not speak of a claim.' })
  unlinkReport(@Args('input') input: UnlinkReportInput) {
    return this.decisions.make({ ...input, type: 'unlink_report' });
  }

  @Mutation(() => DecisionResultType, { description: 'Decline a link that is proposed.' })
  declineLink(@Args('input') input: DeclineLinkInput) {
    return this.decisions.make({ ...input, type: 'decline_link' });
  }

  @Mutation(() => DecisionResultType, {
    description: 'Say that an anomaly of a claim was looked at and stands.',
  })
  settleAnomaly(@Args('input') input: SettleAnomalyInput) {
    return this.decisions.make({ ...input, type: 'settle_anomaly' });
  }

  @Mutation(() => DecisionResultType, { description: 'Say that another entity is this one.' })
  mergeEntities(@Args('input') input: MergeEntitiesInput) {
    return this.decisions.make({ ...input, type: 'merge_entities' });
  }

  @Mutation(() => DecisionResultType, { description: "Say that some names of an entity are another's." })
  splitEntity(@Args('input') input: SplitEntityInput) {
    return this.decisions.make({ ...input, type: 'split_entity' });
  }

  @Mutation(() => DecisionResultType, { description: 'Decline a merger of entities that is proposed.' })
  declineMerge(@Args('input') input: DeclineMergeInput) {
    return this.decisions.make({ ...input, type: 'decline_merge' });
  }

  @Mutation(() => DecisionResultType, {
    description: 'Say that an article is no printing of its wire story.',
  })
  unclusterArticle(@Args('input') input: UnclusterArticleInput) {
    return this.decisions.make({ ...input, type: 'uncluster_article' });
  }

  @Mutation(() => DecisionResultType, { description: 'Undo a decision of a person or a process.' })
  revertDecision(@Args('input') input: RevertDecisionInput) {
    return this.decisions.make({ ...input, type: 'revert_decision' });
  }

  @Mutation(() => BulkDecisionResultsType, {
    description:
      'Make up to 1,000 decisions: each has its own answer, and one that is refused fails no other.',
  })
  async decideMany(
    @Args('decisions', { type: () => [BulkDecisionInput] }) items: BulkDecisionInput[],
  ): Promise<BulkDecisionResultsType> {
    const flat = items.map(({ type, input }) => ({ ...(input as object), type }));
    return { results: await this.decisions.makeAll(flat) };
  }
}

import { InputType } from '@nestjs/graphql';
import type {
  Anomaly,
  CorrectionKind,
  FieldVerdict,
  FigureRole,
  Mention,
  MentionField,
  ReviewVerdict,
} from '#domain';
import {
  CorrectionKindEnum,
  FieldVerdictEnum,
  FigureRoleEnum,
  MentionFieldEnum,
  ReviewVerdictEnum,
} from '../schema/enums.js';
import { AnomalyEnum } from '../tracking/tracking-enums.js';
import {
  GivenCount,
  GivenEnum,
  GivenFlag,
  GivenId,
  GivenIds,
  GivenJson,
  GivenList,
  GivenNumber,
  GivenSeq,
  GivenText,
} from './given.js';

const WHY = 'Why, in words; it stays in the record. Name nobody.';

@InputType({ isAbstract: true })
abstract class DecisionInput {
  @GivenCount(
    'Where the stream of the report, claim, entity or article stood when you looked; else wherever it stands.',
    {
      optional: true,
    },
  )
  expectedVersion?: number;
  @GivenText('A retry with the same key records nothing new.', { optional: true }) idempotencyKey?: string;
}

@InputType({ isAbstract: true })
abstract class ReasonedInput extends DecisionInput {
  @GivenText(WHY) reason: string;
}

@InputType({ isAbstract: true })
abstract class ReportInput extends ReasonedInput {
  @GivenId('The report.') reportId: string;
  @GivenId('The article it stands in; looked up where absent.', { optional: true }) articleId?: string;
}

@InputType()
export class FieldChangeInput {
  @GivenText('The name of the field as events have it: "value", "attribution" (docs/events.md).')
  field: string;
  @GivenJson('What you saw there. Where the report says something else by now, the correction is refused.', {
    optional: true,
  })
  from?: unknown;
  @GivenJson('What is right.') to: unknown;
}

@InputType()
export class CorrectReportInput extends ReportInput {
  @GivenEnum(CorrectionKindEnum, 'Whose error: our reading, the publisher, the source.') kind: CorrectionKind;
  @GivenList(() => FieldChangeInput, 'The fields that are other than the report says.')
  changes: FieldChangeInput[];
  @GivenText('Where it can be seen: an address, a document.', { optional: true }) evidence?: string;
}

@InputType()
export class RetractReportInput extends ReportInput {
  @GivenEnum(CorrectionKindEnum, 'Whose error: our reading, the publisher, the source.') kind: CorrectionKind;
}

@InputType()
export class ConfirmReportInput extends ReportInput {}

@InputType()
export class CommentFieldInput extends DecisionInput {
  @GivenId('The report.') reportId: string;
  @GivenId('The article it stands in; looked up where absent.', { optional: true }) articleId?: string;
  @GivenText('The name of the field: "value".') field: string;
  @GivenEnum(FieldVerdictEnum, 'Right, wrong or unclear.') verdict: FieldVerdict;
  @GivenText('The remark.') comment: string;
}

@InputType({ isAbstract: true })
abstract class ClaimInput extends ReasonedInput {
  @GivenId('The claim.') claimId: string;
}

@InputType()
export class RequestReviewInput extends ClaimInput {}

@InputType()
export class GiveReviewInput extends ClaimInput {
  @GivenEnum(ReviewVerdictEnum, 'Approved, or what is to change first.') verdict: ReviewVerdict;
}

@InputType()
export class SignOffClaimInput extends ClaimInput {
  @GivenSeq('The head of the log that you saw; the newest where absent. What comes later shows as changed.')
  seenSeq?: number;
}

@InputType()
export class RecommendFigureInput extends ClaimInput {
  @GivenId('The report whose figure it is.') reportId: string;
  @GivenEnum(FigureRoleEnum, 'The figure to show, or evidence kept beside it.') role: FigureRole;
  @GivenNumber("Where the calculation gives another number than the report's.") value?: number;
  @GivenText('How the figure was arrived at.') calculationLogic: string;
  @GivenId('The claim the link stands in, where that was merged into this one.', { optional: true })
  linkedClaimId?: string;
}

@InputType()
export class MergeClaimsInput extends ClaimInput {
  @GivenId('The claim that ends; its reports go on under the other.') mergedClaimId: string;
  @GivenFlag('Merge them although they differ in metric, measure or population.') acceptDifferences?: boolean;
}

@InputType()
export class SplitClaimInput extends ClaimInput {
  @GivenIds('The reports that begin a claim of their own.') reportIds: string[];
}

@InputType()
export class LinkReportInput extends ReportInput {
  @GivenId('The claim that the report speaks of; an id of your own begins a claim.') claimId: string;
  @GivenId('The claim it is taken out of.', { optional: true }) fromClaimId?: string;
  @GivenFlag('Link it although it differs in metric, measure or population.') acceptDifferences?: boolean;
}

@InputType()
export class UnlinkReportInput extends ClaimInput {
  @GivenId('The report that speaks of something else.') reportId: string;
  @GivenId('The claim the link stands in, where that was merged into this one.', { optional: true })
  linkedClaimId?: string;
}

@InputType()
export class SettleAnomalyInput extends ClaimInput {
  @GivenId('The report that shows the anomaly.') reportId: string;
  @GivenEnum(AnomalyEnum, 'Which one.') anomaly: Anomaly;
  @GivenId('The report it was found against.') againstReportId: string;
  @GivenId('The claim the link stands in, where that was merged into this one.', { optional: true })
  linkedClaimId?: string;
}

@InputType()
export class DeclineLinkInput extends ClaimInput {
  @GivenId('The report whose link is proposed.') reportId: string;
}

@InputType({ isAbstract: true })
abstract class EntityInput extends ReasonedInput {
  @GivenId('The person, organisation, group or place.') entityId: string;
}

@InputType()
export class MergeEntitiesInput extends EntityInput {
  @GivenId('The entity that ends; its names go on under the other.') mergedEntityId: string;
}

@InputType()
export class MentionInput implements Mention {
  @GivenId('The report in which the name stands.') reportId: string;
  @GivenEnum(MentionFieldEnum, 'In its attribution or among its places.') field: MentionField;
  @GivenCount('Its place in that list, from 0.') index: number;
}

@InputType()
export class SplitEntityInput extends EntityInput {
  @GivenList(() => MentionInput, 'Names of somebody else: every mention spelled like one of these moves.')
  mentions: MentionInput[];
}

@InputType()
export class DeclineMergeInput extends EntityInput {
  @GivenId('The entity that a process takes for the same.') otherEntityId: string;
}

@InputType()
export class UnclusterArticleInput extends ReasonedInput {
  @GivenId('The article that is no printing of its wire story.') articleId: string;
}

@InputType()
export class RevertDecisionInput extends ReasonedInput {
  @GivenId('The event that is undone.') decisionId: string;
}

import { ID, ObjectType } from '@nestjs/graphql';
import type { MentionChange, Relation, ReportKind } from '#domain';
import type { ChangedReport, ClaimChange, UndoneDecision } from '#query';
import { connectionType, listType } from '../schema/page.type.js';
import { Shown, ShownEnum, ShownList, ShownObject, ShownStrings } from '../schema/shown.js';
import { ClaimCardType } from './claim-card.type.js';
import { CorrectedFieldType, OtherRelationType, ValueChangeType } from './claim-timeline.type.js';
import { DecisionVerdictEnum, MentionChangeEnum, RelationEnum, ReportKindEnum } from './tracking-enums.js';

@ObjectType('ChangedReport', { description: 'What a later text of an article made of a report.' })
export class ChangedReportType implements ChangedReport {
  @ShownEnum(ReportKindEnum) kind: ReportKind;
  @ShownEnum(MentionChangeEnum) change: MentionChange;
  @Shown(ID, 'string', { nullable: true }) previousReportId: string | null;
  @Shown(ID, 'string', { nullable: true }) reportId: string | null;
  @Shown(String, 'string', { nullable: true, description: 'The words of the text before.' }) previousQuote:
    string | null;
  @Shown(String, 'string', { nullable: true, description: 'The words of the later text.' }) quote:
    string | null;
  @ShownList(() => CorrectedFieldType) fields: CorrectedFieldType[];
}

@ObjectType('UndoneDecision', { description: 'A decision that was undone.' })
export class UndoneDecisionType implements UndoneDecision {
  @Shown(ID, 'string') eventId: string;
  @Shown(String, 'string', { description: 'The type of the event.' }) type: string;
  @Shown(String, 'string', { nullable: true }) seq: string | null;
  @ShownStrings({ description: 'Why it had been decided.' }) reasons: string[];
  @ShownList(() => CorrectedFieldType, { description: 'Of a correction: what it had changed.' })
  fields: CorrectedFieldType[];
}

@ObjectType('ClaimChange', {
  description:
    'Something that happened to a claim: reports came or went, people decided about it. Told as of its event: it reads the same for ever.',
})
export class ClaimChangeType implements ClaimChange {
  @Shown(String, 'string', { description: 'Position in the log.' }) seq: string;
  @Shown(ID, 'string') eventId: string;
  @Shown(String, 'string', { description: 'The type of the event.' }) type: string;
  @Shown(String, 'string') recordedAt: string;
  @Shown(String, 'string') actor: string;
  @Shown(String, 'string', { description: 'What happened to which claim, in words.' }) summary: string;
  @Shown(ID, 'string', {
    nullable: true,
    description: 'The claim that it happened to; null for what concerns none, or sources of many.',
  })
  claimId: string | null;
  @Shown(ID, 'string', { nullable: true }) reportId: string | null;
  @Shown(String, 'string', { nullable: true, description: 'The words of the report.' }) quote: string | null;
  @Shown(ID, 'string', { nullable: true }) articleId: string | null;
  @Shown(ID, 'string', { nullable: true, description: 'The source or place that was decided about.' })
  entityId: string | null;
  @Shown(ID, 'string', { nullable: true, description: 'The one that was merged into it, or split from it.' })
  otherEntityId: string | null;
  @ShownStrings({ description: 'Why it was decided, or what was found.' }) reasons: string[];
  @ShownList(() => CorrectedFieldType, { description: 'What a correction changed.' })
  fields: CorrectedFieldType[];
  @Shown(String, 'string', { nullable: true, description: 'What a remark is on.' }) field: string | null;
  @ShownEnum(DecisionVerdictEnum, { nullable: true, description: 'What a remark or a review found.' })
  verdict: ClaimChange['verdict'];
  @ShownObject(() => UndoneDecisionType, { nullable: true, description: 'What was undone.' })
  undone: UndoneDecisionType | null;
  @ShownList(() => ChangedReportType, { description: 'What a later text made of reports of the claim.' })
  revisions: ChangedReportType[];
  @ShownEnum(RelationEnum, { nullable: true, description: 'What the report added to what was known then.' })
  relation: Relation | null;
  @Shown(String, 'string', { nullable: true, description: 'The same in words.' }) relationReason:
    string | null;
  @ShownList(() => OtherRelationType, { description: 'Whom else it bore out or was at odds with.' })
  otherRelations: OtherRelationType[];
  @ShownObject(() => ValueChangeType, { nullable: true }) change: ValueChangeType | null;
  @ShownObject(() => ClaimCardType, {
    nullable: true,
    description: 'The claim as it stood behind the event.',
  })
  claim: ClaimCardType | null;
}

export const ClaimChangeConnection = connectionType('ClaimChange', ClaimChangeType);
export const ClaimChangeList = listType('ClaimChange', ClaimChangeType);

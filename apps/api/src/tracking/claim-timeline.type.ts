import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { ApiProperty } from '@nestjs/swagger';
import type {
  Anomaly,
  CorrectionKind,
  FigureRole,
  FigureStatus,
  MentionChange,
  Polarity,
  Quantifier,
  Relation,
  ReportKind,
  Unit,
} from '#domain';
import type {
  ClaimConflict,
  ClaimDecision,
  ClaimDenial,
  ClaimRevision,
  ClaimTimeline,
  ClaimTimelineEntry,
  LinkProposal,
} from '#query';
import type {
  AppliedCorrection,
  FigureEvidence,
  Origin,
  OtherRelation,
  ReportAnomaly,
  Settlement,
  SignOff,
  ValueChange,
} from '#tracking';
import { JsonScalar } from '../events/json.scalar.js';
import {
  CorrectionKindEnum,
  FigureRoleEnum,
  FigureStatusEnum,
  PolarityEnum,
  QuantifierEnum,
  UnitEnum,
} from '../schema/enums.js';
import { PageInfoType } from '../schema/page.type.js';
import { ReportType } from '../schema/report.type.js';
import { Shown, ShownEnum, ShownEnums, ShownList, ShownObject, ShownStrings } from '../schema/shown.js';
import { ClaimCardType } from './claim-card.type.js';
import {
  AnomalyEnum,
  DecisionVerdictEnum,
  DirectionEnum,
  MentionChangeEnum,
  OriginKindEnum,
  RelationEnum,
  ReportKindEnum,
  SideEnum,
  StandingEnum,
} from './tracking-enums.js';

@ObjectType('Report', { description: 'What figures, statements and claims answer alike.' })
export class AnyReportType extends ReportType {}

@ObjectType('ValueChange')
export class ValueChangeType implements ValueChange {
  @Shown(Float, 'number') from: number;
  @Shown(Float, 'number') to: number;
  @Shown(Float, 'number') by: number;
  @ShownEnum(DirectionEnum) direction: ValueChange['direction'];
}

@ObjectType('Origin', {
  description:
    'Whom a report goes back to. Reports with the same key have one origin, however many print it.',
})
export class OriginType implements Origin {
  @Shown(String, 'string') key: string;
  @Shown(String, 'string', { nullable: true }) name: string | null;
  @ShownEnum(OriginKindEnum) kind: Origin['kind'];
}

@ObjectType('CorrectedField')
export class CorrectedFieldType {
  @Shown(String, 'string') field: string;
  @Field(() => JsonScalar, { nullable: true }) @ApiProperty({ type: Object, nullable: true }) from: unknown;
  @Field(() => JsonScalar, { nullable: true }) @ApiProperty({ type: Object, nullable: true }) to: unknown;
}

@ObjectType('Correction')
export class CorrectionType implements AppliedCorrection {
  @Shown(ID, 'string') eventId: string;
  @Shown(Float, 'integer') seq: number;
  @Shown(String, 'string') actor: string;
  @ShownEnum(CorrectionKindEnum) kind: CorrectionKind;
  @Shown(String, 'string') reason: string;
  @ShownList(() => CorrectedFieldType) changes: CorrectedFieldType[];
}

@ObjectType('Settlement', { description: 'A person looked at an anomaly and lets it stand.' })
export class SettlementType implements Settlement {
  @Shown(ID, 'string', { description: 'The event, to be undone by.' }) eventId: string;
  @Shown(String, 'string') actor: string;
  @Shown(String, 'string') recordedAt: string;
  @ShownStrings() reasons: string[];
}

@ObjectType('ReportAnomaly', {
  description: 'Something about a number that is to be looked at, with what it was found by.',
})
export class ReportAnomalyType implements ReportAnomaly {
  @Shown(ID, 'string') reportId: string;
  @ShownEnum(AnomalyEnum) anomaly: Anomaly;
  @Shown(ID, 'string', { description: 'The number before, the total, or the largest of the parts.' })
  againstReportId: string;
  @ShownStrings({ description: 'All the parts that are added up; none of what is no matter of parts.' })
  partReportIds: string[];
  @Shown(Float, 'number', { description: 'The number before; of parts their total.' }) from: number;
  @Shown(Float, 'number', { description: 'This number; what the parts come to.' }) to: number;
  @Shown(Float, 'number', { nullable: true, description: 'to / from, to two decimals.' }) factor:
    number | null;
  @Shown(Float, 'number', { nullable: true, description: 'From which factor on it is looked at.' })
  threshold: number | null;
  @Shown(String, 'string', { description: 'In words.' }) reason: string;
  @ShownObject(() => SettlementType, { nullable: true, description: 'Null while it is open.' })
  settled: SettlementType | null;
}

@ObjectType('OtherRelation', { description: 'What a report is to one more report.' })
export class OtherRelationType implements OtherRelation {
  @ShownEnum(RelationEnum, { description: 'CONFLICTS or CORROBORATES.' }) relation: OtherRelation['relation'];
  @Shown(ID, 'string') reportId: string;
  @Shown(String, 'string', { description: 'In words.' }) reason: string;
}

@ObjectType('ClaimTimelineEntry', {
  description: 'One report of a claim, and what it adds to what was known before. As corrected.',
})
export class ClaimTimelineEntryType implements ClaimTimelineEntry {
  @Shown(ID, 'string') reportId: string;
  @ShownEnum(ReportKindEnum) kind: ReportKind;
  @Shown(String, 'string', { description: 'Position in the log.' }) seq: string;
  @ShownEnum(RelationEnum) relation: Relation;
  @Shown(String, 'string', { description: 'In words: "same origin, two days later, 27,000 -> 31,500".' })
  reason: string;
  @Shown(ID, 'string', { nullable: true, description: 'The report it is held against.' }) against:
    string | null;
  @ShownList(() => OtherRelationType, {
    description:
      'Reports of other origins that it bears out or is at odds with, beside the one it is held against.',
  })
  otherRelations: OtherRelationType[];
  @ShownObject(() => ValueChangeType, { nullable: true }) change: ValueChangeType | null;
  @ShownEnums(AnomalyEnum, { description: 'Settled ones too.' }) anomalies: Anomaly[];
  @ShownList(() => ReportAnomalyType) anomalyDetails: ReportAnomalyType[];
  @ShownEnum(SideEnum) side: ClaimTimelineEntry['side'];
  @ShownEnum(StandingEnum) standing: ClaimTimelineEntry['standing'];
  @ShownObject(() => OriginType) origin: OriginType;
  @Shown(ID, 'string', { nullable: true, description: 'The wire story that its article prints.' })
  clusterId: string | null;
  @Shown(String, 'string', { description: 'The day it speaks of.' }) validDay: string;
  @Shown(String, 'string', { nullable: true, description: 'When it was published or uttered.' }) assertedAt:
    string | null;
  @Shown(String, 'string', { description: 'When it entered the log.' }) recordedAt: string;
  @Shown(String, 'string', { nullable: true }) outlet: string | null;
  @Shown(Float, 'number', { nullable: true }) value: number | null;
  @Shown(Float, 'number', { nullable: true }) max: number | null;
  @ShownEnum(QuantifierEnum, { nullable: true }) quantifier: Quantifier | null;
  @ShownEnum(UnitEnum, { nullable: true }) unit: Unit | null;
  @Shown(String, 'string', { nullable: true }) population: string | null;
  @ShownEnum(FigureStatusEnum, { nullable: true }) status: FigureStatus | null;
  @Shown(String, 'string', { nullable: true }) place: string | null;
  @Shown(String, 'string', { nullable: true, description: 'What is said or claimed.' }) text: string | null;
  @ShownEnum(PolarityEnum, { nullable: true }) polarity: Polarity | null;
  @ShownList(() => CorrectionType) corrections: CorrectionType[];
  @Shown(Boolean, 'boolean', { description: 'A person looked at it and found it right.' }) confirmed: boolean;
  @ShownObject(() => AnyReportType, {
    nullable: true,
    description: 'Where it stands and who says it; null where its article was erased.',
  })
  report: AnyReportType | null;
}

@ObjectType('ClaimConflict', { description: 'Two reports in force that cannot both be right of one day.' })
export class ClaimConflictType implements ClaimConflict {
  @Shown(ID, 'string') reportId: string;
  @Shown(ID, 'string') againstReportId: string;
  @Shown(String, 'string') reason: string;
}

@ObjectType('ClaimDenial', { description: 'A report in force that denies the claim.' })
export class ClaimDenialType implements ClaimDenial {
  @Shown(ID, 'string') reportId: string;
  @Shown(ID, 'string', {
    nullable: true,
    description:
      'The report it denies, or the denial that it repeats; null where no report of the claim says it.',
  })
  againstReportId: string | null;
  @Shown(String, 'string') reason: string;
}

@ObjectType('LinkProposal', { description: 'A link that is too uncertain for a process to make.' })
export class LinkProposalType implements LinkProposal {
  @Shown(ID, 'string') eventId: string;
  @Shown(ID, 'string') reportId: string;
  @Shown(Float, 'number', { description: '0 to 1.' }) score: number;
  @ShownStrings() reasons: string[];
}

@ObjectType('SignOff', { description: 'A claim as it stood when somebody vouched for it.' })
export class SignOffType implements SignOff {
  @Shown(ID, 'string') eventId: string;
  @Shown(Float, 'integer') seq: number;
  @Shown(String, 'string') actor: string;
  @Shown(Float, 'integer', { description: 'The head of the log that was seen.' }) seenSeq: number;
  @Shown(String, 'string') reason: string;
}

@ObjectType('ClaimDecision', { description: 'What was decided about a claim or its reports.' })
export class ClaimDecisionType implements ClaimDecision {
  @Shown(ID, 'string') eventId: string;
  @Shown(String, 'string') seq: string;
  @Shown(String, 'string', { description: 'The type of the event.' }) type: string;
  @Shown(String, 'string') actor: string;
  @Shown(String, 'string') recordedAt: string;
  @Shown(ID, 'string', { nullable: true }) reportId: string | null;
  @ShownStrings({ description: 'Why, in the words of whoever decided.' }) reasons: string[];
  @Shown(String, 'string', { nullable: true, description: 'What a remark is on.' }) field: string | null;
  @ShownEnum(DecisionVerdictEnum, { nullable: true }) verdict: ClaimDecision['verdict'];
  @Shown(String, 'string', { nullable: true, description: 'The event that undid it.' }) revertedSeq:
    string | null;
}

@ObjectType('ClaimRevision', { description: 'What a later text of an article did to a report of the claim.' })
export class ClaimRevisionType implements ClaimRevision {
  @Shown(ID, 'string') articleId: string;
  @Shown(Int, 'integer') revision: number;
  @Shown(String, 'string') seq: string;
  @Shown(String, 'string') recordedAt: string;
  @Shown(Boolean, 'boolean', { description: 'The article says nowhere that it was changed.' })
  stealth: boolean;
  @ShownEnum(MentionChangeEnum) change: MentionChange;
  @Shown(ID, 'string', { nullable: true }) reportId: string | null;
  @Shown(ID, 'string', { nullable: true }) previousReportId: string | null;
  @ShownList(() => CorrectedFieldType) fields: CorrectedFieldType[];
}

@ObjectType('FigureEvidence', {
  description: 'A figure that somebody recommended, or keeps beside the headline.',
})
export class FigureEvidenceType implements FigureEvidence {
  @Shown(ID, 'string') reportId: string;
  @ShownEnum(FigureRoleEnum) role: FigureRole;
  @Shown(Float, 'number', { nullable: true, description: "Null where it is the report's own number." })
  value: number | null;
  @Shown(String, 'string') decidedBy: string;
  @Shown(String, 'string', { description: 'How it was arrived at.' }) calculationLogic: string;
}

@ObjectType('ClaimTimeline', {
  description:
    'One claim with its reports, oldest assertion first, a page at a time, and what was decided about it and them.',
})
export class ClaimTimelineType extends ClaimCardType implements ClaimTimeline {
  @Shown(String, 'string', { nullable: true, description: 'How a recommended headline was arrived at.' })
  headlineLogic: string | null;
  @ShownList(() => FigureEvidenceType) evidence: FigureEvidenceType[];
  @ShownList(() => ClaimTimelineEntryType) entries: ClaimTimelineEntryType[];
  @ShownObject(() => PageInfoType, { description: 'Of the entries.' }) pageInfo: PageInfoType;
  @ShownList(() => ClaimConflictType, { description: 'Of the reports of the page with others.' })
  conflicts: ClaimConflictType[];
  @ShownList(() => LinkProposalType, { description: 'The newest 200.' }) proposals: LinkProposalType[];
  @ShownObject(() => SignOffType, { nullable: true }) signOff: SignOffType | null;
  @ShownList(() => ClaimDecisionType, {
    description: 'About the claim and the reports of the page, the newest 200.',
  })
  decisions: ClaimDecisionType[];
  @ShownList(() => ClaimRevisionType, {
    description: 'Changes of the reports of the page by later texts, stealth edits among them.',
  })
  revisions: ClaimRevisionType[];
}

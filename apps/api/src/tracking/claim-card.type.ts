import { Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type {
  Anomaly,
  Cause,
  ClaimStatus,
  FigureStatus,
  Measure,
  Metric,
  Polarity,
  Quantifier,
  ReportKind,
  Unit,
} from '#domain';
import type { ClaimCard } from '#query';
import {
  CauseEnum,
  FigureStatusEnum,
  MeasureEnum,
  MetricEnum,
  PolarityEnum,
  QuantifierEnum,
  UnitEnum,
} from '../schema/enums.js';
import { connectionType, listType } from '../schema/page.type.js';
import { Shown, ShownEnum, ShownEnums } from '../schema/shown.js';
import {
  AnomalyEnum,
  ClaimStatusEnum,
  HeadlineByEnum,
  ReportKindEnum,
  ReviewStateEnum,
} from './tracking-enums.js';

@ObjectType('ClaimCard', { description: 'One claim: what it is about, and what its reports come to.' })
export class ClaimCardType implements ClaimCard {
  @Shown(ID, 'string') id: string;
  @Shown(ID, 'string', { nullable: true, description: 'The claim it lives on in, where it was merged.' })
  mergedInto: string | null;
  @ShownEnum(ReportKindEnum, { nullable: true }) kind: ReportKind | null;
  @ShownEnum(MetricEnum, { nullable: true }) metric: Metric | null;
  @ShownEnum(MeasureEnum, { nullable: true }) measure: Measure | null;
  @ShownEnum(UnitEnum, { nullable: true }) unit: Unit | null;
  @Shown(String, 'string', {
    nullable: true,
    description: 'Who is counted, as the report says whose number is shown.',
  })
  population: string | null;
  @ShownEnum(CauseEnum, { nullable: true }) cause: Cause | null;
  @Shown(String, 'string', { nullable: true, description: 'Where, as that report says.' })
  place: string | null;
  @Shown(String, 'string', { nullable: true, description: 'For a flow: the day it is counted from.' })
  periodStart: string | null;
  @Shown(String, 'string', { nullable: true, description: 'The day it is counted to.' }) periodEnd:
    string | null;
  @Shown(String, 'string', { nullable: true, description: 'For a stock: the day it is told for.' })
  asOf: string | null;
  @ShownEnum(FigureStatusEnum, {
    nullable: true,
    description: 'Whether it is reported, feared or projected.',
  })
  figureStatus: FigureStatus | null;
  @Shown(String, 'string', { nullable: true, description: 'Of a statement or claim: the words first used.' })
  text: string | null;
  @ShownEnum(PolarityEnum, { nullable: true }) polarity: Polarity | null;
  @ShownEnum(ClaimStatusEnum) status: ClaimStatus;
  @Shown(Boolean, 'boolean', {
    description: 'Somebody denies it, or reports in force contradict each other.',
  })
  disputed: boolean;
  @Shown(Int, 'integer', { description: 'How often it stands printed.' }) reportCount: number;
  @Shown(Int, 'integer', { description: 'How many sources it comes from.' }) originCount: number;
  @Shown(Int, 'integer') articleCount: number;
  @Shown(String, 'string', { nullable: true }) firstAssertedAt: string | null;
  @Shown(String, 'string', { nullable: true }) lastAssertedAt: string | null;
  @Shown(Float, 'number', { nullable: true }) lowest: number | null;
  @ShownEnum(QuantifierEnum, { nullable: true }) lowestQuantifier: Quantifier | null;
  @Shown(Float, 'number', { nullable: true }) highest: number | null;
  @ShownEnum(QuantifierEnum, { nullable: true }) highestQuantifier: Quantifier | null;
  @Shown(Float, 'number', { nullable: true, description: 'The value last asserted.' }) latest: number | null;
  @Shown(Float, 'number', { nullable: true, description: 'The upper end, where it is a range.' })
  latestMax: number | null;
  @ShownEnum(QuantifierEnum, {
    nullable: true,
    description: 'AT_LEAST, APPROXIMATELY ... or a word in place of a number.',
  })
  latestQuantifier: Quantifier | null;
  @Shown(Float, 'number', { nullable: true, description: 'The figure to show.' }) headline: number | null;
  @Shown(Float, 'number', { nullable: true, description: 'The upper end, where it is a range.' })
  headlineMax: number | null;
  @ShownEnum(QuantifierEnum, { nullable: true }) headlineQuantifier: Quantifier | null;
  @ShownEnum(HeadlineByEnum, { nullable: true }) headlineBy: ClaimCard['headlineBy'];
  @Shown(ID, 'string', { nullable: true, description: 'The report that the headline is of.' })
  headlineReportId: string | null;
  @Shown(Int, 'integer', { description: 'Pairs of reports that cannot both be right.' })
  conflictCount: number;
  @Shown(Int, 'integer', { description: 'Reports in force that deny it.' }) denialCount: number;
  @ShownEnums(AnomalyEnum, { description: 'What is to be looked at, but for what was settled.' })
  anomalies: Anomaly[];
  @Shown(Int, 'integer', { description: 'Anomalies that somebody looked at and let stand.' })
  settledAnomalyCount: number;
  @Shown(Int, 'integer', { description: 'Links that somebody is to look at.' }) openProposals: number;
  @ShownEnum(ReviewStateEnum, { nullable: true }) review: ClaimCard['review'];
  @Shown(String, 'string', { description: 'Where in the log it began.' }) seq: string;
}

export const ClaimCardConnection = connectionType('ClaimCard', ClaimCardType);
export const ClaimCardList = listType('ClaimCard', ClaimCardType);

import { ArgsType } from '@nestjs/graphql';
import { IntersectionType } from '@nestjs/swagger';
import type { ClaimStatus, Measure, Metric, ReportKind } from '#domain';
import type { Queue } from '#query';
import { MeasureEnum, MetricEnum } from '../schema/enums.js';
import { EnumParameter, TextParameter } from '../schema/parameter.js';
import { PageArguments } from '../schema/report.arguments.js';
import { AsOfArgument, AsOfInput } from '../schema/as-of.input.js';
import { ClaimStatusEnum, QueueEnum, ReportKindEnum } from './tracking-enums.js';

@ArgsType()
class ClaimCardFilters extends PageArguments {
  @EnumParameter(ReportKindEnum, 'Claims of figures, statements or claims alone.') kind?: ReportKind;
  @EnumParameter(MetricEnum, 'What is counted.') metric?: Metric;
  @EnumParameter(MeasureEnum, 'STOCK or FLOW.') measure?: Measure;
  @TextParameter('Words of any place of its figures.') place?: string;
  @TextParameter('Words of any of its statements or claims.') subject?: string;
  @EnumParameter(ClaimStatusEnum, 'Claims in this state alone.') status?: ClaimStatus;
  @EnumParameter(QueueEnum, 'What is left to do: conflicts, proposed links, reviews asked for.')
  queue?: Queue;
}

@ArgsType()
export class ClaimCardArguments extends ClaimCardFilters {
  @AsOfArgument() asOf?: AsOfInput;
}

/** REST takes the clocks beside the filters. */
export class ClaimCardParameters extends IntersectionType(ClaimCardFilters, AsOfInput) {}

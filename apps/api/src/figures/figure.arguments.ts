import { ArgsType } from '@nestjs/graphql';
import { IntersectionType } from '@nestjs/swagger';
import type { Measure, Metric } from '#domain';
import { MeasureEnum, MetricEnum } from '../schema/enums.js';
import { EnumParameter, IdParameter, TextParameter } from '../schema/parameter.js';
import { AsOfArgument, AsOfInput } from '../schema/as-of.input.js';
import { ReportArguments } from '../schema/report.arguments.js';

@ArgsType()
class FigureFilters extends ReportArguments {
  @TextParameter(
    'Words of any of its places ("Aleppo" finds "eastern Aleppo"), or a place that one of them lies in, as far as the gazetteer knows ("Syria" finds both).',
  )
  place?: string;
  @EnumParameter(MetricEnum, 'What is counted.') metric?: Metric;
  @EnumParameter(MeasureEnum, 'STOCK or FLOW.') measure?: Measure;
  @IdParameter('Reports of this claim alone.') claimId?: string;
}

@ArgsType()
export class FigureArguments extends FigureFilters {
  @AsOfArgument() asOf?: AsOfInput;
}

/** REST takes the clocks beside the filters. */
export class FigureParameters extends IntersectionType(FigureFilters, AsOfInput) {}

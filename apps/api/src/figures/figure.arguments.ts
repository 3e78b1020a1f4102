import { ArgsType } from '@nestjs/graphql';
import type { Measure, Metric } from '#domain';
import { MeasureEnum, MetricEnum } from '../schema/enums.js';
import { EnumParameter, IdParameter, TextParameter } from '../schema/parameter.js';
import { ReportArguments } from '../schema/report.arguments.js';

@ArgsType()
export class FigureArguments extends ReportArguments {
  @TextParameter(
    'Words of any of its places ("Aleppo" finds "eastern Aleppo"), or a place that one of them lies in, as far as the gazetteer knows ("Syria" finds both).',
  )
  place?: string;
  @EnumParameter(MetricEnum, 'What is counted.') metric?: Metric;
  @EnumParameter(MeasureEnum, 'STOCK or FLOW.') measure?: Measure;
  @IdParameter('Reports of this claim alone.') claimId?: string;
}

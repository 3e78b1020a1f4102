import { ArgsType } from '@nestjs/graphql';
import type { Polarity } from '#domain';
import { PolarityEnum } from '../schema/enums.js';
import { EnumParameter } from '../schema/parameter.js';
import { ReportArguments } from '../schema/report.arguments.js';

@ArgsType()
export class ClaimArguments extends ReportArguments {
  @EnumParameter(PolarityEnum, 'ASSERTED for claims, DENIED for denials.') polarity?: Polarity;
}

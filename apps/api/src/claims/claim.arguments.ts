import { ArgsType } from '@nestjs/graphql';
import { IntersectionType } from '@nestjs/swagger';
import type { Polarity } from '#domain';
import { PolarityEnum } from '../schema/enums.js';
import { EnumParameter } from '../schema/parameter.js';
import { AsOfArgument, AsOfInput } from '../schema/as-of.input.js';
import { ReportArguments } from '../schema/report.arguments.js';

@ArgsType()
class ClaimFilters extends ReportArguments {
  @EnumParameter(PolarityEnum, 'ASSERTED for claims, DENIED for denials.') polarity?: Polarity;
}

@ArgsType()
export class ClaimArguments extends ClaimFilters {
  @AsOfArgument() asOf?: AsOfInput;
}

/** REST takes the clocks beside the filters. */
export class ClaimParameters extends IntersectionType(ClaimFilters, AsOfInput) {}

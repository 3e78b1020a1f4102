import { ArgsType } from '@nestjs/graphql';
import { IntersectionType } from '@nestjs/swagger';
import type { SpeechAct, StatementForm } from '#domain';
import { SpeechActEnum, StatementFormEnum } from '../schema/enums.js';
import { EnumParameter } from '../schema/parameter.js';
import { AsOfArgument, AsOfInput } from '../schema/as-of.input.js';
import { ReportArguments } from '../schema/report.arguments.js';

@ArgsType()
class StatementFilters extends ReportArguments {
  @EnumParameter(StatementFormEnum, 'Verbatim, reported or mixed.') form?: StatementForm;
  @EnumParameter(SpeechActEnum, 'What the speaker does by saying it.') act?: SpeechAct;
}

@ArgsType()
export class StatementArguments extends StatementFilters {
  @AsOfArgument() asOf?: AsOfInput;
}

/** REST takes the clocks beside the filters. */
export class StatementParameters extends IntersectionType(StatementFilters, AsOfInput) {}

import { ArgsType } from '@nestjs/graphql';
import type { SpeechAct, StatementForm } from '#domain';
import { SpeechActEnum, StatementFormEnum } from '../schema/enums.js';
import { EnumParameter } from '../schema/parameter.js';
import { ReportArguments } from '../schema/report.arguments.js';

@ArgsType()
export class StatementArguments extends ReportArguments {
  @EnumParameter(StatementFormEnum, 'Verbatim, reported or mixed.') form?: StatementForm;
  @EnumParameter(SpeechActEnum, 'What the speaker does by saying it.') act?: SpeechAct;
}

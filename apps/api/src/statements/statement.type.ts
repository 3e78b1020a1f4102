import { ObjectType } from '@nestjs/graphql';
import type { AttributionMode, Polarity, SpeechAct, StatementForm } from '#domain';
import type { StatementView } from '#query';
import { AttributionModeEnum, PolarityEnum, SpeechActEnum, StatementFormEnum } from '../schema/enums.js';
import { connectionType, listType } from '../schema/page.type.js';
import { ReportType } from '../schema/report.type.js';
import { Shown, ShownEnum, ShownList, ShownObject } from '../schema/shown.js';
import { TextSpanType } from '../schema/text-span.type.js';

@ObjectType('Statement', { description: 'Something a source said or wrote.' })
export class StatementType extends ReportType implements StatementView {
  @ShownEnum(StatementFormEnum) form: StatementForm;
  @ShownEnum(SpeechActEnum) act: SpeechAct;
  @ShownEnum(PolarityEnum) polarity: Polarity;
  @ShownEnum(AttributionModeEnum) attributionMode: AttributionMode;
  @ShownList(() => TextSpanType, { description: 'The pieces of a split quotation.' }) pieces: TextSpanType[];
  @ShownObject(() => TextSpanType, { nullable: true, description: 'The word that ties it to the speaker.' })
  cue: TextSpanType | null;
  @Shown(String, 'string', { nullable: true, description: 'The day it was said, where the text tells.' })
  utteredOn: string | null;
}

export const StatementConnection = connectionType('Statement', StatementType);
export const StatementList = listType('Statement', StatementType);

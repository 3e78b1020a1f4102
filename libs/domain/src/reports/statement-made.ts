import { Type } from 'class-transformer';
import { IsArray, IsIn, IsISO8601, IsOptional, ValidateNested } from 'class-validator';
import { TextSpan } from '../text-span.js';
import {
  ATTRIBUTION_MODES,
  POLARITIES,
  SPEECH_ACTS,
  STATEMENT_FORMS,
  type AttributionMode,
  type Polarity,
  type SpeechAct,
  type StatementForm,
} from '../vocabulary.js';
import { Report } from './report.js';

/** Something a source said or wrote, verbatim or reported. The speaker is the last link of the attribution that is not relayed. */
export class StatementMade extends Report {
  @IsIn(STATEMENT_FORMS) form: StatementForm;
  @IsIn(SPEECH_ACTS) act: SpeechAct;
  @IsIn(POLARITIES) polarity: Polarity;
  @IsIn(ATTRIBUTION_MODES) attributionMode: AttributionMode;
  /** The pieces of a split quotation; one piece where it is whole. */
  @IsArray() @ValidateNested({ each: true }) @Type(() => TextSpan) pieces: TextSpan[];
  @IsOptional() @ValidateNested() @Type(() => TextSpan) cue: TextSpan | null;
  /** The day it was said, where the text tells. */
  @IsOptional() @IsISO8601({ strict: true }) utteredOn: string | null;
}

import { Type } from 'class-transformer';
import { IsIn, ValidateNested } from 'class-validator';
import { TextSpan } from '../text-span.js';
import { CUE_KINDS, type CueKind } from '../vocabulary.js';

/** Words that the reader went by. */
export class ReportCue {
  @IsIn(CUE_KINDS) kind: CueKind;
  @ValidateNested() @Type(() => TextSpan) span: TextSpan;
}

import { Type } from 'class-transformer';
import { IsIn, IsNotEmpty, IsOptional, IsString, ValidateNested } from 'class-validator';
import { TextSpan } from '../text-span.js';
import { SOURCE_KINDS, type SourceKind } from '../vocabulary.js';

/**
 * One link of the chain a report came through: publisher first, origin last.
 * `name` is the fullest name known in the article ("Jan Egeland"), `span` where the words stand ("He").
 */
export class AttributionLink {
  @IsString() @IsNotEmpty() name: string;
  @IsOptional() @IsString() role: string | null;
  @IsIn(SOURCE_KINDS) kind: SourceKind;
  /** The verb or phrase that ties the words to this source: "said", "according to", "publishes". */
  @IsString() verb: string;
  @IsOptional() @ValidateNested() @Type(() => TextSpan) span: TextSpan | null;
}

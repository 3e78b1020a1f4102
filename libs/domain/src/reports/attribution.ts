import { Type } from 'class-transformer';
import { IsIn, IsNotEmpty, IsOptional, IsString, ValidateNested } from 'class-validator';
import { TextSpan } from '../text-span.js';
import { SOURCE_KINDS, type SourceKind } from '../vocabulary.js';

/**
 * One link of the chain a report came through: publisher first, origin last.
 * `name` is the fullest name known in the article ("Marta Ruiz"), `span` where the words stand ("He").
 */
export class AttributionLink {
  @IsString() @IsNotEmpty() name: string;
  @IsOptional() @IsString() role: string | null;
  @IsIn(SOURCE_KINDS) kind: SourceKind;
  /** The verb or phrase that ties the words to this source: "said", "according to", "publishes". */
  @IsString() verb: string;
  @IsOptional() @ValidateNested() @Type(() => TextSpan) span: TextSpan | null;
}

/** Who says it in the article: the first link that is not the publisher; null in the reporter's own voice. */
export const speakerOf = (attribution: readonly AttributionLink[]): AttributionLink | null =>
  attribution.find((link) => link.kind !== 'publisher') ?? null;

/** Where it comes from at last: one origin printed by fifteen outlets is still one. Null where nobody is named at all. */
export const originOf = (attribution: readonly AttributionLink[]): AttributionLink | null =>
  attribution.at(-1) ?? null;

import { Type } from 'class-transformer';
import { IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, ValidateNested } from 'class-validator';
import { TextSpan } from '../text-span.js';
import { ATTRIBUTION_MODES, POLARITIES, type AttributionMode, type Polarity } from '../vocabulary.js';
import { Report } from './report.js';

/** A proposition reported on someone's word. A denial is a claim with polarity `denied`. */
export class ClaimRecorded extends Report {
  @IsIn(POLARITIES) polarity: Polarity;
  /** What is claimed, or what is denied, in the article's words. */
  @IsString() @IsNotEmpty() proposition: string;
  @IsIn(ATTRIBUTION_MODES) attributionMode: AttributionMode;
  /** The word that distances the reporter from it: "reportedly", "appeared". */
  @IsOptional() @IsString() hedge: string | null;
  @IsOptional() @ValidateNested() @Type(() => TextSpan) cue: TextSpan | null;
  /** For a denial: the report of the same article that it answers; null where the text does not say. */
  @IsOptional() @IsUUID() answers: string | null;
}

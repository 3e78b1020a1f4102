import { Type } from 'class-transformer';
import {
  IsArray,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Min,
  ValidateNested,
} from 'class-validator';
import { SaltedData } from '../salted-data.js';
import { TextSpan } from '../text-span.js';
import { AttributionLink } from './attribution.js';
import { ReportCue } from './report-cue.js';

/** What every mention in an article has: its identity, where it stands, through whom it came, and how it was read. */
export abstract class Report extends SaltedData {
  /** Derived from article, revision, span and kind: reading the same text again gives the same id. */
  @IsUUID() reportId: string;
  @IsUUID() articleId: string;
  @IsInt() @Min(1) revision: number;
  @ValidateNested() @Type(() => TextSpan) quote: TextSpan;
  @ValidateNested() @Type(() => TextSpan) sentence: TextSpan;
  @IsArray() @ValidateNested({ each: true }) @Type(() => AttributionLink) attribution: AttributionLink[];
  /** The named rule that read it. */
  @IsString() @IsNotEmpty() rule: string;
  /** The words that the rule went by; absent in events that were recorded before there were cues. */
  @IsOptional() @IsArray() @ValidateNested({ each: true }) @Type(() => ReportCue) cues?: ReportCue[];
}

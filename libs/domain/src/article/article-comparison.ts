import { Type } from 'class-transformer';
import {
  Allow,
  IsBoolean,
  IsArray,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  MENTION_CHANGES,
  REPORT_KINDS,
  REVISION_EXTENTS,
  type MentionChange,
  type ReportKind,
  type RevisionExtent,
} from '../vocabulary.js';
import { Decision } from '../claim/claim-events.js';
import { SaltedData } from '../salted-data.js';

export class ChangedField {
  @IsString() field: string;
  @Allow() from: unknown;
  @Allow() to: unknown;
}

/** One figure, statement or claim that a new text of an article gives otherwise, gives for the first time, or no longer gives. */
export class ReportChange {
  @IsIn(REPORT_KINDS) kind: ReportKind;
  @IsIn(MENTION_CHANGES) change: MentionChange;
  /** The report of the text before; null where it appeared. */
  @IsOptional() @IsUUID() previousReportId: string | null;
  /** The report of the new text; null where it disappeared. */
  @IsOptional() @IsUUID() reportId: string | null;
  /** Which fields changed ("value"), with both values as the reports have them. */
  @IsArray() @ValidateNested({ each: true }) @Type(() => ChangedField) fields: ChangedField[];
}

/** A new text of an article was compared with the one before. */
export class ArticleRevisionCompared extends SaltedData {
  @IsUUID() articleId: string;
  @IsInt() @Min(2) revision: number;
  /** How much changed: trivial (spaces, punctuation, boilerplate), headline, body. */
  @IsIn(REVISION_EXTENTS) extent: RevisionExtent;
  /** Share of words that both texts have, 0 to 1. */
  @IsNumber() @Min(0) @Max(1) similarity: number;
  /** Whether the article says nowhere that it was changed ("correction", "updated"). */
  @IsBoolean() stealth: boolean;
  @IsArray() @ValidateNested({ each: true }) @Type(() => ReportChange) changes: ReportChange[];
}

/** An article is no printing of the wire story after all. */
export class ArticleUnclustered extends Decision {
  @IsUUID() articleId: string;
  @IsUUID() clusterId: string;
}

import { Type } from 'class-transformer';
import {
  Allow,
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import { CORRECTION_KINDS, type CorrectionKind } from '../vocabulary.js';
import { SaltedData } from '../salted-data.js';

/** One field of a report before and after a correction; the values are as the report's event has them. */
export class FieldChange {
  @IsString() @IsNotEmpty() field: string;
  @Allow() from: unknown;
  @Allow() to: unknown;
}

abstract class ReportDecision extends SaltedData {
  @IsUUID() reportId: string;
  @IsUUID() articleId: string;
  @IsString() @IsNotEmpty() reason: string;
}

/** Some fields of a report are other than it says: it was read wrongly, printed wrongly, or given wrongly by its source. */
export class ReportCorrected extends ReportDecision {
  @IsIn(CORRECTION_KINDS) kind: CorrectionKind;
  @IsArray() @ArrayNotEmpty() @ValidateNested({ each: true }) @Type(() => FieldChange) changes: FieldChange[];
  /** Where it can be seen: an address, a document. */
  @IsOptional() @IsString() evidence: string | null;
}

/** A report is no longer to be relied on; it stays in the record. */
export class ReportRetracted extends ReportDecision {
  @IsIn(CORRECTION_KINDS) kind: CorrectionKind;
}

/** A person looked at a report and found it right. */
export class ReportConfirmed extends ReportDecision {}

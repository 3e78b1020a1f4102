import { IsIn, IsInt, IsNotEmpty, IsString, IsUUID, Min } from 'class-validator';
import { FIELD_VERDICTS, REVIEW_VERDICTS, type FieldVerdict, type ReviewVerdict } from '../vocabulary.js';
import { SaltedData } from '../salted-data.js';

/** A remark on one field of a report: what is right or wrong about it. */
export class FieldCommented extends SaltedData {
  @IsUUID() reportId: string;
  @IsUUID() articleId: string;
  /** The name of the field as events have it: "value", "attribution". */
  @IsString() @IsNotEmpty() field: string;
  @IsIn(FIELD_VERDICTS) verdict: FieldVerdict;
  @IsString() @IsNotEmpty() comment: string;
}

/** Somebody is to look at a claim. */
export class ReviewRequested extends SaltedData {
  @IsUUID() claimId: string;
  @IsString() @IsNotEmpty() reason: string;
}

/** Somebody looked at a claim. */
export class ReviewGiven extends SaltedData {
  @IsUUID() claimId: string;
  @IsIn(REVIEW_VERDICTS) verdict: ReviewVerdict;
  @IsString() @IsNotEmpty() reason: string;
}

/** A claim as it stood at `seenSeq` is vouched for. What reaches it later shows as signed off but changed. */
export class ClaimSignedOff extends SaltedData {
  @IsUUID() claimId: string;
  /** The head of the log that the person who signed had seen. */
  @IsInt() @Min(1) seenSeq: number;
  @IsString() @IsNotEmpty() reason: string;
}

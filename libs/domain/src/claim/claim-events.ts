import {
  ArrayMinSize,
  IsArray,
  IsNotEmpty,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  Min,
} from 'class-validator';

/** Who decided, and why: a linker with its version, or a person. */
abstract class ClaimDecision {
  @IsString() @IsNotEmpty() decidedBy: string;
  @IsArray() @IsString({ each: true }) reasons: string[];
}

/** A report was decided to speak of a claim. */
export class ReportLinked extends ClaimDecision {
  @IsUUID() claimId: string;
  @IsUUID() reportId: string;
  @IsOptional() @IsNumber() @Min(0) @Max(1) score: number | null;
}

/** An earlier link was undone. */
export class ReportUnlinked extends ClaimDecision {
  @IsUUID() claimId: string;
  @IsUUID() reportId: string;
}

/** Two claims were found to be one; `mergedClaimId` lives on as `claimId`. */
export class ClaimsMerged extends ClaimDecision {
  @IsUUID() claimId: string;
  @IsUUID() mergedClaimId: string;
}

/** Some reports of a claim were found to speak of another. */
export class ClaimSplit extends ClaimDecision {
  @IsUUID() claimId: string;
  @IsUUID() newClaimId: string;
  @IsArray() @ArrayMinSize(1) @IsUUID(undefined, { each: true }) reportIds: string[];
}

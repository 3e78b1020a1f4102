import { Type } from 'class-transformer';
import {
  ArrayMinSize,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { SaltedData } from '../salted-data.js';
import { ANOMALIES, FIGURE_ROLES, type Anomaly, type FigureRole } from '../vocabulary.js';

/**
 * Who decided, and why: a process with its version ("figure-linker/1.0.0"), or a person. What a person says of a report is erased
 * with its article, so it is salted.
 */
export abstract class Decision extends SaltedData {
  @IsString() @IsNotEmpty() decidedBy: string;
  @IsArray() @IsString({ each: true }) reasons: string[];
}

/** What the gazetteer knew of a figure's place when it was linked, in ids: which place it is, and where that lies. */
export class KnownPlace {
  /** Null where the words name a part that has no id of its own ("the rebel-held part of Westhaven"). */
  @IsOptional() @IsString() @IsNotEmpty() id: string | null;
  /** The places it lies in, the nearest first. */
  @IsArray() @IsString({ each: true }) within: string[];
}

/** A report was decided to speak of a claim. */
export class ReportLinked extends Decision {
  @IsUUID() claimId: string;
  @IsUUID() reportId: string;
  @IsOptional() @IsNumber() @Min(0) @Max(1) score: number | null;
  /** Of a figure; null where its place is not known, or whoever decided says nothing of it. */
  @IsOptional() @ValidateNested() @Type(() => KnownPlace) place: KnownPlace | null;
}

/** An earlier link was undone. */
export class ReportUnlinked extends Decision {
  @IsUUID() claimId: string;
  @IsUUID() reportId: string;
}

/** A link that is too uncertain to be made by a process: somebody is to look. It is accepted by a `ReportLinked` of the same two. */
export class ReportLinkProposed extends Decision {
  @IsUUID() claimId: string;
  @IsUUID() reportId: string;
  @IsNumber() @Min(0) @Max(1) score: number;
}

/** A proposed link was looked at and not made. */
export class ReportLinkDeclined extends Decision {
  @IsUUID() claimId: string;
  @IsUUID() reportId: string;
}

/** Somebody looked at an anomaly of a report, found against another, and lets both stand. */
export class AnomalySettled extends Decision {
  @IsUUID() claimId: string;
  @IsUUID() reportId: string;
  @IsIn(ANOMALIES) anomaly: Anomaly;
  @IsUUID() againstReportId: string;
}

/** Two claims were found to be one; `mergedClaimId` lives on as `claimId`. */
export class ClaimsMerged extends Decision {
  @IsUUID() claimId: string;
  @IsUUID() mergedClaimId: string;
}

/** Some reports of a claim were found to speak of another. */
export class ClaimSplit extends Decision {
  @IsUUID() claimId: string;
  @IsUUID() newClaimId: string;
  @IsArray() @ArrayMinSize(1) @IsUUID(undefined, { each: true }) reportIds: string[];
}

/**
 * The figure to show for a claim, or one to keep as evidence beside it, with how it was arrived at (IDMC: recommended figure,
 * triangulation, calculation logic).
 */
export class HeadlineFigureRecommended extends Decision {
  @IsUUID() claimId: string;
  @IsUUID() reportId: string;
  @IsIn(FIGURE_ROLES) role: FigureRole;
  /** Where the calculation gives another number than the report; null where it is the report's own. */
  @IsOptional() @IsNumber() value: number | null;
  @IsString() @IsNotEmpty() calculationLogic: string;
}

import { Type } from 'class-transformer';
import { IsIn, IsNotEmpty, IsOptional, IsString, ValidateNested } from 'class-validator';
import { TextSpan } from '../text-span.js';
import { PLACE_ROLES, type PlaceRole } from '../vocabulary.js';

/** A place in the article's own words ("eastern Melbury") with the part it plays for the figure. */
export class ReportedPlace {
  @IsString() @IsNotEmpty() text: string;
  @IsIn(PLACE_ROLES) role: PlaceRole;
  @IsOptional() @ValidateNested() @Type(() => TextSpan) span: TextSpan | null;
}

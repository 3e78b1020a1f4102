import { IsIn, IsISO8601, IsOptional, IsString } from 'class-validator';
import { DATE_ACCURACIES, type DateAccuracy } from '../vocabulary.js';

/** When the figure was true, resolved against the publication date. Dates are YYYY-MM-DD, both ends included, null = open. */
export class Period {
  @IsOptional() @IsISO8601({ strict: true }) start: string | null;
  @IsOptional() @IsISO8601({ strict: true }) end: string | null;
  @IsIn(DATE_ACCURACIES) accuracy: DateAccuracy;
  /** The words it was read from: "since Saturday". */
  @IsString() text: string;
}

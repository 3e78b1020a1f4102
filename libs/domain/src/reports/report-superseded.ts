import { IsArray, IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, Min } from 'class-validator';

/** A later reading of the same text reads a report otherwise, or not at all. The report stays in the log. */
export class ReportSuperseded {
  @IsUUID() reportId: string;
  @IsUUID() articleId: string;
  @IsInt() @Min(1) revision: number;
  /** The report that stands in its place; null where the later reading has none. */
  @IsOptional() @IsUUID() supersededBy: string | null;
  /** The fields that the later reading reads otherwise; empty where it reads nothing there. */
  @IsArray() @IsString({ each: true }) changed: string[];
  @IsString() @IsNotEmpty() extractor: string;
  @IsString() @IsNotEmpty() extractorVersion: string;
}

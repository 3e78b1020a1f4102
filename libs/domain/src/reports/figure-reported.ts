import { Type } from 'class-transformer';
import { IsArray, IsIn, IsISO8601, IsNumber, IsOptional, IsString, ValidateNested } from 'class-validator';
import {
  CAUSES,
  FIGURE_STATUSES,
  IDMC_CATEGORIES,
  IDMC_TERMS,
  MEASURES,
  METRICS,
  QUANTIFIERS,
  UNITS,
  type Cause,
  type FigureStatus,
  type IdmcCategory,
  type IdmcTerm,
  type Measure,
  type Metric,
  type Quantifier,
  type Unit,
} from '../vocabulary.js';
import { Period } from './period.js';
import { ReportedPlace } from './place.js';
import { Report } from './report.js';

/** A number of people, households or homes that an article gives. */
export class FigureReported extends Report {
  @IsIn(METRICS) metric: Metric;
  @IsIn(MEASURES) measure: Measure;
  @IsOptional() @IsIn(IDMC_TERMS) term: IdmcTerm | null;
  @IsOptional() @IsIn(IDMC_CATEGORIES) category: IdmcCategory | null;
  /** Null where the source gave only a vague word: the quantifier then says which. */
  @IsOptional() @IsNumber() value: number | null;
  /** The upper end of a range. */
  @IsOptional() @IsNumber() max: number | null;
  @IsIn(QUANTIFIERS) quantifier: Quantifier;
  @IsIn(UNITS) unit: Unit;
  /** The counted noun as written: "miners and drivers". */
  @IsString() unitText: string;
  /** Who is counted, where that narrows "people": "miners and drivers". */
  @IsOptional() @IsString() population: string | null;
  @IsIn(FIGURE_STATUSES) status: FigureStatus;
  @IsOptional() @IsIn(CAUSES) cause: Cause | null;
  /** Principal place first: where the figure is true, or where people fled from. */
  @IsArray() @ValidateNested({ each: true }) @Type(() => ReportedPlace) places: ReportedPlace[];
  @IsOptional() @ValidateNested() @Type(() => Period) period: Period | null;
  /** For a stock: the date it was true, YYYY-MM-DD. */
  @IsOptional() @IsISO8601({ strict: true }) asOf: string | null;
}

import { Float, ID, ObjectType } from '@nestjs/graphql';
import type {
  Cause,
  DateAccuracy,
  FigureStatus,
  IdmcCategory,
  IdmcTerm,
  Measure,
  Metric,
  Period,
  PlaceRole,
  Quantifier,
  Unit,
} from '#domain';
import type { Place, PlaceKind } from '#gazetteer';
import type { FigureView, LinkedPlace } from '#query';
import {
  CauseEnum,
  DateAccuracyEnum,
  FigureStatusEnum,
  IdmcCategoryEnum,
  IdmcTermEnum,
  MeasureEnum,
  MetricEnum,
  PlaceKindEnum,
  PlaceRoleEnum,
  QuantifierEnum,
  UnitEnum,
} from '../schema/enums.js';
import { connectionType, listType } from '../schema/page.type.js';
import { ReportType } from '../schema/report.type.js';
import { Shown, ShownEnum, ShownList, ShownObject } from '../schema/shown.js';
import { TextSpanType } from '../schema/text-span.type.js';

@ObjectType('PlaceAround', { description: 'A place that another lies in.' })
export class PlaceAroundType {
  @Shown(ID, 'string') id: string;
  @Shown(String, 'string') name: string;
  @ShownEnum(PlaceKindEnum) kind: PlaceKind;
}

@ObjectType('Place', { description: 'A place of the gazetteer.' })
export class PlaceType implements Place {
  @Shown(ID, 'string') id: string;
  @Shown(String, 'string') name: string;
  @ShownEnum(PlaceKindEnum) kind: PlaceKind;
  @Shown(String, 'string', { nullable: true, description: 'ISO 3166-1 alpha-2.' }) country: string | null;
  @ShownList(() => PlaceAroundType, { description: 'Where it lies, the nearest first.' })
  containedIn: PlaceAroundType[];
}

@ObjectType('ReportedPlace', { description: "A place in the article's own words." })
export class ReportedPlaceType implements LinkedPlace {
  @Shown(String, 'string') text: string;
  @ShownEnum(PlaceRoleEnum) role: PlaceRole;
  @ShownObject(() => TextSpanType, { nullable: true }) span: TextSpanType | null;
  @ShownObject(() => PlaceType, {
    nullable: true,
    description:
      'The place that the words stand for: "eastern Aleppo" is in Aleppo. Null where the gazetteer has none.',
  })
  place: PlaceType | null;
}

@ObjectType('Period', {
  description: 'When the figure was true. Dates are YYYY-MM-DD, both included; null = open.',
})
export class PeriodType implements Period {
  @Shown(String, 'string', { nullable: true }) start: string | null;
  @Shown(String, 'string', { nullable: true }) end: string | null;
  @ShownEnum(DateAccuracyEnum) accuracy: DateAccuracy;
  @Shown(String, 'string', { description: 'The words it was read from.' }) text: string;
}

@ObjectType('Figure', { description: 'A number of people, households or homes that an article gives.' })
export class FigureType extends ReportType implements FigureView {
  @ShownEnum(MetricEnum) metric: Metric;
  @ShownEnum(MeasureEnum) measure: Measure;
  @ShownEnum(IdmcTermEnum, { nullable: true }) term: IdmcTerm | null;
  @ShownEnum(IdmcCategoryEnum, { nullable: true }) category: IdmcCategory | null;
  @Shown(Float, 'number', { nullable: true, description: 'Null where the source gave only a vague word.' })
  value: number | null;
  @Shown(Float, 'number', { nullable: true, description: 'Upper end of a range.' }) max: number | null;
  @ShownEnum(QuantifierEnum) quantifier: Quantifier;
  @ShownEnum(UnitEnum) unit: Unit;
  @Shown(String, 'string', { description: 'The counted noun as written.' }) unitText: string;
  @Shown(String, 'string', { nullable: true }) population: string | null;
  @ShownEnum(FigureStatusEnum) status: FigureStatus;
  @ShownEnum(CauseEnum, { nullable: true }) cause: Cause | null;
  @Shown(String, 'string', { nullable: true, description: 'The principal place.' }) place: string | null;
  @ShownList(() => ReportedPlaceType) places: ReportedPlaceType[];
  @ShownObject(() => PeriodType, { nullable: true }) period: PeriodType | null;
  @Shown(String, 'string', { nullable: true, description: 'For a stock: the day it was true.' }) asOf:
    string | null;
  @Shown(Boolean, 'boolean', {
    description: 'Whether people corrected it: it is shown as they did, its words as they stand printed.',
  })
  corrected: boolean;
}

export const FigureConnection = connectionType('Figure', FigureType);
export const FigureList = listType('Figure', FigureType);

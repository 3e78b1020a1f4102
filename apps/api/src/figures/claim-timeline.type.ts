import { Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Measure, Metric } from '#domain';
import type { ClaimTimeline } from '#query';
import { MeasureEnum, MetricEnum } from '../schema/enums.js';
import { Shown, ShownEnum, ShownList } from '../schema/shown.js';
import { FigureType } from './figure.type.js';

@ObjectType('ClaimTimeline', {
  description: 'One claim of a figure with every report of it, oldest assertion first.',
})
export class ClaimTimelineType implements ClaimTimeline {
  @Shown(ID, 'string') id: string;
  @ShownEnum(MetricEnum) metric: Metric;
  @ShownEnum(MeasureEnum) measure: Measure;
  @Shown(String, 'string') unitFamily: string;
  @Shown(String, 'string', { nullable: true }) population: string | null;
  @Shown(String, 'string', { nullable: true }) cause: string | null;
  @Shown(String, 'string', { nullable: true }) place: string | null;
  @Shown(String, 'string', { nullable: true, description: 'For a flow: the day it is counted from.' })
  periodStart: string | null;
  @Shown(Int, 'integer', { description: 'How often it was printed.' }) reportCount: number;
  @Shown(Int, 'integer', { description: 'How many sources it comes from.' }) originCount: number;
  @Shown(Float, 'number', { nullable: true }) lowest: number | null;
  @Shown(Float, 'number', { nullable: true }) highest: number | null;
  @Shown(Float, 'number', { nullable: true, description: 'The value last asserted.' }) latest: number | null;
  @ShownList(() => FigureType) reports: FigureType[];
}

import { Int, ObjectType } from '@nestjs/graphql';
import type { Measure, Metric, Relation } from '#domain';
import type { OutletOverview, PlaceFigures, PlaceOverview, RelationCount } from '#query';
import { PlaceType } from '../figures/figure.type.js';
import { MeasureEnum, MetricEnum } from '../schema/enums.js';
import { Shown, ShownEnum, ShownList, ShownObject } from '../schema/shown.js';
import { ClaimCardType } from './claim-card.type.js';
import { RelationEnum } from './tracking-enums.js';

@ObjectType('PlaceFigures', { description: 'The latest claims of one metric at a place.' })
export class PlaceFiguresType implements PlaceFigures {
  @ShownEnum(MetricEnum) metric: Metric;
  @ShownEnum(MeasureEnum) measure: Measure;
  @Shown(Int, 'integer') claimCount: number;
  @ShownList(() => ClaimCardType, { description: 'Those of which something was said last, latest first.' })
  claims: ClaimCardType[];
}

@ObjectType('PlaceOverview', { description: 'What is known of a place and of what lies in it.' })
export class PlaceOverviewType implements PlaceOverview {
  @ShownObject(() => PlaceType, { nullable: true, description: 'The place that the words stand for.' })
  place: PlaceType | null;
  @ShownList(() => PlaceFiguresType) figures: PlaceFiguresType[];
  @Shown(Boolean, 'boolean', {
    description:
      'False where clocks are turned back and more than 1,000 claims were at the place: those reported of last are counted and shown.',
  })
  complete: boolean;
}

@ObjectType('RelationCount')
export class RelationCountType implements RelationCount {
  @ShownEnum(RelationEnum) relation: Relation;
  @Shown(Int, 'integer') count: number;
}

@ObjectType('OutletOverview', { description: "What an outlet's reports come to beside those of others." })
export class OutletOverviewType implements OutletOverview {
  @Shown(String, 'string') outlet: string;
  @Shown(Int, 'integer') articleCount: number;
  @Shown(Int, 'integer', { description: 'Of the newest text of each article, as it was read last.' })
  reportCount: number;
  @Shown(Int, 'integer', { description: 'Those of them that were linked to a claim.' }) linkedCount: number;
  @ShownList(() => RelationCountType, { description: 'How often one of these was the first, repeated ...' })
  relations: RelationCountType[];
  @Shown(Int, 'integer', {
    description: 'Reports of any text corrected because the outlet had printed them wrongly.',
  })
  correctedCount: number;
  @Shown(Int, 'integer', {
    description: 'Reports of any text retracted, or of articles that were withdrawn.',
  })
  retractedCount: number;
  @Shown(Int, 'integer', {
    description: 'What later texts of its articles changed: reports that appeared, disappeared or differ.',
  })
  revisedCount: number;
  @Shown(Boolean, 'boolean', {
    description:
      'False where clocks are turned back and it reported of more than 1,000 claims: relations are counted of those it reported of last.',
  })
  complete: boolean;
}

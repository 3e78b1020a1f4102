import { ArgsType, Field, ID } from '@nestjs/graphql';
import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsString } from 'class-validator';
import type { Queue } from '#query';
import { FlagParameter, IdParameter, RequiredTextParameter, TextParameter } from '../schema/parameter.js';
import { PageArguments } from '../schema/report.arguments.js';
import { ClockedPageArguments } from '../schema/clocked-page.arguments.js';
import { AsOfArgument, AsOfInput } from '../schema/as-of.input.js';
import { QueueEnum } from './tracking-enums.js';

@ArgsType()
class ChangeFilters extends PageArguments {
  @TextParameter(
    'The seq of an event or a time: what came later is listed; or a day: what came from its midnight on, UTC.',
  )
  since?: string;
  @IdParameter('Changes of this claim alone.') claimId?: string;
}

@ArgsType()
class QueueFilters extends PageArguments {
  @Field(() => QueueEnum, { description: 'What is left to do.' })
  @ApiProperty({ enum: Object.values(QueueEnum), description: 'What is left to do.' })
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? (QueueEnum[value.toUpperCase()] ?? value) : value,
  )
  @IsIn(Object.values(QueueEnum))
  queue: Queue;
  @FlagParameter('Of anomalies: also those that somebody settled.') includeSettled?: boolean;
}

@ArgsType()
class DossierFilters extends PageArguments {
  @RequiredTextParameter('A name in any spelling, or the id of a speaker or entity.') speaker: string;
  @TextParameter('Words of what was said, or of the sentence around it.') subject?: string;
}

@ArgsType()
class PlaceFilters {
  @RequiredTextParameter('Words of the place: "Aleppo".') place: string;
}

@ArgsType()
class OutletFilters {
  @RequiredTextParameter('The name of the outlet.') outlet: string;
}

@ArgsType()
export class ChangeArguments extends ChangeFilters {
  @AsOfArgument() asOf?: AsOfInput;
}

@ArgsType()
export class QueueArguments extends QueueFilters {
  @AsOfArgument() asOf?: AsOfInput;
}

@ArgsType()
export class DossierArguments extends DossierFilters {
  @AsOfArgument() asOf?: AsOfInput;
}

@ArgsType()
export class PlaceArguments extends PlaceFilters {
  @AsOfArgument() asOf?: AsOfInput;
}

@ArgsType()
export class OutletArguments extends OutletFilters {
  @AsOfArgument() asOf?: AsOfInput;
}

@ArgsType()
export class TimelineArguments extends ClockedPageArguments {
  @Field(() => ID) @IsString() id: string;
}

@ArgsType()
class WireClusterFilters extends PageArguments {
  @IdParameter('The story that this article prints alone.') articleId?: string;
}

@ArgsType()
export class WireClusterArguments extends WireClusterFilters {
  @AsOfArgument() asOf?: AsOfInput;
}

/** REST takes the clocks beside the filters. */
export class ChangeParameters extends IntersectionType(ChangeFilters, AsOfInput) {}
export class QueueParameters extends IntersectionType(QueueFilters, AsOfInput) {}
export class DossierParameters extends IntersectionType(DossierFilters, AsOfInput) {}
export class PlaceParameters extends IntersectionType(PlaceFilters, AsOfInput) {}
export class WireClusterParameters extends IntersectionType(WireClusterFilters, AsOfInput) {}
export class OutletParameters extends IntersectionType(OutletFilters, AsOfInput) {}

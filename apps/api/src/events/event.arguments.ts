import { ArgsType } from '@nestjs/graphql';
import { EVENT_TYPES, type EventType } from '#domain';
import { IsIn, IsOptional } from 'class-validator';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Field } from '@nestjs/graphql';
import { PageArguments } from '../schema/report.arguments.js';

const TYPES = Object.keys(EVENT_TYPES) as EventType[];

@ArgsType()
export class EventArguments extends PageArguments {
  @Field(() => String, { nullable: true, description: 'Events of this type alone.' })
  @ApiPropertyOptional({ enum: TYPES, description: 'Events of this type alone.' })
  @IsOptional()
  @IsIn(TYPES)
  type?: EventType;
}

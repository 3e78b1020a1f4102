import { ArgsType } from '@nestjs/graphql';
import { EVENT_TYPES, type EventType } from '#domain';
import { IsIn, IsOptional, Length, Matches } from 'class-validator';
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

  @Field(() => String, {
    nullable: true,
    description: 'Events of streams of this category alone: "article" of "article-1".',
  })
  @ApiPropertyOptional({ description: 'Events of streams of this category alone: "article" of "article-1".' })
  @IsOptional()
  @Matches(/^[^-\0]{1,200}$/, { message: 'category must be 1 to 200 characters without a hyphen' })
  category?: string;

  @Field(() => String, { nullable: true, description: 'Events with this correlation id alone.' })
  @ApiPropertyOptional({ description: 'Events with this correlation id alone.' })
  @IsOptional()
  @Length(1, 200)
  @Matches(/^[^\0]*$/, { message: 'correlation must not hold a NUL character' })
  correlation?: string;
}

/** What a page of events is asked by, in the words of the log. */
export const toEventFilter = ({ type, category, correlation, ...page }: EventArguments) => ({
  ...page,
  types: type ? [type] : undefined,
  categories: category ? [category] : undefined,
  correlationId: correlation,
});

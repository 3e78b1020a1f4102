import { applyDecorators } from '@nestjs/common';
import { Field, Int } from '@nestjs/graphql';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IsStorableText } from '#domain';
import { MAX_PAGE } from '#query';
import type { EnumObject } from './enums.js';

const MAX_PARAMETER_LENGTH = 500;

/** Filters that GraphQL takes as arguments and REST as query parameters: declared once, checked alike. */
export const TextParameter = (description: string): PropertyDecorator =>
  applyDecorators(
    Field(() => String, { nullable: true, description }),
    ApiPropertyOptional({ type: String, description }),
    IsOptional(),
    IsString(),
    IsNotEmpty(),
    MaxLength(MAX_PARAMETER_LENGTH),
    IsStorableText(),
  );

export const RequiredTextParameter = (description: string): PropertyDecorator =>
  applyDecorators(
    Field(() => String, { description }),
    ApiProperty({ type: String, description }),
    IsString(),
    IsNotEmpty(),
    MaxLength(MAX_PARAMETER_LENGTH),
    IsStorableText(),
  );

export const IdParameter = (description: string): PropertyDecorator =>
  applyDecorators(
    Field(() => String, { nullable: true, description }),
    ApiPropertyOptional({ type: String, format: 'uuid', description }),
    IsOptional(),
    IsUUID(),
  );

/** REST may spell the value either way: displaced or DISPLACED. */
export const EnumParameter = (values: EnumObject, description: string): PropertyDecorator =>
  applyDecorators(
    Field(() => values, { nullable: true, description }),
    ApiPropertyOptional({ enum: Object.values(values), description }),
    IsOptional(),
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? (values[value.toUpperCase()] ?? value) : value,
    ),
    IsIn(Object.values(values)),
  );

export const FlagParameter = (description: string): PropertyDecorator =>
  applyDecorators(
    Field(() => Boolean, { nullable: true, description }),
    ApiPropertyOptional({ type: Boolean, description }),
    IsOptional(),
    Transform(({ value }: { value: unknown }) =>
      value === 'true' ? true : value === 'false' ? false : value,
    ),
    IsBoolean(),
  );

export const PageSizeParameter = (): PropertyDecorator =>
  applyDecorators(
    Field(() => Int, { nullable: true, description: `How many; 50 unless told, ${MAX_PAGE} at most.` }),
    ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: MAX_PAGE, default: 50 }),
    IsOptional(),
    Type(() => Number),
    IsInt(),
    Min(1),
    Max(MAX_PAGE),
  );

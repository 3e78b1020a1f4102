import { applyDecorators, type Type } from '@nestjs/common';
import { Field, Float, Int } from '@nestjs/graphql';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type as OfType } from 'class-transformer';
import {
  Allow,
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { IsStorableText } from '#domain';
import { JsonScalar } from '../events/json.scalar.js';
import type { EnumObject } from '../schema/enums.js';

const MAX_TEXT = 2_000;
const MAX_LIST = 1_000;

interface GivenOptions {
  readonly optional?: true;
}

/** Fields of what is decided: GraphQL inputs and REST bodies from one declaration, checked alike. */
const given = (
  type: () => unknown,
  openApi: object,
  description: string,
  { optional }: GivenOptions,
  checks: readonly PropertyDecorator[],
): PropertyDecorator =>
  applyDecorators(
    Field(type as never, { description, nullable: optional === true }),
    ApiProperty({ ...openApi, description, required: optional !== true }),
    ...(optional ? [IsOptional()] : []),
    ...checks,
  );

export const GivenText = (description: string, options: GivenOptions = {}): PropertyDecorator =>
  given(() => String, { type: String, maxLength: MAX_TEXT }, description, options, [
    IsString(),
    IsNotEmpty(),
    MaxLength(MAX_TEXT),
    IsStorableText(),
  ]);

export const GivenId = (description: string, options: GivenOptions = {}): PropertyDecorator =>
  given(() => String, { type: String, format: 'uuid' }, description, options, [IsUUID()]);

export const GivenIds = (description: string): PropertyDecorator =>
  given(() => [String], { type: [String], format: 'uuid' }, description, {}, [
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(MAX_LIST),
    IsUUID(undefined, { each: true }),
  ]);

/** REST may spell the value either way: extraction or EXTRACTION. */
export const GivenEnum = (values: EnumObject, description: string): PropertyDecorator =>
  given(() => values, { enum: Object.values(values) }, description, {}, [
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? (values[value.toUpperCase()] ?? value) : value,
    ),
    IsIn(Object.values(values)),
  ]);

export const GivenCount = (description: string, options: GivenOptions = {}): PropertyDecorator =>
  given(() => Int, { type: 'integer', minimum: 0 }, description, options, [IsInt(), Min(0)]);

/** A position in the log may pass what GraphQL's Int can hold. */
export const GivenSeq = (description: string): PropertyDecorator =>
  given(() => Float, { type: 'integer', minimum: 1 }, description, { optional: true }, [IsInt(), Min(1)]);

export const GivenNumber = (description: string): PropertyDecorator =>
  given(() => Float, { type: Number }, description, { optional: true }, [IsNumber()]);

export const GivenFlag = (description: string): PropertyDecorator =>
  given(() => Boolean, { type: Boolean }, description, { optional: true }, [IsBoolean()]);

export const GivenJson = (description: string, options: GivenOptions = {}): PropertyDecorator =>
  applyDecorators(
    // GraphQL takes null as a value of a field that need not be given; whether it is given is checked here.
    Field(() => JsonScalar, { description, nullable: true }),
    ApiProperty({ description, required: options.optional !== true, nullable: true, type: Object }),
    options.optional ? Allow() : IsGiven(),
  );

export const GivenList = (item: () => Type, description: string): PropertyDecorator =>
  given(() => [item()], { type: item, isArray: true }, description, {}, [
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(MAX_LIST),
    ValidateNested({ each: true }),
    OfType(item),
  ]);

const IsGiven = (): PropertyDecorator =>
  ValidateBy({
    name: 'isGiven',
    validator: { validate: (value: unknown) => value !== undefined, defaultMessage: () => 'must be given' },
  });

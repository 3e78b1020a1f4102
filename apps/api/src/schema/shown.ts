import { applyDecorators, type Type } from '@nestjs/common';
import { Field, type GqlTypeReference } from '@nestjs/graphql';
import { ApiProperty } from '@nestjs/swagger';
import type { EnumObject } from './enums.js';

interface ShownOptions {
  readonly description?: string;
  readonly nullable?: boolean;
}

type Scalar = typeof String | typeof Boolean;

/** A field that GraphQL and OpenAPI show alike: one declaration, so that names and nullability cannot drift apart. */
export const Shown = (
  type: Scalar | GqlTypeReference,
  openApi: string,
  options: ShownOptions = {},
): PropertyDecorator => both(() => type as GqlTypeReference, { type: openApi }, options);

export const ShownEnum = (values: EnumObject, options: ShownOptions = {}): PropertyDecorator =>
  both(() => values, { enum: Object.values(values) }, options);

export const ShownEnums = (values: EnumObject, options: ShownOptions = {}): PropertyDecorator =>
  both(() => [values], { enum: Object.values(values), isArray: true }, options);

export const ShownStrings = (options: ShownOptions = {}): PropertyDecorator =>
  both(() => [String], { type: 'string', isArray: true }, options);

export const ShownObject = (type: () => Type, options: ShownOptions = {}): PropertyDecorator =>
  both(type, { type }, options);

export const ShownList = (type: () => Type, options: ShownOptions = {}): PropertyDecorator =>
  both(() => [type()], { type, isArray: true }, options);

/** A list of texts. */
export const ShownTexts = (description?: string): PropertyDecorator =>
  both(() => [String], { type: String, isArray: true }, { description });

function both(
  type: () => GqlTypeReference | [GqlTypeReference],
  openApi: object,
  options: ShownOptions,
): PropertyDecorator {
  const { description, nullable = false } = options;
  return applyDecorators(
    Field(type, { description, nullable }),
    ApiProperty({ ...openApi, description, nullable }),
  );
}

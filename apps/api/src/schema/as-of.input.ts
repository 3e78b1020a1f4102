import { applyDecorators } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import type { AsOfRequest } from '#query';
import { TextParameter } from './parameter.js';

@InputType('AsOf', {
  description: 'What was known when: each clock turned back alone or with the others.',
})
export class AsOfInput implements AsOfRequest {
  @TextParameter('As the record stood: a day (to its end, UTC), an RFC 3339 time, or the seq of an event.')
  recordedBy?: string;
  @TextParameter('What had been published or uttered by then: a day or a time.') assertedBy?: string;
  @TextParameter('What speaks of this day: YYYY-MM-DD.') validOn?: string;
}

/** Takes the clocks, which REST has beside the filters, out of them. */
export function splitAsOf<T extends AsOfInput>(
  parameters: T,
): { readonly filter: Omit<T, keyof AsOfInput>; readonly asOf: AsOfRequest } {
  const { recordedBy, assertedBy, validOn, ...filter } = parameters;
  return { filter, asOf: { recordedBy, assertedBy, validOn } };
}

/** How resolvers declare the argument `asOf` beside an id. */
export const AS_OF = { type: () => AsOfInput, nullable: true } as const;

/** The same as a field of the arguments of a list. */
export const AsOfArgument = (): PropertyDecorator =>
  applyDecorators(
    Field(() => AsOfInput, { nullable: true }),
    IsOptional(),
    ValidateNested(),
    Type(() => AsOfInput),
  );

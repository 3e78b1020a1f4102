import { IsNotEmpty, IsOptional, IsString, MaxLength, ValidateBy } from 'class-validator';
import { IsStorableText } from '#domain';
import { isCalendarDate } from './calendar-date.js';

const MAX_FIELD_LENGTH = 2_000;

/** YYYY-MM-DD or an RFC 3339 time, of a day that exists. */
export const IsPublicationDate = (): PropertyDecorator =>
  ValidateBy({
    name: 'isPublicationDate',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && isCalendarDate(value),
      defaultMessage: () => 'must be a date that exists: YYYY-MM-DD or an RFC 3339 time',
    },
  });

/** A line of text that may be left out, such as a title. */
export const OptionalLine = (): PropertyDecorator => (target, property) => {
  const checks = [IsOptional(), IsString(), IsNotEmpty(), MaxLength(MAX_FIELD_LENGTH), IsStorableText()];
  for (const check of checks) check(target, property);
};

import { IsNotEmpty, IsOptional, IsString, MaxLength, ValidateBy } from 'class-validator';
import { isCalendarDate } from './calendar-date.js';

const MAX_FIELD_LENGTH = 2_000;

/** PostgreSQL refuses NUL in text, and a lone surrogate has no UTF-8 form: either would break spans or hashes. */
export const IsStorableText = (): PropertyDecorator =>
  ValidateBy({
    name: 'isStorableText',
    validator: {
      validate: (value: unknown) => typeof value !== 'string' || unstorableCharacter(value) === null,
      defaultMessage: (args) => unstorableCharacter(args?.value as string) ?? '',
    },
  });

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

function unstorableCharacter(text: string): string | null {
  const nul = text.indexOf('\u0000');
  if (nul >= 0) return `has a NUL character at offset ${nul}; remove it`;
  const lone = /\p{Surrogate}/u.exec(text);
  return lone ? `has a lone surrogate at offset ${lone.index}; it is not valid Unicode` : null;
}

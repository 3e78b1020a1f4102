import { ValidateBy } from 'class-validator';

/** PostgreSQL refuses NUL in text, and a lone surrogate has no UTF-8 form: either would break spans or hashes. */
export const IsStorableText = (): PropertyDecorator =>
  ValidateBy({
    name: 'isStorableText',
    validator: {
      validate: (value: unknown) => typeof value !== 'string' || unstorableCharacter(value) === null,
      defaultMessage: (args) => unstorableCharacter(args?.value as string) ?? '',
    },
  });

function unstorableCharacter(text: string): string | null {
  const nul = text.indexOf('\u0000');
  if (nul >= 0) return `has a NUL character at offset ${nul}; remove it`;
  const lone = /\p{Surrogate}/u.exec(text);
  return lone ? `has a lone surrogate at offset ${lone.index}; it is not valid Unicode` : null;
}

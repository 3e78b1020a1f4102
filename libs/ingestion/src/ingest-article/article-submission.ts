import { plainToInstance } from 'class-transformer';
import {
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUrl,
  MaxLength,
  registerDecorator,
  validateSync,
  type ValidationOptions,
} from 'class-validator';
import { describeProblems, InvalidFields } from '#domain';
import { isCalendarDate } from './calendar-date.js';

/** Longest article in UTF-16 code units: a book chapter, well past any news article. */
export const MAX_ARTICLE_LENGTH = 1_000_000;
const MAX_FIELD_LENGTH = 2_000;

/** PostgreSQL refuses NUL in text, and a lone surrogate has no UTF-8 form: either would break spans or hashes. */
function IsStorableText(options?: ValidationOptions): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'isStorableText',
      target: target.constructor,
      propertyName: property as string,
      options,
      validator: {
        validate: (value: unknown) => typeof value !== 'string' || unstorableCharacter(value) === null,
        defaultMessage: (args) => `${args?.property} ${unstorableCharacter(args?.value as string)}`,
      },
    });
}

function IsPublicationDate(): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'isPublicationDate',
      target: target.constructor,
      propertyName: property as string,
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isCalendarDate(value),
        defaultMessage: (args) =>
          `${args?.property} must be a date that exists: YYYY-MM-DD or an RFC 3339 time`,
      },
    });
}

function unstorableCharacter(text: string): string | null {
  const nul = text.indexOf('\u0000');
  if (nul >= 0) return `has a NUL character at offset ${nul}; remove it`;
  const lone = /\p{Surrogate}/u.exec(text);
  return lone ? `has a lone surrogate at offset ${lone.index}; it is not valid Unicode` : null;
}

/** An article as it is handed in. Only `text` is required. */
export class ArticleSubmission {
  /** The caller's own name for the article; the same id again is the same article. */
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(MAX_FIELD_LENGTH) @IsStorableText() id?: string | null;
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  @MaxLength(MAX_FIELD_LENGTH)
  url?: string | null;
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(MAX_FIELD_LENGTH) @IsStorableText() outlet?:
    string | null;
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(MAX_FIELD_LENGTH) @IsStorableText() title?:
    string | null;
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(MAX_FIELD_LENGTH) @IsStorableText() byline?:
    string | null;
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(35) language?: string | null;
  @IsOptional() @IsPublicationDate() publishedAt?: string | null;
  @IsStorableText()
  @MaxLength(MAX_ARTICLE_LENGTH, {
    message: `text is longer than ${MAX_ARTICLE_LENGTH.toLocaleString('en')} characters; split it`,
  })
  @IsNotEmpty({ message: 'text is missing or empty; it is the article itself' })
  @IsString()
  text: string;
}

/**
 * Checks a submission that came from outside.
 * @throws {InvalidFields} naming each field that is wrong, among them fields that do not exist
 */
export function parseSubmission(body: unknown): ArticleSubmission {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new InvalidFields('article', { body: 'must be a JSON object with at least "text"' });
  }
  const submission = plainToInstance(ArticleSubmission, body);
  const problems = validateSync(submission, {
    whitelist: true,
    forbidNonWhitelisted: true,
    stopAtFirstError: true,
  });
  if (problems.length > 0) throw new InvalidFields('article', describeProblems(problems));
  if (submission.text.trim() === '') throw new InvalidFields('article', { text: 'has no words' });
  return submission;
}

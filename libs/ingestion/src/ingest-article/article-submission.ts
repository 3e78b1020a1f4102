import { plainToInstance } from 'class-transformer';
import { IsNotEmpty, IsOptional, IsString, IsUrl, validateSync } from 'class-validator';
import { CodePointIndex, describeProblems, InvalidFields, IsStorableText } from '#domain';
import { IsPublicationDate, OptionalLine } from './text-checks.js';

const WEB_ADDRESS = { protocols: ['http', 'https'], require_protocol: true, require_tld: false };

/** An article as it is handed in. Only `text` is required. */
export class ArticleSubmission {
  /** The caller's own name for the article; the same id again is the same article. */
  @OptionalLine() id?: string | null;
  @OptionalLine() @IsOptional() @IsUrl(WEB_ADDRESS) url?: string | null;
  @OptionalLine() outlet?: string | null;
  @OptionalLine() title?: string | null;
  @OptionalLine() byline?: string | null;
  @OptionalLine() language?: string | null;
  @IsOptional() @IsPublicationDate() publishedAt?: string | null;
  @IsStorableText()
  @IsNotEmpty({ message: 'is missing or empty; it is the article itself' })
  @IsString({ message: 'is missing or not a string; it is the article itself' })
  text: string;
}

/**
 * Checks a submission that came from outside. `maxCharacters` counts code points.
 * @throws {InvalidFields} naming each field that is wrong, among them fields that do not exist
 */
export function parseSubmission(body: unknown, maxCharacters: number): ArticleSubmission {
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
  if (isLonger(submission.text, maxCharacters)) {
    const limit = maxCharacters.toLocaleString('en');
    throw new InvalidFields('article', { text: `is longer than ${limit} characters; split it` });
  }
  if (submission.text.trim() === '') throw new InvalidFields('article', { text: 'has no words' });
  return submission;
}

/** Counts code points only where the count of UTF-16 units leaves it open. */
function isLonger(text: string, maxCharacters: number): boolean {
  if (text.length <= maxCharacters) return false;
  return new CodePointIndex(text).toCodePoint(text.length) > maxCharacters;
}

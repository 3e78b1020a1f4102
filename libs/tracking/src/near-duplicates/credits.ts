import { foldName } from '#domain';
import { DATELINE } from './boilerplate.js';

/** Lines that say whose text it is. Each gives the name in its first group. */
const CREDIT_LINES: readonly RegExp[] = [
  DATELINE,
  /^(?:source|via|credit|agency)\s*[:–—-]\s*([^.;|]{2,40})\.?$/iu,
  /^[-–—]{1,2}\s?(\p{Lu}[\p{L}\p{N} .&'’-]{1,40})$/u,
  /^\((\p{Lu}[\p{L}\p{N} .&'’-]{1,40})\)$/u,
  /^\(?reporting by [^;]{2,120};\s*(?!\s|(?:editing|writing|additional)\b)([^;.)]{2,40})[.)]?/iu,
  /^\(?reporting by [^;,]{2,60}, (\p{Lu}[\p{L}\p{N} .&'’-]{1,40})[.)]?$/iu,
  /\b(?:first|originally) (?:published|appeared) (?:by|in|on|at) (\p{Lu}[\p{L}\p{N} .&'’-]{1,40}?)(?:[.,|]|$)/iu,
  /^(?:©|copyright(?: ©)?)\s*(?:\d{4})?,?\s*(\p{Lu}[\p{L}\p{N} .&'’-]{1,40}?)(?:[.,|]|$)/iu,
];
const STAFF =
  /\b(?:staff(?: (?:writer|reporter|correspondent))?|correspondents?|reporters?|news agency|newsroom|desk|wire services?)\b/gi;
const MAX_CREDITS = 8;

/** The names that credit lines and datelines give, folded: the text came from one of them, where it is not the outlet itself. */
export const creditLinesOf = (text: string): string[] =>
  distinct(text.split('\n').flatMap((line) => creditsOfLine(line.trim())));

/** The names of a byline, folded: people, and outlets. */
export const bylineNames = (byline: string | null): string[] =>
  distinct((byline ?? '').replace(/^by\b/i, '').split(/[,/|;]|\b(?:via|for|and|of)\b/i));

const creditsOfLine = (line: string): string[] =>
  CREDIT_LINES.map((rule) => rule.exec(line)?.[1]).filter((name) => name !== undefined);

function distinct(names: readonly string[]): string[] {
  const folded = names.map((name) => foldName(name.replace(STAFF, ''))).filter((name) => name !== '');
  return [...new Set(folded)].slice(0, MAX_CREDITS);
}

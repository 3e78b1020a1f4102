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

export interface CreditedText {
  readonly text: string;
  readonly byline: string | null;
}

/**
 * The names that credit lines, datelines and the byline give, folded as names are compared: outlets among them, and people. Whether
 * one is another outlet shows when it is compared with outlets.
 */
export function creditsOf({ text, byline }: CreditedText): string[] {
  const named = text.split('\n').flatMap((line) => creditsOfLine(line.trim()));
  const names = [...named, ...bylineNames(byline ?? '')].map(withoutStaff).filter((name) => name !== '');
  return [...new Set(names)].slice(0, MAX_CREDITS);
}

/** The names of the text alone: those say that it came from elsewhere; a byline may be somebody of the house. */
export const creditLinesOf = (text: string): string[] => creditsOf({ text, byline: null });

const creditsOfLine = (line: string): string[] =>
  CREDIT_LINES.map((rule) => rule.exec(line)?.[1]).filter((name) => name !== undefined);

const bylineNames = (byline: string): string[] =>
  byline.replace(/^by\b/i, '').split(/[,/|;]|\b(?:via|for|and|of)\b/i);

const withoutStaff = (name: string): string => foldName(name.replace(STAFF, ''));

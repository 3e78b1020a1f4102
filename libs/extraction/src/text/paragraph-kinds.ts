import type { ParagraphKind } from './model.js';
import { isSignature } from './signature.js';

interface Surroundings {
  readonly index: number;
  readonly title: string | null;
  readonly firstLine: string | null;
  readonly previous: ParagraphKind | null;
  readonly isLong: boolean;
}

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

/** A line that is a date and little else: "6 April, 2012", "March 9, 2012 | By ...", "2012-04-06 10:30". */
const DATELINE = new RegExp(
  `^(?:(?:published|posted|updated|last updated|date)\\b[: ]*)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}(?:st|nd|rd|th)? ${MONTH}\\.?,? \\d{4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}/\\d{1,2}/\\d{4})(.{0,60})$`,
  'i',
);
const BYLINE =
  /^(?:by|from|story by|written by|reporting by) +\p{Lu}[\p{L}.'’-]+(?:[ ,|&]+(?:and +)?[\p{L}.'’-]+){0,12}$/iu;

/** Site furniture. Each entry is a whole line or a line's start. */
const FURNITURE: readonly RegExp[] = [
  /^\d{1,3} ?min(?:ute)?s? (?:read|listen|watch)\b/i,
  /^(?:leave|post|add|write) a (?:reply|comment)/i,
  /^(?:tags?|category|categories|filed under|topics?|keywords?|related topics) ?:/i,
  /^(?:share|tweet|email|print|pin|like|comments?|reply|subscribe|sign up|log in|sign in|advertisement|newsletter|related(?: (?:articles?|stories|content))?|read more|read also|see also|more on this|follow us|most (?:read|popular)|recommended|trending|skip to .{0,30}|back to top|home|menu|search)\s*(?:[:|»>].{0,120})?$/i,
  /^(?:follow|like|join|find) us on\b/i,
  /^(?:share|tweet|follow) (?:this|on|via)\b.{0,60}$/i,
  /^(?:copyright|©|\(c\) ?\d{4}|all rights reserved|©?\s*\d{4} .{0,60}all rights reserved)/i,
  /^(?:this (?:article|story|post) (?:was|first|originally)|originally published|(?:click|tap) here)\b/i,
  /^(?:sign up|subscribe) (?:for|to)\b.{0,120}$/i,
  /^(?:\d+ )?(?:shares?|comments?|views?)$/i,
];
const PHOTO_CREDIT =
  /(?:\[[^[\]]{2,40}\]|\((?:photo|image|picture|credit|ap photo|getty|reuters|afp)[^()]{0,80}\)|\b(?:photo|image|picture)s?(?: credit)? ?(?:by|:|\/) ?[^.]{2,60}|\/(?:getty images|afp|reuters|ap))\.?$/i;
const TERMINAL = /[.!?…:;,"”»'’)\]]$/;
const MAX_LINE = 160;

/** What a line is for. Statements are read from all but `boilerplate`, `dateline` and `byline`; nothing is ever cut out of the offsets. */
export function kindOfParagraph(line: string, around: Surroundings): ParagraphKind {
  if (around.isLong) return 'body';
  const furniture = line.length <= MAX_LINE ? kindOfFurniture(line) : null;
  if (furniture) return furniture;
  if (isTitle(line, around)) return 'title';
  if (line.length <= 300 && PHOTO_CREDIT.test(line)) return 'caption';
  if (line.length <= 80 && !TERMINAL.test(line) && !/[.!?] /.test(line)) return 'heading';
  return 'body';
}

function kindOfFurniture(line: string): ParagraphKind | null {
  if (FURNITURE.some((pattern) => pattern.test(line))) return 'boilerplate';
  if (DATELINE.test(line)) return 'dateline';
  return BYLINE.test(line) || isSignature(line) ? 'byline' : null;
}

function isTitle(line: string, { index, title, firstLine, previous }: Surroundings): boolean {
  if (title && line.trim() === title.trim()) return true;
  if (line.length > 220) return false;
  if (index === 0)
    return !/[.!?]["”]? +\p{Lu}/u.test(line) && (!/[.!?]["”»]?$/.test(line) || line.length <= 120);
  return index === 1 && previous === 'title' && line === firstLine;
}

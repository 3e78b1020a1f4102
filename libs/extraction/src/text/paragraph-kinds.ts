import { isFurniture } from './furniture.js';
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

const PHOTO_CREDIT =
  /(?:\[[^[\]]{2,40}\]|\((?:photo|image|picture|credit|ap photo|getty|reuters|afp)[^()]{0,80}\)|\b(?:photo|image|picture)s?(?: credit)? ?(?:by|:|\/) ?[^.]{2,60}|\/(?:getty images|afp|reuters|ap))\.?$/i;
const TERMINAL = /[.!?…:;,"”»'’)\]]$/;
const MAX_LINE = 160;

/** What a line is for. Statements are read from all but `boilerplate`, `dateline` and `byline`; nothing is ever cut out of the offsets. */
export function kindOfParagraph(line: string, around: Surroundings): ParagraphKind {
  if (around.isLong) return 'body';
  if (around.title && line.trim() === around.title.trim()) return 'title';
  const furniture = line.length <= MAX_LINE ? kindOfFurniture(line) : null;
  if (furniture) return furniture;
  if (isTitle(line, around)) return 'title';
  if (line.length <= 300 && PHOTO_CREDIT.test(line)) return 'caption';
  if (line.length <= 80 && !TERMINAL.test(line) && !/[.!?] /.test(line)) return 'heading';
  return 'body';
}

function kindOfFurniture(line: string): ParagraphKind | null {
  if (isFurniture(line)) return 'boilerplate';
  if (DATELINE.test(line)) return 'dateline';
  return BYLINE.test(line) || isSignature(line) ? 'byline' : null;
}

function isTitle(line: string, { index, firstLine, previous }: Surroundings): boolean {
  if (line.length > 220) return false;
  if (index === 0)
    return !/[.!?]["”]? +\p{Lu}/u.test(line) && (!/[.!?]["”»]?$/.test(line) || line.length <= 120);
  return index === 1 && previous === 'title' && line === firstLine;
}

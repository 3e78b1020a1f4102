import { readWords, type Word } from '../words/words.js';
import { dayOf, formatDay } from './calendar.js';
import { readDate, type WrittenDate } from './date-words.js';

/** Where a publication date stands: within the first lines, and within the head of a line. */
const LINES = 12;
const LINE_HEAD = 200;
/** A line without these digits holds no day with its year. */
const YEAR = /\d{4}/;
/** Words a dateline may hold beside its date ("By", "Updated", a town, an agency); more make it a sentence of the story. */
const OTHER_WORDS = 6;

/**
 * The publication day that the article's own first lines give: "March 9, 2012 | By ...", "6 April, 2012", "2012-04-06",
 * or "SOMETOWN, Apr 6, 2012 (Agency) - ...". A date without a year is none: nothing tells which year it was.
 */
export function findDateline(text: string): string | null {
  for (const line of firstLines(text)) {
    if (!YEAR.test(line)) continue;
    const words = readWords(line);
    const found = dateOf(words);
    if (found && (isDateline(words, found) || isAgencyLead(words, found))) return isoOf(found.date);
  }
  return null;
}

interface Found {
  readonly at: number;
  readonly date: WrittenDate;
}

function firstLines(text: string): string[] {
  const lines: string[] = [];
  let from = 0;
  while (lines.length < LINES && from < text.length) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    const line = text.slice(from, Math.min(to, from + LINE_HEAD));
    if (line.trim()) lines.push(line);
    from = to + 1;
  }
  return lines;
}

function dateOf(words: readonly Word[]): Found | null {
  for (let at = 0; at < words.length; at += 1) {
    const date = readDate(words, at);
    if (date && date.year !== null && isoOf(date)) return { at, date };
  }
  return null;
}

function isoOf(date: WrittenDate): string | null {
  if (date.year === null || date.month === null || date.day === null) return null;
  const day = dayOf(date.year, date.month, date.day);
  return day === null ? null : formatDay(day);
}

/** The line is the date and little else. */
function isDateline(words: readonly Word[], found: Found): boolean {
  const others = [...words.slice(0, found.at), ...words.slice(found.date.to)].filter(
    (w) => w.kind === 'word',
  );
  return others.length <= OTHER_WORDS;
}

/** A town in capitals, the date, then an agency in brackets or a dash: the story follows on the same line. */
function isAgencyLead(words: readonly Word[], found: Found): boolean {
  const before = words.slice(0, found.at).filter((word) => word.kind === 'word');
  const after = words[found.date.to]?.text ?? '';
  return before.length <= 4 && ['(', '-', '–', '—', ':', '|'].includes(after);
}

import { lowerAt, type Word } from '../words/words.js';
import { formatDay, parseDay, type Day } from './calendar.js';
import { monthDay, monthOf, readDate } from './date-words.js';
import { endOf, liesAhead, turnedAhead } from './ahead.js';
import { readMoment, readYear, runningUnit, type Moment } from './moments.js';
import { readingOf, type Reader, type Reading } from './period-reading.js';
import { ago, pastWindow, windowLength, within } from './time-windows.js';
import { WordList, wordList } from '../words/word-list.js';

/** "since Saturday", "since early May", "since last week": from there to the publication day. */
const since: Reader = (words, at, published) => {
  const begun = headOf(words, at + 1);
  const moment =
    readMoment(words, begun, published, true) ??
    readYear(words, begun, published) ??
    (begun > at + 1 ? runningUnit(words, begun, published) : null) ??
    momentOfBeginning(words, at + 1, published);
  if (moment) return readingOf(moment, moment.start, published, 'since');
  const to = endOfBeginning(words, at + 1);
  return to < 0 ? null : { start: null, end: published, accuracy: 'day', to, rule: 'since' };
};

/** "since the conflict began", "since the start of the siege", "since the last report": nobody says when that was; -1 for anything else. */
function endOfBeginning(words: readonly Word[], from: number): number {
  const head = headOf(words, from);
  if (head > from) return pastNoun(words, head);
  const first = lowerAt(words, from) === 'the' ? from + 1 : from;
  if (/^(?:last|previous|latest)$/.test(lowerAt(words, first)))
    return /^(?:report|update|bulletin|count)$/.test(lowerAt(words, first + 1)) ? first + 2 : -1;
  for (let at = from + 1; at < from + BEGINNING_NOUN && words[at]?.kind === 'word'; at += 1)
    if (BEGAN.at(words, at) && !NOUNS_OF_BEGINNING.at(words, at))
      return /^(?:out|off|up)$/.test(lowerAt(words, at + 1)) ? at + 2 : at + 1;
  return -1;
}

const NOUNS_OF_BEGINNING = wordList(
  'outbreak beginning start onset coup invasion offensive quake earthquake took fell',
);

/** Words between "since" and the verb of beginning. */
const BEGINNING_NOUN = 7;

/** Behind "the siege" or "this crisis"; -1 where no noun stands. */
function pastNoun(words: readonly Word[], at: number): number {
  const noun = /^(?:the|this|that|its|their)$/.test(lowerAt(words, at)) ? at + 1 : at;
  return words[noun]?.kind === 'word' ? noun + 1 : -1;
}

/** Past "the beginning of", "the start of": the first day of what follows. */
function headOf(words: readonly Word[], at: number): number {
  const from = lowerAt(words, at) === 'the' ? at + 1 : at;
  return HEADS.at(words, from) && lowerAt(words, from + 1) === 'of' ? from + 2 : at;
}

const HEADS = new WordList(['beginning', 'start', 'outset', 'onset']);
const BEGAN = wordList(
  'began begun started erupted resumed launched declared struck hit collapsed broke fell took outbreak beginning start onset coup invasion offensive quake earthquake',
);
/** Words between "since" and the date on which something began: "since the offensive began on Monday". */
const BEGINNING_REACH = 9;

/** "since the offensive began on Monday", "since a ceasefire took hold in November": from the day of the beginning. */
function momentOfBeginning(words: readonly Word[], at: number, published: Day | null): Moment | null {
  let begins = false;
  for (let i = at; i < at + BEGINNING_REACH; i += 1) {
    const word = words[i];
    if (!word || word.kind === 'mark' || word.kind === 'number') return null;
    begins ||= BEGAN.holds(word);
    if (!begins || !/^(?:on|in|late|early|last)$/.test(word.lower)) continue;
    const from = word.lower === 'on' || word.lower === 'in' ? i + 1 : i;
    const moment = readMoment(words, from, published, true) ?? readYear(words, from, published);
    if (moment) return moment;
  }
  return null;
}

/** "as of 23 March", "by Monday evening", "until 2014": true at its last day. */
const asOf: Reader = (words, at, published) => {
  const second = lowerAt(words, at + 1);
  if (words[at]?.lower === 'as' && second !== 'of' && second !== 'at') return null;
  const lead = words[at]?.lower === 'as' ? at + 2 : at + 1;
  const from = lead + endOf(words, lead);
  const moment =
    readMoment(words, from, published) ?? (from > lead ? runningUnit(words, from, published) : null);
  if (!moment) return partOfDay(words, at, from, published);
  const meant = liesAhead(words, at) ? turnedAhead(words, from, moment, published) : moment;
  return readingOf(meant, null, meant.end, 'as-of');
};

const PARTS_OF_DAY = wordList('dawn daybreak midday noon nightfall dusk sunset midnight');

/** "by midday", "by the end of the day": of the day of publication, as nobody names another. */
function partOfDay(words: readonly Word[], at: number, from: number, published: Day | null): Reading | null {
  if (lowerAt(words, at) !== 'by' || liesAhead(words, at)) return null;
  const isEnd = from > at + 1 && lowerAt(words, from) === 'the' && lowerAt(words, from + 1) === 'day';
  if (!isEnd && !PARTS_OF_DAY.at(words, from)) return null;
  const to = isEnd ? from + 2 : from + 1;
  return { start: null, end: published, accuracy: 'day', to, rule: 'as-of' };
}

/** "during the day": that of publication. */
const throughDay: Reader = (words, at, published) => {
  if (lowerAt(words, at + 1) !== 'the' || lowerAt(words, at + 2) !== 'day') return null;
  return { start: published, end: published, accuracy: 'day', to: at + 3, rule: 'moment' };
};

const JOINTS = new WordList(['and', 'to', 'until', 'till', 'through', '-', '–']);

/** "between 3 and 9 May", "from 5 to 14 February 2017", "from Monday until Wednesday", "3-9 May". */
const between: Reader = (words, at, published) => {
  const lead = lowerAt(words, at);
  const from = lead === 'between' || lead === 'from' ? at + 1 : at;
  const first = readMoment(words, from, published) ?? monthDay(words, from);
  if (!first || !JOINTS.at(words, first.to)) return null;
  const second = readMoment(words, first.to + 1, published);
  if (!second) return null;
  const start = 'start' in first ? first.start : dayInMonthOf(first.day, second);
  const turned = start !== null && second.end !== null && start > second.end;
  return turned ? spanYears(start, second) : readingOf(second, start, second.end, 'between');
};

/** "between 28 December and 4 January" seen in January: the first date was the year before. */
function spanYears(start: Day, second: Moment): Reading | null {
  const [year = '', month, day] = formatDay(start).split('-');
  const before = parseDay(`${Number(year) - 1}-${month}-${day}`);
  return before !== null && before <= (second.end ?? before)
    ? readingOf(second, before, second.end, 'between')
    : null;
}

function dayInMonthOf(day: number, second: Moment): Day | null {
  if (second.end === null) return null;
  const last = Number(formatDay(second.end).slice(8));
  return second.end - last + day;
}

const LEADS_TO_MOMENT = new WordList(['on', 'in', 'during', 'over', 'late', 'early', 'at']);

/** "on Friday alone", "in early April", "during 2011", "last week", "overnight", "6 June". */
const moment: Reader = (words, at, published) => {
  const lead = lowerAt(words, at);
  const led = LEADS_TO_MOMENT.has(lead);
  const from = led && lead !== 'late' && lead !== 'early' ? at + 1 : at;
  const read = momentBehind(words, lead, from, published);
  if (!read) return null;
  const meant = led && from > at && liesAhead(words, at) ? turnedAhead(words, from, read, published) : read;
  return readingOf(meant, meant.start, meant.end, 'moment');
};

function momentBehind(
  words: readonly Word[],
  lead: string,
  from: number,
  published: Day | null,
): Moment | null {
  const inMonth = lead === 'in' ? monthBeforeCount(words, from, published) : null;
  const read = inMonth ?? readMoment(words, from, published);
  return read ?? (lead === 'in' || lead === 'during' ? readYear(words, from, published) : null);
}

/** "In February 29 people died": behind "in" a month has no day, so the number counts something. */
function monthBeforeCount(words: readonly Word[], at: number, published: Day | null): Moment | null {
  const date = monthOf(words[at]) === null ? null : readDate(words, at);
  if (!date || date.day === null || date.year !== null) return null;
  return readMoment(words.slice(0, at + 1), at, published);
}

const ORDER = ['first', 'second', 'third', 'fourth'];

/** "in the first week of June", "over the second half of May", "in the first three weeks of January": days of that month. */
const headOfMonth: Reader = (words, at, published) => {
  const from = lowerAt(words, at + 1) === 'the' ? at + 2 : at + 1;
  const place = lowerAt(words, from) === 'last' ? -1 : ORDER.indexOf(lowerAt(words, from));
  if (place < 0 && lowerAt(words, from) !== 'last') return null;
  const { count, to } = windowLength(words, from + 1);
  const days = daysOf(lowerAt(words, to), count);
  const month = days > 0 && lowerAt(words, to + 1) === 'of' ? readMoment(words, to + 2, published) : null;
  if (month?.accuracy !== 'month' || month.start === null || month.end === null) return null;
  const [start, end] = partOf(month.start, month.end, place, days);
  return readingOf({ ...month, accuracy: 'week' }, start, end, 'moment');
};

/** Half a month, so many weeks or days; 0 for any other unit. */
function daysOf(unit: string, count: number | null): number {
  if (unit === 'half') return 15;
  return /^(?:days?|weeks?)$/.test(unit) ? (count ?? 0) * (unit.startsWith('week') ? 7 : 1) : 0;
}

/** The `place`th stretch of so many days from the first, -1 the last one; the second half ends with the month. */
function partOf(first: Day, last: Day, place: number, length: number): [Day, Day] {
  if (place < 0) return [Math.max(first, last - length + 1), last];
  const start = Math.min(last, first + place * length);
  return [start, length === 15 && place > 0 ? last : Math.min(last, start + length - 1)];
}

/** "over the weekend", "the weekend": the last Saturday and Sunday that had begun by the publication. */
const weekend: Reader = (words, at, published) => {
  const from = LEADS_TO_MOMENT.at(words, at) ? at + 1 : at;
  const moment = lowerAt(words, from + 1) === 'weekend' ? runningUnit(words, from, published) : null;
  return moment && readingOf(moment, moment.start, moment.end, 'moment');
};

const PREPOSITIONS: ReadonlyMap<string, readonly Reader[]> = new Map([
  ['since', [since]],
  ['as', [asOf]],
  ['by', [asOf]],
  ['until', [asOf]],
  ['till', [asOf]],
  ['between', [between]],
  ['from', [between]],
  ['in', [pastWindow, headOfMonth, moment, within]],
  ['over', [pastWindow, headOfMonth, weekend, moment]],
  ['during', [pastWindow, headOfMonth, weekend, moment, throughDay]],
  ['within', [pastWindow]],
  ['for', [pastWindow]],
]);
const WITHOUT_PREPOSITION: readonly Reader[] = [between, ago, moment, weekend];

/** The time phrase that begins at word `at`, or null. */
export function readPeriod(words: readonly Word[], at: number, published: Day | null): Reading | null {
  for (const read of PREPOSITIONS.get(lowerAt(words, at)) ?? WITHOUT_PREPOSITION) {
    const found = read(words, at, published);
    if (found) return found;
  }
  return null;
}

/** Words a period may begin with; all others are passed by at once. */
export const BEGINS: ReadonlySet<string> = new Set(
  (
    'since as by until till between from in over during within for on the late early earlier later mid last this next ' +
    'previous yesterday today tonight tomorrow overnight a an one two three four five six seven eight nine ten eleven twelve morning afternoon evening night'
  ).split(' '),
);

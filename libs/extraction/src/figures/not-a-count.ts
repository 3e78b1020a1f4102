import { monthOf } from '../dates/index.js';
import { UNIT_WORDS } from '../words/small-numbers.js';
import { isKind, lowerAt, type Word } from '../words/words.js';
import { COUNTED } from './noun-lexicon.js';
import { readPlace } from './read-place.js';
import { WordList, wordList } from '../words/word-list.js';
import { readNumber, type NumberReading } from './read-number.js';

const CURRENCY_SIGN = /^\p{Sc}$/u;
const CURRENCY = wordList(
  'dollar dollars euro euros pound pounds yen yuan rupee rupees lira rouble roubles ruble rubles franc francs peso pesos dinar dinars dirham dirhams riyal riyals shilling shillings naira rand won baht cent cents usd eur gbp',
);
const MEASURE =
  /^(?:%|percent|pc|percentage|km|kms|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|m|cm|mm|ft|feet|foot|inch(?:es)?|yards?|mph|kph|knots?|hectares?|acres?|square|sq|cubic|tonnes?|tons?|kg|kilograms?|kilos?|g|grams?|lit(?:er|re)s?|gallons?|barrels?|degrees?|°|magnitude|watts?|volts?|mw|gw|kwh|hours?|hrs?|hr|minutes?|mins?|min|seconds?|secs?|days?|nights?|weeks?|months?|years?|yrs?|decades?|centuries|am|pm|a\.m\.|p\.m\.|o'clock|gmt|times|per|votes?|points?|goals?|runs?|seats?|pages?|st|nd|rd|th)$/;
const LABELS = new WordList(
  'number no nos chapter page section article phase route highway level category magnitude flight room resolution aged age version part season'.split(
    ' ',
  ),
);

/** Money, shares, distances, times, ages, ordinals, labels and scores: whatever noun may follow, no count of people. */
export function isMeasured(words: readonly Word[], number: NumberReading): boolean {
  return (
    (isCompound(words, number) && !isOdd(words, number)) ||
    hasUnit(words, number.to) ||
    isLabelled(words, number) ||
    isIdiom(words, number)
  );
}

/** "26-year-old", "17th", "170km", "14:28", "1-0", "2/3", "2012-04-06". */
function isCompound(words: readonly Word[], number: NumberReading): boolean {
  const [after, beyond] = [words[number.to], words[number.to + 1]];
  const [before, first] = [words[number.from - 1], words[number.from]];
  const gluedAfter = after !== undefined && !after.spaced && (after.kind === 'word' || isJoint(after.text));
  if (gluedAfter && (after.kind === 'word' ? after.lower !== "'s" : beyond !== undefined && !beyond.spaced))
    return true;
  return (
    before !== undefined &&
    first !== undefined &&
    !first.spaced &&
    (isJoint(before.text) || /^[#.]$/.test(before.text))
  );
}

/** "200,000-odd people" */
function isOdd(words: readonly Word[], { to }: NumberReading): boolean {
  return lowerAt(words, to) === '-' && lowerAt(words, to + 1) === 'odd';
}

function isJoint(text: string): boolean {
  return /^[-–:/.]$/.test(text);
}

function hasUnit(words: readonly Word[], at: number): boolean {
  const next = lowerAt(words, at);
  if (MEASURE.test(next)) return next !== 'm' || !words[at]?.spaced;
  if (next === 'per' || CURRENCY_SIGN.test(next)) return true;
  return CURRENCY.has(next) || CURRENCY.at(words, at + 1);
}

/** "a girl of four", "their son of 12", "the age of five" */
const ONE_OF_AGE = wordList('age ages girl boy child baby toddler man woman son daughter widow pensioner');

/** "aged 24 and 31", "aged between 15 and 49": the ages of those told before. */
const AGED = wordList('aged ages');
const AGE_JOINTS = wordList('and to or , between from - –');
const OF_AGE = wordList('youngest oldest eldest');
const OF_WHOM = wordList('of them whom');
const BEING = wordList('is was are were');
const AGE_REACH = 5;

function isAge(words: readonly Word[], from: number): boolean {
  // "118 children under 5", "people over 75"
  if (/^(?:under|over|below|above)$/.test(lowerAt(words, from - 1)) && isKind(words, from - 2, COUNTED))
    return true;
  for (let at = from - 1; at >= Math.max(0, from - AGE_REACH); at -= 1) {
    const word = words[at];
    if (!word) return false;
    if (AGED.holds(word)) return true;
    // "the youngest of whom is six"
    if (OF_AGE.holds(word)) return BEING.at(words, from - 1);
    if (BEING.holds(word) || OF_WHOM.holds(word)) continue;
    if (word.kind !== 'number' && !AGE_JOINTS.holds(word)) return false;
  }
  return false;
}

const MADE = wordList(
  'built designed meant intended made equipped planned licenced licensed certified approved able enough room space bed beds food rations supplies capacity places',
);
const FITS = wordList('for of to carry hold house accommodate take host shelter feed');
const FITTING = new WordList([
  'a',
  'about',
  'around',
  'up',
  'only',
  'just',
  'some',
  'maximum',
  'the',
  'over',
  'more',
  'than',
]);

/** "a camp built for 15,000", "licensed to carry 190 passengers", "food for 3,000 people": how many would fit, not how many there are. */
function isCapacity(words: readonly Word[], from: number): boolean {
  let at = beforeBound(words, from);
  if (isRoom(words, from, at)) return true;
  if (!FITS.at(words, at)) return false;
  for (let steps = 0; steps < 3 && FITS.at(words, at); steps += 1) at -= 1;
  // "a prison built in 1962 for 600"
  if (words[at]?.kind === 'number' && lowerAt(words, at - 1) === 'in') at -= 2;
  return MADE.at(words, at);
}

/** The word before "up to a maximum". */
function beforeBound(words: readonly Word[], from: number): number {
  let at = from - 1;
  while (at > from - 4 && FITTING.at(words, at)) at -= 1;
  return at;
}

/** "seats 40,000", "can carry 300", "the line carries 1,200 passengers": a verb of room, always or with "can". */
const ROOM = /^(?:seats?|seating|sleeps|accommodates?)$/;
const MAY_HOLD = /^(?:hold|carry|take|fit|host|house|accommodate|shelter|feed|seat|serve|treat|transport)$/;
const RIDERS = wordList(
  'passengers commuters riders travellers travelers customers shoppers visitors tourists',
);
const SERVES = /^(?:carries|takes|transports|serves|handles|welcomes|attracts|draws)$/;

function isRoom(words: readonly Word[], from: number, at: number): boolean {
  const verb = lowerAt(words, at);
  if (ROOM.test(verb)) return true;
  if (SERVES.test(verb)) return [1, 2].some((step) => RIDERS.at(words, from + step));
  return MAY_HOLD.test(verb) && /^(?:can|could)$/.test(lowerAt(words, at - 1));
}

const ADVOCATES = wordList(
  'lawyer lawyers attorney attorneys counsel solicitor solicitors barrister barristers defender defenders spokesman spokeswoman spokesperson spokespeople',
);

/** "a lawyer for two of them": who speaks for them tells nothing of them. */
const isSpokenFor = (words: readonly Word[], { from }: NumberReading): boolean =>
  /^(?:for|of)$/.test(lowerAt(words, from - 1)) && ADVOCATES.at(words, from - 2);

function isLabelled(words: readonly Word[], number: NumberReading): boolean {
  const before = words[number.from - 1];
  if (!before) return false;
  if (isAge(words, number.from) || isCapacity(words, number.from)) return true;
  if (before.lower === 'of' && ONE_OF_AGE.at(words, number.from - 2)) return true;
  if (CURRENCY_SIGN.test(before.text) || /^(?:US|A|C|HK)\$$/.test(before.text)) return true;
  return LABELS.holds(before) || (before.text === '.' && LABELS.at(words, number.from - 2));
}

const AFTER_ONE = new Set(['another', 'day', 'by', 'which', 'that', 'who', 'country', 'side', 'such']);

/** "one of the", "one another", "no one", "one day", "March 3 to": not counts of people. */
function isIdiom(words: readonly Word[], number: NumberReading): boolean {
  if (lowerAt(words, number.from) === 'one' && isOneOfMany(words, number)) return true;
  if (['to', 'in'].includes(lowerAt(words, number.to)) && monthOf(words[number.from - 1]) !== null)
    return true;
  return [isYear, isRatio, isSample, isSpokenFor].some((rule) => rule(words, number));
}

function isOneOfMany(words: readonly Word[], number: NumberReading): boolean {
  const next = lowerAt(words, number.to);
  // "three of them from one family"
  if (next === 'family' && /^(?:of|from)$/.test(lowerAt(words, number.from - 1))) return true;
  if (AFTER_ONE.has(next) || lowerAt(words, number.from - 1) === 'no') return true;
  return next === 'of' && !['them', 'whom'].includes(lowerAt(words, number.to + 1));
}

const SPAN = wordList(
  'minute minutes hour hours day days night nights week weeks month months year years decade decades',
);

/** "21,684 in 36 sites": no ratio is of more than its whole. */
const isMoreThan = (words: readonly Word[], value: number | null, at: number): boolean =>
  (value ?? 0) > (readNumber(words, at)?.value ?? Infinity);

/** "seven in 10", "one in five people": neither a place nor a span of time follows "in". */
function isRatio(words: readonly Word[], { from, to, value }: NumberReading): boolean {
  const isNumber = (at: number) => words[at]?.kind === 'number' || UNIT_WORDS.has(lowerAt(words, at));
  if (lowerAt(words, to) === 'in' && isNumber(to + 1))
    return !isMoreThan(words, value, to + 1) && readPlace(words, to + 1) === null && !SPAN.at(words, to + 2);
  if (lowerAt(words, from - 1) === 'of' && lowerAt(words, from - 2) === 'out') return isNumber(from - 3);
  return lowerAt(words, from - 1) === 'in' && isNumber(from - 2);
}

/** "a survey of 1,200 refugees", "interviews with 40 survivors": those asked. */
function isSample(words: readonly Word[], { from }: NumberReading): boolean {
  const at = ['over', 'than', 'about', 'some', 'nearly'].includes(lowerAt(words, from - 1))
    ? from - 2
    : from - 1;
  if (/^(?:interviewed|surveyed|polled)$/.test(lowerAt(words, at))) return true;
  const link = lowerAt(words, lowerAt(words, at) === 'more' ? at - 1 : at);
  const noun = lowerAt(words, lowerAt(words, at) === 'more' ? at - 2 : at - 1);
  return (
    /^(?:of|with|among)$/.test(link) &&
    /^(?:surveys?|polls?|sample|study|interviews|questionnaire|assessments?|screening|gatherings?|crowds?|rall(?:y|ies))$/.test(
      noun,
    )
  );
}

/** A year beside a preposition: "in 2015", "of 1998". */
function isYear(words: readonly Word[], number: NumberReading): boolean {
  const text = words[number.from]?.text ?? '';
  if (number.to !== number.from + 1 || !/^(?:1[89]|20)\d{2}$/.test(text)) return false;
  const before = lowerAt(words, number.from - 1);
  return (
    ['in', 'of', 'since', 'until', 'by', 'from', 'the', ',', '('].includes(before) ||
    monthOf(words[number.from - 1]) !== null
  );
}

import type { VagueQuantifier } from '#domain';
import { isKind, lowerAt, wordKind, type Word } from '../words/words.js';
import { smallNumber, TEN_WORDS, UNIT_WORDS } from '../words/small-numbers.js';
import {
  MULTIPLIERS,
  SHORT_MULTIPLIERS,
  VAGUE_COUNTS,
  VAGUE_SINGULARS,
  VAGUE_WORDS,
} from './number-lexicon.js';
import { WordList, wordList } from '../words/word-list.js';

/** A number as written. `to` is the index after its last word; `value` is null for a vague word. */
export interface NumberReading {
  readonly from: number;
  readonly to: number;
  readonly value: number | null;
  readonly max: number | null;
  readonly vague: VagueQuantifier | null;
}

interface Amount {
  readonly value: number;
  readonly to: number;
  /** Its last word multiplied it: the multiplier may hold for the lower end of a range too. */
  readonly scale: number;
}

/** The number that begins at word `at`, with the range it opens ("1,500-5,000", "four to 20"); null where none does. */
export function readNumber(words: readonly Word[], at: number): NumberReading | null {
  if (!isKind(words, at, NUMBER)) return null;
  const vague = readVague(words, at);
  if (vague) return vague;
  const first = readAmount(words, at);
  if (!first) return null;
  const second = upperEnd(words, at, first);
  if (!second) return { from: at, to: first.to, value: first.value, max: null, vague: null };
  const value = first.scale === 1 && second.scale > 1 ? first.value * second.scale : first.value;
  if (value >= second.value) return { from: at, to: first.to, value: first.value, max: null, vague: null };
  return { from: at, to: second.to, value: tidy(value), max: second.value, vague: null };
}

const FIRST_WORDS: ReadonlySet<string> = new Set([
  ...['a', 'an', 'half', 'quarter', 'couple', 'dozen', 'hundred', 'thousand'],
  ...[...VAGUE_COUNTS, ...VAGUE_WORDS.keys(), ...UNIT_WORDS.keys(), ...TEN_WORDS.keys()],
]);

/** Most words begin no number: they are passed by after one look. */
export const NUMBER = wordKind((lower) => /^\d/.test(lower) || FIRST_WORDS.has(lower) || lower.includes('-'));

const RANGE_JOINTS = new WordList(['-', '–', '—', 'to', 'or']);

function upperEnd(words: readonly Word[], at: number, first: Amount): Amount | null {
  const joint = words[first.to];
  if (!joint) return null;
  const between = joint.lower === 'and' && words[at - 1]?.lower === 'between';
  if (!between && !RANGE_JOINTS.holds(joint)) return null;
  return readAmount(words, first.to + 1);
}

/** "dozens", "tens of thousands", "several hundred". */
function readVague(words: readonly Word[], at: number): NumberReading | null {
  const word = lowerAt(words, at);
  const few = VAGUE_COUNTS.has(word) ? VAGUE_SINGULARS.get(lowerAt(words, at + 1)) : undefined;
  if (few) return vagueReading(at, at + 2, few);
  const couple = readCouple(words, at);
  if (couple) return couple;
  const kind = VAGUE_WORDS.get(word) ?? joinedVague(word);
  if (!kind) return null;
  const aside = asideEnd(words, at + 1);
  if (aside > 0) return vagueReading(at, aside, kind);
  const of = lowerAt(words, at + 1) === 'of' ? VAGUE_WORDS.get(lowerAt(words, at + 2)) : undefined;
  return of
    ? vagueReading(at, at + 3, VAGUE_PRODUCTS[`${kind} of ${of}`] ?? of)
    : vagueReading(at, at + 1, kind);
}

/** "a couple of hundred", "a couple thousand": as vague as "several hundred". */
function readCouple(words: readonly Word[], at: number): NumberReading | null {
  const couple = lowerAt(words, at) === 'a' ? at + 1 : at;
  if (lowerAt(words, couple) !== 'couple') return null;
  const to = lowerAt(words, couple + 1) === 'of' ? couple + 2 : couple + 1;
  const few = VAGUE_SINGULARS.get(lowerAt(words, to));
  return few ? vagueReading(at, to + 1, few) : null;
}

/** The word behind a number, past the comma that closes its aside. */
export function behindAside(words: readonly Word[], { from, to, vague }: NumberReading): number {
  return vague !== null && lowerAt(words, from + 1) === ',' && lowerAt(words, to) === ',' ? to + 1 : to;
}

const PERHAPS = wordList('perhaps maybe possibly probably');

/** The end of an aside that may raise a vague word: "dozens, perhaps hundreds,", "scores, if not hundreds,"; 0 where none closes. */
function asideEnd(words: readonly Word[], at: number): number {
  if (lowerAt(words, at) !== ',') return 0;
  const raises = lowerAt(words, at + 1) === 'if' && lowerAt(words, at + 2) === 'not' ? at + 3 : at + 2;
  if (raises === at + 2 && !PERHAPS.at(words, at + 1)) return 0;
  const isMore = VAGUE_WORDS.has(lowerAt(words, raises)) || lowerAt(words, raises) === 'more';
  return isMore && lowerAt(words, raises + 1) === ',' ? raises + 1 : 0;
}

const VAGUE_PRODUCTS: Readonly<Record<string, VagueQuantifier>> = {
  'tens of thousands': 'tens_of_thousands',
  'hundreds of thousands': 'hundreds_of_thousands',
};

/** "tens-of-thousands" is one word to the reader of words. */
function joinedVague(word: string): VagueQuantifier | null {
  if (word === 'tens-of-thousands') return 'tens_of_thousands';
  return word === 'hundreds-of-thousands' ? 'hundreds_of_thousands' : null;
}

function vagueReading(from: number, to: number, vague: VagueQuantifier): NumberReading {
  return { from, to, value: null, max: null, vague };
}

function readAmount(words: readonly Word[], at: number): Amount | null {
  const half = readHalf(words, at);
  if (half) return half;
  const digits = words[at]?.kind === 'number' ? readDigits(words, at) : null;
  if (digits) return multiplied(words, digits);
  return readSpelled(words, at) ?? readRound(words, at);
}

/** "some dozen": the multiplier alone. */
function readRound(words: readonly Word[], at: number): Amount | null {
  const scale = MULTIPLIERS.get(lowerAt(words, at));
  if (scale === undefined || lowerAt(words, at - 1) !== 'some') return null;
  return { value: scale, to: at + 1, scale };
}

/** "half a million", "a quarter of a million", "half a dozen". */
function readHalf(words: readonly Word[], at: number): Amount | null {
  const lower = (index: number) => lowerAt(words, index);
  const skip = lower(at) === 'a' ? 1 : 0;
  const share = lower(at + skip) === 'half' ? 0.5 : lower(at + skip) === 'quarter' ? 0.25 : null;
  if (share === null) return null;
  const of = lower(at + skip + 1) === 'of' ? 1 : 0;
  const article = lower(at + skip + 1 + of) === 'a' ? 1 : 0;
  const to = at + skip + 1 + of + article;
  const scale = MULTIPLIERS.get(lower(to));
  return scale && (article || skip) ? { value: share * scale, to: to + 1, scale } : null;
}

/** Digits with separators: "1,234", "1 234", "1.2", "1.234" (three digits after one point group thousands: no count has thousandths). */
function readDigits(words: readonly Word[], at: number): Amount | null {
  const text = words[at]?.text ?? '';
  if (/^\d{1,3}(?:[.,'’]\d{3})+$/.test(text) && !decimalMillions(words, at)) {
    return { value: Number(text.replace(/[.,'’]/g, '')), to: at + 1, scale: 1 };
  }
  // "1,52,133", as lakhs and crores are grouped
  if (/^\d{1,2}(?:,\d{2})+,\d{3}$/.test(text))
    return { value: Number(text.replaceAll(',', '')), to: at + 1, scale: 1 };
  if (/^\d{1,3}$/.test(text)) return spacedGroups(words, at);
  const plain = /^\d{1,15}(?:[.]\d+)?$/.test(text) || /^\d+,\d{1,2}$/.test(text);
  if (plain) return { value: Number(text.replace(',', '.')), to: at + 1, scale: 1 };
  const grouped = /^\d{1,3}(?:,\d{3})+\.\d+$/.test(text);
  return grouped ? { value: Number(text.replaceAll(',', '')), to: at + 1, scale: 1 } : null;
}

/** "1.234 million": here the point is a decimal point. */
function decimalMillions(words: readonly Word[], at: number): boolean {
  return /^\d{1,3}[.]\d{3}$/.test(words[at]?.text ?? '') && scaleAt(words, at + 1) !== undefined;
}

function spacedGroups(words: readonly Word[], at: number): Amount {
  let digits = words[at]?.text ?? '';
  let to = at + 1;
  while (isGroup(words, to)) {
    digits += words[to]?.text ?? '';
    to += 1;
  }
  return { value: Number(digits), to, scale: 1 };
}

function isGroup(words: readonly Word[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  return /^\d{3}$/.test(word?.text ?? '') && word?.start === (before?.end ?? 0) + 1 && before?.text !== '0';
}

function scaleAt(words: readonly Word[], at: number): number | undefined {
  const word = words[at];
  if (!word) return undefined;
  const glued = word.spaced ? undefined : SHORT_MULTIPLIERS.get(word.lower);
  return glued ?? MULTIPLIERS.get(word.lower);
}

function multiplied(words: readonly Word[], amount: Amount): Amount {
  const scale = scaleAt(words, amount.to);
  if (scale === undefined) return amount;
  return { value: tidy(amount.value * scale), to: amount.to + 1, scale };
}

/** "twenty-six", "one hundred and twenty thousand", "two and a half million", "a dozen". */
function readSpelled(words: readonly Word[], at: number): Amount | null {
  let total = 0;
  let group = spelledUnit(words, at);
  if (group === null) return null;
  let to = at + 1;
  let scale = 1;
  for (; to < words.length; to += 1) {
    const multiplier = MULTIPLIERS.get(lowerAt(words, to));
    const step = halfMore(words, to);
    if (multiplier !== undefined) {
      scale = multiplier;
      if (multiplier >= 1_000) [total, group] = [total + group * multiplier, 0];
      else group *= multiplier;
    } else if (step) {
      group += 0.5;
      to += 2;
    } else {
      const more = spelledMore(words, to, group);
      if (!more) break;
      group += more.value;
      to = more.to - 1;
    }
  }
  if (scale === 1 && at + 1 === to && isArticle(words, at)) return null;
  return { value: tidy(total + group), to, scale };
}

function isArticle(words: readonly Word[], at: number): boolean {
  const lower = lowerAt(words, at);
  return lower === 'a' || lower === 'an';
}

/** "and a half" before a multiplier. */
function halfMore(words: readonly Word[], at: number): boolean {
  if (lowerAt(words, at) !== 'and' || lowerAt(words, at + 1) !== 'a' || lowerAt(words, at + 2) !== 'half')
    return false;
  return MULTIPLIERS.has(lowerAt(words, at + 3));
}

function spelledUnit(words: readonly Word[], at: number): number | null {
  const word = words[at];
  if (word?.kind !== 'word') return null;
  if (word.lower.endsWith('-and-a-half')) {
    const whole = smallNumber(word.lower.slice(0, -'-and-a-half'.length));
    return whole === null ? null : whole + 0.5;
  }
  if (word.lower.endsWith('-odd')) return smallNumber(word.lower.slice(0, -'-odd'.length));
  if (isArticle(words, at)) return MULTIPLIERS.has(lowerAt(words, at + 1)) ? 1 : null;
  return smallNumber(word.lower);
}

/** What may go on after "hundred" or "twenty": "[and] six", "[and] twenty-six". */
function spelledMore(
  words: readonly Word[],
  at: number,
  group: number,
): { value: number; to: number } | null {
  const from = lowerAt(words, at) === 'and' ? at + 1 : at;
  const word = lowerAt(words, from);
  const known = UNIT_WORDS.has(word) || TEN_WORDS.has(word) || word.includes('-');
  const value = known ? smallNumber(word) : null;
  if (value === null || group >= 1_000) return null;
  return mayFollow(value, group, from === at) ? { value, to: from + 1 } : null;
}

function mayFollow(value: number, group: number, direct: boolean): boolean {
  if (group === 0) return true;
  return group % 100 === 0 || (direct && group % 10 === 0 && value < 10);
}

/** Takes binary dust off a product: 1.1 * 1e6. */
function tidy(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}

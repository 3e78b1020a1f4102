import { wordKind } from './words.js';

/** English number words and what they stand for. */
export const UNIT_WORDS: ReadonlyMap<string, number> = new Map(
  [
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen',
    'fifteen sixteen seventeen eighteen nineteen',
  ]
    .join(' ')
    .split(' ')
    .map((word, index) => [word, index + 1]),
);

export const TEN_WORDS: ReadonlyMap<string, number> = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, (index + 2) * 10]),
);

const WORDS: ReadonlyMap<string, number> = new Map([['a', 1], ['an', 1], ...UNIT_WORDS, ...TEN_WORDS]);

export const SMALL_NUMBER = wordKind((lower) => smallNumber(lower) !== null);

/** "seven" -> 7, "24" -> 24, "a" -> 1, "twenty-four" -> 24; null for anything else. */
export function smallNumber(lower: string): number | null {
  const code = lower.charCodeAt(0);
  if (code >= 48 && code <= 57) return /^\d{1,4}$/.test(lower) ? Number(lower) : null;
  if (!lower.includes('-')) return WORDS.get(lower) ?? null;
  const [first = '', second = ''] = lower.split('-');
  const ten = TEN_WORDS.get(first);
  const unit = UNIT_WORDS.get(second);
  return ten !== undefined && unit !== undefined && unit < 10 ? ten + unit : null;
}

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

/** "seven" -> 7, "24" -> 24, "a" -> 1, "twenty-four" -> 24; null for anything else. */
export function smallNumber(lower: string): number | null {
  if (lower === 'a' || lower === 'an') return 1;
  if (/^\d{1,4}$/.test(lower)) return Number(lower);
  const [first = '', second] = lower.split('-');
  const ten = TEN_WORDS.get(first);
  if (second === undefined) return ten ?? UNIT_WORDS.get(first) ?? null;
  const unit = UNIT_WORDS.get(second);
  return ten !== undefined && unit !== undefined && unit < 10 ? ten + unit : null;
}

import type { Quantifier } from '#domain';
import { lowerAt, type Word } from '../words/words.js';
import { isTheirOwn } from './bounding-particles.js';
import type { QuantifierRule } from '../rules/aspect-rules.js';
import type { NumberReading } from './read-number.js';

/** Words before a number that bound it, longest first; the quote of the figure begins with them. */
const BEFORE: readonly (readonly [string, Quantifier])[] = [
  ['at the very least', 'at_least'],
  ['at least', 'at_least'],
  ['no fewer than', 'at_least'],
  ['no less than', 'at_least'],
  ['not less than', 'at_least'],
  ['not fewer than', 'at_least'],
  ['a minimum of', 'at_least'],
  ['no more than', 'at_most'],
  ['not more than', 'at_most'],
  ['not over', 'at_most'],
  ['at most', 'at_most'],
  ['a maximum of', 'at_most'],
  ['well over', 'more_than'],
  ['just over', 'more_than'],
  ['more than', 'more_than'],
  ['in excess of', 'more_than'],
  ['upwards of', 'more_than'],
  ['upward of', 'more_than'],
  ['greater than', 'more_than'],
  ['over', 'more_than'],
  ['above', 'more_than'],
  ['beyond', 'more_than'],
  ['past', 'more_than'],
  ['exceeded', 'more_than'],
  ['exceeds', 'more_than'],
  ['exceeding', 'more_than'],
  ['exceed', 'more_than'],
  ['passed', 'more_than'],
  ['passes', 'more_than'],
  ['pass', 'more_than'],
  ['tops', 'more_than'],
  ['surpassed', 'more_than'],
  ['surpassing', 'more_than'],
  ['topped', 'more_than'],
  ['topping', 'more_than'],
  ['fewer than', 'less_than'],
  ['less than', 'less_than'],
  ['just under', 'less_than'],
  ['under', 'less_than'],
  ['below', 'less_than'],
  ['up to', 'up_to'],
  ['as many as', 'up_to'],
  ['as high as', 'up_to'],
  ['close to', 'approximately'],
  ['closer to', 'approximately'],
  ['an estimated', 'approximately'],
  ['estimated', 'approximately'],
  ['approximately', 'approximately'],
  ['about', 'approximately'],
  ['around', 'approximately'],
  ['roughly', 'approximately'],
  ['nearly', 'approximately'],
  ['almost', 'approximately'],
  ['some', 'approximately'],
  ['circa', 'approximately'],
  ['virtually', 'approximately'],
  ['between', 'between'],
];

/** They add to a count given before and do not bound the number: part of the quote all the same. */
const FURTHER = [
  'another',
  'a further',
  'an additional',
  'yet another',
  'further',
  'additional',
  'other',
  'remaining',
];

const AFTER: readonly (readonly [string, Quantifier])[] = [
  ['or more', 'at_least'],
  ['or so', 'approximately'],
  ['or fewer', 'at_most'],
  ['or less', 'at_most'],
  ['+', 'at_least'],
  ['- odd', 'approximately'],
  ['odd', 'approximately'],
];

export interface Bounded {
  readonly quantifier: Quantifier;
  /** Word index at which the figure's own words begin. */
  readonly from: number;
  /** Word index after the number and what bounds it. */
  readonly to: number;
  /** "another", "a further": it adds to a figure before it. */
  readonly further: boolean;
}

interface Phrase {
  readonly words: readonly string[];
  readonly quantifier: Quantifier;
}

/** Phrases by the one word that decides whether they can match at all. */
function byWord(
  table: readonly (readonly [string, Quantifier])[],
  at: 0 | -1,
): ReadonlyMap<string, Phrase[]> {
  const groups = new Map<string, Phrase[]>();
  for (const [text, quantifier] of table) {
    const words = text.split(' ');
    const key = words.at(at) ?? '';
    groups.set(key, [...(groups.get(key) ?? []), { words, quantifier }]);
  }
  return groups;
}

const BEFORE_BY_LAST = byWord(BEFORE, -1);
const AFTER_BY_FIRST = byWord(AFTER, 0);
const FURTHER_BY_LAST = byWord(
  FURTHER.map((text) => [text, 'exact']),
  -1,
);

/** Reads what stands around a number and bounds it. */
export function bound(words: readonly Word[], number: NumberReading): Bounded {
  const outer = further(words, number.from);
  const before = phraseBefore(words, outer, BEFORE_BY_LAST);
  const from = outer - (before?.words.length ?? 0);
  const inner = further(words, from);
  const after = AFTER_BY_FIRST.get(lowerAt(words, number.to))?.find((phrase) =>
    startsAt(words, number.to, phrase),
  );
  return {
    quantifier: quantifierOf(number, before?.quantifier, after?.quantifier ?? oddOf(words, number)),
    from: inner,
    to: number.to + (after?.words.length ?? 0),
    further: inner < from || outer < number.from,
  };
}

/** "forty-odd" is one word. */
function oddOf(words: readonly Word[], { to }: NumberReading): Quantifier | undefined {
  return lowerAt(words, to - 1).endsWith('-odd') ? 'approximately' : undefined;
}

/** The name of the rule that read how exact a count is. */
export function quantifierRule({
  number,
  bounded,
}: {
  readonly number: NumberReading;
  readonly bounded: Bounded;
}): QuantifierRule {
  if (number.vague) return 'quantifier/vague-word';
  if (number.max !== null) return 'quantifier/range';
  if (bounded.quantifier === 'exact') return 'quantifier/plain';
  return bounded.to > number.to || bounded.from === number.from ? 'quantifier/behind' : 'quantifier/before';
}

/** A vague word and a range say themselves how exact they are; a "between" without a range says nothing. */
function quantifierOf(
  number: NumberReading,
  before: Quantifier | undefined,
  after: Quantifier | undefined,
): Quantifier {
  if (number.vague) return number.vague;
  if (number.max !== null) return 'between';
  return (before === 'between' ? undefined : before) ?? after ?? 'exact';
}

function further(words: readonly Word[], end: number): number {
  return end - (phraseBefore(words, end, FURTHER_BY_LAST)?.words.length ?? 0);
}

function phraseBefore(
  words: readonly Word[],
  end: number,
  table: ReadonlyMap<string, readonly Phrase[]>,
): Phrase | undefined {
  const candidates = table.get(lowerAt(words, end - 1));
  if (!candidates || isTheirOwn(words, end - 1)) return undefined;
  return candidates.find((phrase) => startsAt(words, end - phrase.words.length, phrase));
}

function startsAt(words: readonly Word[], at: number, phrase: Phrase): boolean {
  return at >= 0 && phrase.words.every((part, index) => lowerAt(words, at + index) === part);
}

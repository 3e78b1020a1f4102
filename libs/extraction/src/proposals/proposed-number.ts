import type { Quantifier, TextRange } from '#domain';
import type { FigureMention, Mention } from '../extraction.js';
import { causeOf } from '../figures/cause.js';
import { bound } from '../figures/quantifiers.js';
import { readNumber, type NumberReading } from '../figures/read-number.js';
import { rangeOf, readWords } from '../words/words.js';
import { Refused, type ProposedFigure } from './proposal.js';

/** A number of a proposal as our own reader reads it: where it stands and what its sentence says of how exact it is. */
export interface CheckedNumber {
  readonly range: TextRange;
  readonly quantifier: Quantifier;
}

/**
 * The number of a proposed figure, read within its sentence: the "three" of "three million" is no number of its own, and "at least"
 * counts though it was left out of the quote.
 */
export function checkNumber(
  text: string,
  sentence: TextRange,
  quote: TextRange,
  figure: ProposedFigure,
): CheckedNumber | Refused {
  const words = readWords(text, sentence.start, sentence.end);
  const read: NumberReading[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const reading = readNumber(words, at);
    if (!reading) continue;
    at = reading.to - 1;
    const { start, end } = rangeOf(words, reading.from, reading.to);
    if (start < quote.start || end > quote.end) continue;
    read.push(reading);
    if (agrees(reading, figure))
      return { range: { start, end }, quantifier: bound(words, reading).quantifier };
  }
  const found = read.map(({ value, max, vague }) => [vague ?? value, max].filter(Boolean).join('-'));
  return new Refused(
    'number_differs',
    `The answer says ${figure.value ?? figure.quantifier}; its words read ${found.join(', ') || 'no number'}.`,
  );
}

/** A vague word is the figure: its quantifier must be that word, and there is no value. */
function agrees({ value, max, vague }: NumberReading, figure: ProposedFigure): boolean {
  if (vague) return figure.value === null && figure.max === null && figure.quantifier === vague;
  return value === figure.value && max === figure.max;
}

/**
 * What a model is not asked for: the rules' own where they read the number as it does, else what the sentence alone tells (a term
 * and who is counted hang on the words that the rules went by).
 */
export function toldByRules(
  text: string,
  rules: readonly FigureMention[],
  { sentence, attribution }: Mention,
  number: TextRange,
  figure: ProposedFigure,
): Pick<FigureMention, 'term' | 'population' | 'cause'> {
  const same = sameNumber(rules, number).find((one) => readsAlike(one, figure));
  if (same) return { term: same.term, population: same.population, cause: same.cause };
  const words = readWords(text, sentence.start, sentence.end);
  return { term: null, population: null, cause: causeOf(words, attribution) };
}

const sameNumber = (rules: readonly FigureMention[], number: TextRange): FigureMention[] =>
  rules.filter(({ quote }) => quote.start <= number.start && number.end <= quote.end);

const readsAlike = (one: FigureMention, { metric, unit }: ProposedFigure): boolean =>
  one.metric === metric && one.unit === unit;

/** What the rules read in the same words holds against the proposal; where they read nothing it stands alone. */
export function checkMetric(
  rules: readonly FigureMention[],
  number: TextRange,
  figure: ProposedFigure,
): Refused | null {
  const same = sameNumber(rules, number);
  if (same.length === 0 || same.some((one) => readsAlike(one, figure))) return null;
  const read = same.map(({ metric, unit }) => `${metric} (${unit})`).join(', ');
  return new Refused(
    'metric_differs',
    `The answer says ${figure.metric} (${figure.unit}); the rules read ${read} in these words.`,
  );
}

import type { CueKind, TextRange } from '#domain';
import type { PeriodMention } from '../dates/index.js';
import { addCue } from '../cues/cues.js';
import type { CueRange } from '../extraction.js';
import { rangeOf, type Word } from '../words/words.js';
import type { StatusWord } from './figure-status.js';
import type { Counted } from './counted.js';

/** The figures of a sentence with what was found in it. */
interface FigureSentence {
  readonly words: readonly Word[];
  readonly counted: readonly Counted[];
}

/** The words of its own sentence that a figure was read from; places and sources are found elsewhere. */
export function figureCues(
  sentence: FigureSentence,
  figure: Counted,
  period: PeriodMention | null,
  status: StatusWord | null,
): CueRange[] {
  const { words } = sentence;
  const { number, bounded, noun, from } = figure.count;
  const cues: CueRange[] = [];
  const add = (kind: CueKind, first: number, end: number): void => {
    if (first < end) addCue(cues, kind, rangeOf(words, first, end));
  };
  add('quantifier', from, number.from);
  add('number', number.from, number.to);
  add('quantifier', number.to, bounded.to);
  if (noun) add('unit', noun.from, noun.to);
  addCue(cues, 'metric', metricRange(sentence, figure));
  if (status) add('status', status.at, status.at + 1);
  addCue(cues, 'period', period?.range ?? null);
  return cues;
}

/** The word that says what the number counts; null where it stands in another sentence. */
function metricRange({ words, counted }: FigureSentence, figure: Counted): TextRange | null {
  const { at, rule, count } = figure;
  if (at) return isOfSentence(counted, figure) ? rangeOf(words, at.from, at.to) : null;
  if (rule !== 'figure/noun-of-state' && rule !== 'figure/noun-implies') return null;
  const { noun } = count;
  return noun ? rangeOf(words, noun.from, noun.to) : rangeOf(words, count.bounded.to, count.to);
}

/** Parts take their cue over from the total, which a sentence before may have told. */
function isOfSentence(counted: readonly Counted[], { of }: Counted): boolean {
  return of === null || (counted.includes(of) && isOfSentence(counted, of));
}

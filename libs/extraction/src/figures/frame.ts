import type { IdmcTerm, Measure, Metric } from '#domain';
import { WordList, wordList } from '../words/word-list.js';
import type { Word } from '../words/words.js';
import { inCrisis } from './cause.js';
import type { Cue, CueKind } from './cue.js';

/**
 * A predicate told by the classes of its words and not by the words: a verb of need and what is needed ("lack clean water"), a verb of
 * staying and a shelter ("housed in two disused barracks"), a negation and a verb of finding ("has not been heard from").
 */
export interface Frame {
  /** Words that the frame may begin with. */
  readonly begins: WordList;
  /** What must follow, one after the other, each within so many words of the one before. */
  readonly then: readonly (readonly [WordList, number])[];
  readonly cue: Cue;
  /** What the sentence must speak of. */
  readonly sentence?: (words: readonly Word[]) => boolean;
  /** What the word before must be. */
  readonly behind?: (words: readonly Word[], at: number) => boolean;
}

export const cue = (kind: CueKind, metric: Metric, measure: Measure, term: IdmcTerm | null): Cue => ({
  kind,
  metric,
  measure,
  term,
});

export const set = wordList;

const asSet = (words: string | ReadonlySet<string>): WordList =>
  typeof words === 'string' ? set(words) : new WordList(words);

export const frame = (
  tells: Cue,
  begins: string | ReadonlySet<string>,
  ...then: readonly (readonly [string | ReadonlySet<string>, number])[]
): Frame => ({
  cue: tells,
  begins: asSet(begins),
  then: then.map(([words, reach]) => [asSet(words), reach]),
});

export const onlyIn = (sentence: NonNullable<Frame['sentence']>, one: Frame): Frame => ({ ...one, sentence });

/** Only in a sentence that speaks of war, disaster or flight. */
export const inCrisisOnly = (one: Frame): Frame => onlyIn(inCrisis, one);

export const onlyBehind = (behind: NonNullable<Frame['behind']>, one: Frame): Frame => ({ ...one, behind });

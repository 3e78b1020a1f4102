import type { FigureRule } from '../rules/rule-catalogue.js';
import type { Count } from './counts.js';
import type { Cue } from './cue.js';
import type { FoundCue } from './movements.js';

/** What a count counts, by which rule, and where its cue stands (null where it was taken over from another count). */
export interface Counted {
  readonly count: Count;
  readonly cue: Cue;
  readonly at: FoundCue | null;
  readonly rule: FigureRule;
  /** The count it is a part of or adds to. */
  readonly of: Counted | null;
}

/** What is found out of a count. */
export type Resolution = Omit<Counted, 'count'>;

/** What the article told before a sentence. */
export interface Story {
  /** The last figure of a sentence close before: "three of them" are some of those. */
  readonly before: Counted | null;
  /** A disease was named, so that "cases" are people who have it. */
  readonly ofDisease: boolean;
}

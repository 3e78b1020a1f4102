/**
 * A short article in which people, places and events are invented, with all that is said in it, written before it was read. Speakers
 * are the text's words or the name they stand for; of words that came through several, whom they come from.
 */
export interface SpokenArticle {
  readonly name: string;
  readonly text: string;
  /** [speaker, words]: statements and claims; a split one is one line, its cue left out. */
  readonly said: readonly (readonly [string, string])[];
  /** [speaker, a part of the denial's words, a part of the words it answers or null where the article does not give them]. */
  readonly denied: readonly (readonly [string, string, string | null])[];
  /** [speaker, a part of the role or body that stands with the name anywhere in the article]. */
  readonly roles?: readonly (readonly [string, string])[];
}

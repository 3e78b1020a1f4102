import type { TextRange } from '#domain';
import type { Source } from '../extraction.js';

/** What the readers of statements and claims know and a figure needs: on whose word a stretch of text stands. */
export interface SpeechContext {
  /** The attribution that covers the range, nearest source first, origin last; empty in the reporter's own voice. */
  attributionOf(range: TextRange): readonly Source[];
  /** Somebody says that what stands there is not so: "It is not true that 40 people died". */
  isDenied(range: TextRange): boolean;
}

import type { Document } from '../text/document.js';
import { isQuotedAt } from '../text/token-at.js';
import { untrueMatterAt } from './polarity.js';
import type { Utterance } from './utterance.js';

/** What the article itself calls untrue, on nobody's word: "It is not true that 200 people were killed." `said` is what is read so far. */
export function readCalledUntrue(document: Document, said: readonly Utterance[]): Utterance[] {
  const spoken = new Set(said.map(({ sentence }) => sentence));
  return document.sentences
    .filter(
      (sentence) =>
        !spoken.has(sentence.index) &&
        !isQuotedAt(document.tokens, sentence.firstToken) &&
        untrueMatterAt(document.text, sentence) >= 0,
    )
    .map(({ index, start, end }) => ({
      sentence: index,
      pieces: [{ start, end: /[.!]/.test(document.text.charAt(end - 1)) ? end - 1 : end }],
      quoted: false,
      cue: null,
      subject: null,
      mode: 'none',
      after: null,
      rule: 'called-untrue',
    }));
}

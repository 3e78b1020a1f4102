import type { TextRange } from '#domain';
import type { Document, Sentence } from '../text/document.js';
import { isQuotedAt } from '../text/token-at.js';
import { runKind } from '../text/runs.js';
import { pointsBack, UNTRUTH, untrueMatter } from './untruth.js';
import type { Utterance } from './utterance.js';

/** "That is not true." points back to words that the article has in somebody's mouth, and is nobody's there. */
const POINTS = /^(?:it|this|that|these|they)(?: is| was| are| were|['’]s|['’]re) (?!.*\bthat\b)/i;
const MAY_CALL_UNTRUE = runKind(UNTRUTH);
/** Characters of a sentence that may point back. */
const MAX_POINTING = 200;

/**
 * What the article itself calls untrue, on nobody's word: "It is not true that 200 people were killed." "Reports of 12 deaths are
 * false." `said` is what is read so far: whoever says something inside the matter does not say that it is untrue.
 */
export function readCalledUntrue(document: Document, said: readonly Utterance[]): Utterance[] {
  const bySentence = new Map<number, Utterance[]>();
  for (const utterance of said) {
    const list = bySentence.get(utterance.sentence);
    if (list) list.push(utterance);
    else bySentence.set(utterance.sentence, [utterance]);
  }
  return document.sentences
    .filter((sentence) => {
      if ((document.runs.kindsIn(sentence) & MAY_CALL_UNTRUE) === 0) return false;
      const matter = isQuotedAt(document.tokens, sentence.firstToken)
        ? null
        : matterOf(document.text, sentence);
      return matter !== null && (bySentence.get(sentence.index) ?? []).every((one) => isInside(one, matter));
    })
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

function matterOf(text: string, { start, end }: Sentence): TextRange | null {
  const words = text.slice(start, end);
  const head = words.slice(0, MAX_POINTING);
  const matter = POINTS.test(head) || pointsBack(head) ? null : untrueMatter(words);
  return matter && { start: start + matter[0], end: start + matter[1] };
}

/** Nobody says it, or what is said is a part of what is called untrue. */
function isInside({ pieces, subject, cue, rule }: Utterance, { start, end }: TextRange): boolean {
  const isUnnamed = cue !== null && subject?.phrase.first === cue.verb;
  const isPurpose = rule === 'reported-infinitive';
  return isUnnamed || pieces.every((piece) => start < piece.start && (piece.end <= end || isPurpose));
}

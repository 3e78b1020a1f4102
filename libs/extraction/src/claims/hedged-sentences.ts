import type { TextRange } from '#domain';
import type { ClaimMention } from '../extraction.js';
import type { Speech } from '../speech/read-speech.js';
import type { Document, Sentence } from '../text/document.js';

/** Words by which the article itself keeps its distance and names nobody whose word it is. */
const DISTANCE =
  /\b(?:reportedly|allegedly|purportedly|supposedly|(?:is|are|was|were) (?:alleged|reported|rumou?red|said|believed|thought|understood) to|unconfirmed reports)\b/i;
const UNREAD = new Set(['boilerplate', 'byline', 'dateline']);

/** Sentences that a hedge makes claims ("Two nurses were allegedly beaten") and that are on nobody's word. */
export function hedgedSentences(
  { text, sentences, paragraphs }: Document,
  speech: readonly Speech[],
): ClaimMention[] {
  const claims: ClaimMention[] = [];
  const said = new Covered(speech.map(({ content }) => content));
  for (const sentence of sentences) {
    if (UNREAD.has(paragraphs[sentence.paragraph]?.kind ?? '')) continue;
    const found = DISTANCE.exec(text.slice(sentence.start, sentence.end));
    if (!found) continue;
    const start = sentence.start + found.index;
    const hedge = { start, end: start + found[0].length };
    // Whatever somebody said most of the sentence with, holds its middle.
    const middle = Math.floor((sentence.start + sentence.end) / 2);
    if (!said.touches(hedge) && !said.touches({ start: middle, end: middle + 1 }))
      claims.push(claimOf(text, sentence, hedge));
  }
  return claims;
}

/** Ranges of the text, so that asking whether any of them touches another costs the logarithm of how many they are. */
class Covered {
  private readonly starts: number[];
  /** The furthest end of the ranges up to each. */
  private readonly reach: number[];

  constructor(ranges: readonly TextRange[]) {
    const inOrder = ranges.toSorted((a, b) => a.start - b.start);
    this.starts = inOrder.map(({ start }) => start);
    let furthest = 0;
    this.reach = inOrder.map(({ end }) => (furthest = Math.max(furthest, end)));
  }

  touches({ start, end }: TextRange): boolean {
    let [low, high] = [0, this.starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.starts[middle]! < end) low = middle + 1;
      else high = middle;
    }
    return low > 0 && this.reach[low - 1]! > start;
  }
}

function claimOf(text: string, sentence: Sentence, hedge: TextRange): ClaimMention {
  const { start, end } = sentence;
  const words = text.slice(start, end).replace(/[\s.!?]+$/, '');
  const quote = { start, end: start + words.length };
  return {
    quote,
    sentence: { start, end },
    attribution: [],
    rule: 'claim-hedged-sentence',
    cues: [{ kind: 'hedge', range: hedge }],
    polarity: 'asserted',
    proposition: words,
    attributionMode: 'none',
    hedge: text.slice(hedge.start, hedge.end).toLowerCase(),
    cue: null,
    answers: null,
  };
}

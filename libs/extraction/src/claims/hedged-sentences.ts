import type { TextRange } from '#domain';
import type { ClaimMention } from '../extraction.js';
import type { Speech } from '../speech/read-speech.js';
import { cueRange } from '../statements/find-statements.js';
import type { Document, Sentence } from '../text/document.js';
import { firstBehind } from '../text/first-behind.js';
import { runKind } from '../text/runs.js';

/** Words by which the article itself keeps its distance and names nobody whose word it is; of a noun they say less ("the alleged thief"). */
const DISTANCE =
  /(?<!\b(?:the|an?|his|her|its|their) )\b(?:reportedly|allegedly|purportedly|supposedly|(?:is|are|was|were) (?:alleged|reported|rumou?red|said|believed|thought|understood) to|unconfirmed reports)\b/i;
/** What holds none of these is looked at no further. */
const DISTANCING = runKind(
  /reportedly|allegedly|purportedly|supposedly|alleged|reported|rumou?red|said|believed|thought|understood|unconfirmed/i,
);
/** A clause beside the main one: what it keeps at a distance is not the sentence. */
const RELATIVE = /\b(?:who|whom|whose|which|that)\b[^,;:]*$/i;
/** A relative clause begins no further before its verb. */
const LOOKED_AT = 80;
const UNREAD = new Set(['boilerplate', 'byline', 'dateline']);

/** Sentences that a hedge makes claims ("Two nurses were allegedly beaten") and in which nobody says anything. */
export function hedgedSentences(document: Document, speech: readonly Speech[]): ClaimMention[] {
  const { text, runs, sentences, paragraphs } = document;
  const claims: ClaimMention[] = [];
  const said = new Covered(
    speech.flatMap((item) => [item.content, cueRange(document, item)].filter((range) => range !== null)),
  );
  for (const sentence of sentences) {
    if (UNREAD.has(paragraphs[sentence.paragraph]?.kind ?? '')) continue;
    if ((runs.kindsIn(sentence) & DISTANCING) === 0) continue;
    const words = text.slice(sentence.start, sentence.end);
    const found = DISTANCE.exec(words);
    if (!found || said.touches(sentence) || words.trimEnd().endsWith('?')) continue;
    if (RELATIVE.test(words.slice(Math.max(0, found.index - LOOKED_AT), found.index))) continue;
    const start = sentence.start + found.index;
    claims.push(claimOf(text, sentence, { start, end: start + found[0].length }));
  }
  return claims;
}

/** Ranges of the text, so that asking whether any of them touches another costs the logarithm of how many they are. */
class Covered {
  private readonly inOrder: readonly TextRange[];
  /** The furthest end of the ranges up to each. */
  private readonly reach: readonly number[];

  constructor(ranges: readonly TextRange[]) {
    this.inOrder = ranges.toSorted((a, b) => a.start - b.start);
    let furthest = 0;
    this.reach = this.inOrder.map(({ end }) => (furthest = Math.max(furthest, end)));
  }

  touches({ start, end }: TextRange): boolean {
    const before = firstBehind(this.inOrder, end - 1, (range) => range.start);
    return before > 0 && this.reach[before - 1]! > start;
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

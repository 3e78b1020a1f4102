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
  const said = speech.map(({ content }) => content);
  for (const sentence of sentences) {
    if (UNREAD.has(paragraphs[sentence.paragraph]?.kind ?? '')) continue;
    const found = DISTANCE.exec(text.slice(sentence.start, sentence.end));
    if (!found) continue;
    const start = sentence.start + found.index;
    const hedge = { start, end: start + found[0].length };
    if (!said.some((content) => overlaps(content, sentence, hedge)))
      claims.push(claimOf(text, sentence, hedge));
  }
  return claims;
}

/** Somebody is named for the hedged words, or for most of their sentence. */
function overlaps(content: TextRange, sentence: TextRange, hedge: TextRange): boolean {
  if (content.start < hedge.end && hedge.start < content.end) return true;
  const shared = Math.min(content.end, sentence.end) - Math.max(content.start, sentence.start);
  return shared * 2 > sentence.end - sentence.start;
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

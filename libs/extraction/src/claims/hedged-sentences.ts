import type { TextRange } from '#domain';
import type { ClaimMention } from '../extraction.js';
import type { ClaimRule } from '../rules/rule-catalogue.js';
import { SENTENCE_END } from '../speech/content-start.js';
import { mainVerbBehind } from '../speech/main-verb.js';
import { phraseEndingAt } from '../speech/noun-phrase.js';
import type { Speech } from '../speech/read-speech.js';
import { rangeOf } from '../speech/token-range.js';
import { cueRange } from '../statements/find-statements.js';
import { isToldIn, type Document, type Sentence, type Token } from '../text/document.js';
import { firstBehind } from '../text/first-behind.js';
import { lowerAt, posAt, textAt } from '../text/token-at.js';
import { distanceIn, DISTANCING, type Hedge } from './hedges.js';

/** A relative clause begins no more tokens before its hedge. */
const LOOKED_AT = 16;
const RELATIVE = /^(?:who|whom|whose|which|that)$/;
const STOP = /^[,;:–—]$/;

/**
 * Sentences that a hedge makes claims ("Two nurses were allegedly beaten"), or of which it makes a clause one ("Ada Brill, who allegedly
 * took bribes, has left"), where nobody says them.
 */
export function hedgedSentences(document: Document, speech: readonly Speech[]): ClaimMention[] {
  const { text, runs, sentences } = document;
  const claims: ClaimMention[] = [];
  const said = new Covered(
    speech.flatMap((item) => [item.content, cueRange(document, item)].filter((range) => range !== null)),
  );
  for (const sentence of sentences) {
    if (!isToldIn(document, sentence)) continue;
    if ((runs.kindsIn(sentence) & DISTANCING) === 0) continue;
    const words = text.slice(sentence.start, sentence.end);
    const found = distanceIn(words);
    if (!found || words.trimEnd().endsWith('?')) continue;
    const hedge = { ...found, start: sentence.start + found.start, end: sentence.start + found.end };
    const clause = relativeClause(document.tokens, sentence, hedge);
    const quote = clause === undefined ? wholeOf(text, sentence) : clause;
    if (quote && !said.touches(quote))
      claims.push(claimOf(text, sentence, quote, hedge, clause ? 'hedged-clause' : 'hedged-sentence'));
  }
  return claims;
}

/** The relative clause that a hedge stands in, with whom it tells of; null where that is nobody; undefined where it stands in none. */
function relativeClause(
  tokens: readonly Token[],
  sentence: Sentence,
  hedge: TextRange,
): TextRange | null | undefined {
  const at = firstBehind(tokens, hedge.start - 1, ({ start }) => start);
  const floor = Math.max(sentence.firstToken, at - LOOKED_AT);
  let opener = at - 1;
  while (opener >= floor && !RELATIVE.test(lowerAt(tokens, opener))) {
    if (STOP.test(textAt(tokens, opener))) return undefined;
    opener--;
  }
  if (opener < floor) return undefined;
  const isAside = textAt(tokens, opener - 1) === ',';
  const noun = phraseEndingAt(tokens, isAside ? opener - 2 : opener - 1, sentence.firstToken);
  return noun && rangeOf(tokens, noun.first, clauseEnd(tokens, at, sentence, isAside));
}

/** At the next comma; of a clause without one also before the main verb ("soldiers who allegedly looted the camp were arrested"). */
function clauseEnd(
  tokens: readonly Token[],
  hedge: number,
  { endToken }: Sentence,
  isAside: boolean,
): number {
  let end = hedge;
  while (end < endToken && !STOP.test(textAt(tokens, end)) && !SENTENCE_END.test(textAt(tokens, end))) end++;
  if (isAside) return end;
  let own = hedge;
  while (own < end && posAt(tokens, own) !== 'VERB' && !lowerAt(tokens, own).endsWith('ed')) own++;
  const main = mainVerbBehind(tokens, own + 1, end);
  return main < 0 ? end : main;
}

function wholeOf(text: string, { start, end }: Sentence): TextRange {
  return { start, end: start + text.slice(start, end).replace(/[\s.!?]+$/, '').length };
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

function claimOf(
  text: string,
  { start, end }: Sentence,
  quote: TextRange,
  hedge: Hedge,
  rule: ClaimRule,
): ClaimMention {
  return {
    quote,
    sentence: { start, end },
    attribution: [],
    rule: `claim-${rule}`,
    cues: [{ kind: 'hedge', range: { start: hedge.start, end: hedge.end } }],
    polarity: 'asserted',
    proposition: text.slice(quote.start, quote.end),
    attributionMode: 'none',
    hedge: hedge.word,
    cue: null,
    answers: null,
  };
}

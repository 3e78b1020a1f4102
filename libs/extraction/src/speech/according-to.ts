import type { TextRange } from '#domain';
import type { Sentence, Token } from '../text/document.js';
import { isQuotedAt, lowerAt, textAt } from '../text/token-at.js';
import { behindCitation } from './cited.js';
import { contentEnd } from './content-end.js';
import { hasVerb } from './content-start.js';
import type { SpeechRule } from '../rules/rule-catalogue.js';
import type { Cue } from './find-cues.js';
import type { Subject } from './subject.js';
import { issuerOf } from './issuer.js';
import { clauseStart } from './story-start.js';
import { rangeOf } from './token-range.js';

const LEADING = /^(?:but|and|so|yet)$/;
/** What follows such a word behind "according to X," is a statement of its own. */
const NEW_CLAUSE = /^(?:and|but|while|although|though|whereas|as)$/;

interface Content {
  readonly pieces: readonly TextRange[];
  readonly rule: SpeechRule;
}

/**
 * The words that "according to X" attributes: behind it at the sentence's start, else before it, and around it where it is set between
 * commas ("By Friday, according to X, 40 people had left"). `cues` are those of the sentence.
 */
export function withAccordingTo(
  tokens: readonly Token[],
  sentence: Sentence,
  cues: readonly Cue[],
  cue: Cue,
  subject: Subject,
): Content | null {
  if (cue.verb <= sentence.firstToken + 1 || opensReported(tokens, cue)) {
    const from = startOfContent(tokens, sentence, subject);
    const range = rangeOf(tokens, from, beforeOtherSource(tokens, from, sentence, cues));
    return range && { pieces: [range], rule: 'according-to-before' };
  }
  const before = rangeOf(tokens, startBefore(tokens, sentence, cues, cue), cue.verb);
  if (!before) return null;
  const behind = goesOn(tokens, sentence, cues, cue, subject);
  return behind
    ? { pieces: [before, behind], rule: 'according-to-around' }
    : { pieces: [before], rule: 'according-to-after' };
}

/** "said that, according to X, 40 had left": behind "that" the source opens what is reported. */
function opensReported(tokens: readonly Token[], { verb }: Cue): boolean {
  return textAt(tokens, verb - 1) === ',' && lowerAt(tokens, verb - 2) === 'that';
}

/** Behind the comma or colon that closes the source; right behind the source where there is none. */
function startOfContent(tokens: readonly Token[], sentence: Sentence, { phrase, end }: Subject): number {
  for (let at = end; at < sentence.endToken; at++) {
    if (!/^[,:]$/.test(textAt(tokens, at))) continue;
    // "According to the fund, quoting village elders, 40 people ..."
    const behind = behindCitation(tokens, at, sentence.endToken);
    return behind > at ? behind : at + 1;
  }
  const from = issuerOf(tokens, phrase, sentence.endToken)?.end ?? phrase.end;
  return hasVerb(tokens, from, sentence.endToken) ? from : sentence.endToken;
}

/** "According to X, 40 died; officials have confirmed 30": behind the semicolon another source speaks. */
function beforeOtherSource(
  tokens: readonly Token[],
  from: number,
  { endToken }: Sentence,
  cues: readonly Cue[],
): number {
  for (let at = from; at < endToken; at++)
    if (textAt(tokens, at) === ';' && !isQuotedAt(tokens, at) && (cues.at(-1)?.verb ?? 0) > at) return at;
  return endToken;
}

/** The sentence's start, or behind a semicolon or the source named before in it. */
function startBefore(tokens: readonly Token[], sentence: Sentence, cues: readonly Cue[], cue: Cue): number {
  const other = cues.findLast(({ voice, verb }) => voice === 'preposition' && verb < cue.verb);
  const floor = other?.after ?? clauseStart(tokens, sentence, cue.verb);
  let start = cue.verb - 1;
  while (start > floor && textAt(tokens, start - 1) !== ';') start--;
  if (other && start === floor) while (start < cue.verb - 1 && textAt(tokens, start - 1) !== ',') start++;
  return LEADING.test(lowerAt(tokens, start)) ? start + 1 : start;
}

/** The words behind a source set between commas, up to what another cue or a contrast opens. */
function goesOn(
  tokens: readonly Token[],
  sentence: Sentence,
  cues: readonly Cue[],
  cue: Cue,
  { end }: Subject,
): TextRange | null {
  const first = end + 1;
  if (textAt(tokens, cue.verb - 1) !== ',' || textAt(tokens, end) !== ',') return null;
  if (cues.some((other) => other.first === first && other.voice === 'participle')) return null;
  if (NEW_CLAUSE.test(lowerAt(tokens, first))) return null;
  return rangeOf(tokens, first, contentEnd(tokens, end - 1, sentence, cue, cues, 'clause'));
}

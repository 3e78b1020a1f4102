import type { Sentence, Token } from '../text/document.js';
import { firstBehind } from '../text/first-behind.js';
import { isQuotedAt, lowerAt, posAt, textAt } from '../text/token-at.js';
import { SENTENCE_END, type Frame } from './content-start.js';
import type { Cue } from './find-cues.js';
import { phraseEndingAt } from './noun-phrase.js';

/** Tokens before the quotation: "that it is". */
const MAX_LEAD = 3;
const MARK = /^["”»’']+$/;
/** Opens a clause of the reporter's. */
const GOES_ON = /^(?:before|after|while|when|as|because|although|though|until|–|—|-)$/;
const JOINS = /^(?:and|but|while)$/;

/**
 * Where the content that starts at `first` ends: at its sentence's end, or before what another cue or a contrast opens.
 * `cues` are those of the sentence.
 */
export function contentEnd(
  tokens: readonly Token[],
  first: number,
  sentence: Sentence,
  cue: Cue,
  cues: readonly Cue[],
  frame: Frame,
): number {
  for (let i = first + 1; i < sentence.endToken; i++) {
    if (isQuotedAt(tokens, i)) continue;
    if (closesAtQuotation(tokens, first, i)) return i;
    const text = textAt(tokens, i);
    if (SENTENCE_END.test(text)) return i;
    if (text === ',' && endsAtComma(tokens, i, cue, cues, frame)) return i;
    if (!JOINS.test(lowerAt(tokens, i))) continue;
    if (opensOtherCue(tokens, i, cue, cues) || opensOtherClause(tokens, i, frame)) return i;
  }
  return sentence.endToken;
}

/**
 * `warned “we are few,” before he left`: content that opens with a quotation ends with it where a comma inside the marks closes it
 * or the reporter goes on with a clause of his own.
 */
function closesAtQuotation(tokens: readonly Token[], first: number, at: number): boolean {
  const quote = tokens[at - 1]?.quote ?? -1;
  if (quote < 0 || !opensWith(tokens, first, quote)) return false;
  let last = at - 1;
  while (last > first && MARK.test(textAt(tokens, last))) last--;
  if (textAt(tokens, last) === ',' || GOES_ON.test(lowerAt(tokens, at))) return true;
  return lowerAt(tokens, at) === 'and' && posAt(tokens, at + 1) === 'VERB';
}

function opensWith(tokens: readonly Token[], first: number, quote: number): boolean {
  for (let i = first; i <= first + MAX_LEAD; i++) if (tokens[i]?.quote === quote) return true;
  return false;
}

function endsAtComma(
  tokens: readonly Token[],
  comma: number,
  cue: Cue,
  cues: readonly Cue[],
  frame: Frame,
): boolean {
  const next = lowerAt(tokens, comma + 1);
  if (frame === 'noun-phrase' && isRelative(tokens, cue)) return true;
  if (opensDenial(tokens, comma + 1, cues)) return true;
  if (/^(?:but|although|though)$/.test(next)) return true;
  if (next === 'according' && lowerAt(tokens, comma + 2) === 'to') return true;
  if (opensOtherCue(tokens, comma, cue, cues)) return true;
  const closed = frame === 'noun-phrase' || frame === 'infinitive';
  return closed && next.endsWith('ing') && posAt(tokens, comma + 1) === 'VERB';
}

/** Behind a noun phrase, "and if" or "and he" starts something new. */
function opensOtherClause(tokens: readonly Token[], at: number, frame: Frame): boolean {
  if (frame !== 'noun-phrase') return false;
  return /^(?:if|when|while|because|although|he|she|they|it|we)$/.test(lowerAt(tokens, at + 1));
}

/** "..., something Ruiz denied", "..., a claim the army rejects": somebody else's word on what stands before. */
function opensDenial(tokens: readonly Token[], from: number, cues: readonly Cue[]): boolean {
  const at = /^(?:an?|the)$/.test(lowerAt(tokens, from)) ? from + 1 : from;
  if (!/^(?:something|which|claims?|allegations?|accusations?|charges?)$/.test(lowerAt(tokens, at)))
    return false;
  return cues.some(({ entry, verb }) => entry.act === 'denies' && verb > at && verb < at + 10);
}

/** "the men, who were accused of theft, deny ...": the comma closes the relative clause. */
function isRelative(tokens: readonly Token[], { first }: Cue): boolean {
  return /^(?:who|which|whom|whose)$/.test(lowerAt(tokens, first - 1));
}

/** Another cue whose subject or participle begins right behind the comma or conjunction. */
function opensOtherCue(tokens: readonly Token[], at: number, cue: Cue, cues: readonly Cue[]): boolean {
  let from = at + 1;
  while (JOINS.test(lowerAt(tokens, from)) || textAt(tokens, from) === ',') from++;
  const other = cues[firstBehind(cues, Math.max(at, cue.verb), ({ verb }) => verb)];
  if (!other || other.first > from + 8) return false;
  if (other.first === from)
    return other.voice === 'participle' || textAt(tokens, at) !== ',' || isRelative(tokens, cue);
  const strong = other.entry.frames.includes('q') || other.entry.act === 'denies';
  if (other.voice !== 'finite' || !strong) return false;
  return phraseEndingAt(tokens, other.first - 1, from)?.first === from;
}

import type { TextRange } from '#domain';
import type { Sentence, Token } from '../text/document.js';
import { lowerAt, posAt, textAt } from '../text/token-at.js';
import type { SpeechRule } from '../rules/rule-catalogue.js';
import { hasVerb, SENTENCE_END, startBehind } from './content-start.js';
import type { Cue } from './find-cues.js';
import { clauseStart, storyStart } from './story-start.js';
import type { Subject } from './subject.js';
import { isOfRelative } from './subjects.js';
import { rangeOf } from './token-range.js';

/** Behind "..., Ruiz said, after" the reporter goes on. */
const ADDED = /^(?:but|after|when|while|although|though|as|before|during|hours|days|a)$/;

/** The words that a cue attributes, and the rule that found them. */
export interface Content {
  readonly pieces: readonly TextRange[];
  readonly rule: SpeechRule;
}

interface Reading {
  readonly tokens: readonly Token[];
  readonly sentence: Sentence;
  readonly cues: readonly Cue[];
}

/** "The road is closed, Ruiz said." and "The road, Ruiz said, is closed." */
export function beforeCue({ tokens, sentence, cues }: Reading, cue: Cue, subject: Subject): Content | null {
  const isInverted = subject.first > cue.verb;
  // "He told residents, some of whom shouted": what stands before the comma is not theirs.
  if (isOfRelative(tokens, subject.phrase)) return null;
  const comma = (isInverted ? cue.first : subject.first) - 1;
  if (comma <= sentence.firstToken) return null;
  const isMarked = textAt(tokens, comma) === ',';
  if (!isMarked && !isInverted) return beforeClosingCue(tokens, sentence, cue, subject);
  const first = rangeOf(
    tokens,
    skipConjunction(tokens, clauseStart(tokens, sentence, cue.verb)),
    isMarked ? comma : cue.first,
  );
  if (!first) return null;
  if (isInverted) return { pieces: [first], rule: 'reported-before-inverted' };
  const second = secondPiece({ tokens, sentence, cues }, startBehind(tokens, cue, sentence));
  return second
    ? { pieces: [first, second], rule: 'reported-around' }
    : { pieces: [first], rule: 'reported-before' };
}

/** "The road, Ruiz said, is closed": behind the comma, unless the reporter or another cue goes on there. */
function secondPiece({ tokens, sentence, cues }: Reading, comma: number): TextRange | null {
  const first = comma + 1;
  if (comma <= 0 || textAt(tokens, comma) !== ',' || ADDED.test(lowerAt(tokens, first))) return null;
  if (lowerAt(tokens, first) === 'according' || opensRelative(tokens, first)) return null;
  if (cues.some((other) => other.first === first && other.voice === 'participle')) return null;
  return hasVerb(tokens, first, sentence.endToken) ? rangeOf(tokens, first, sentence.endToken) : null;
}

/** "Ruiz told residents, who shouted", "..., some of whom shouted": of those who heard it. */
function opensRelative(tokens: readonly Token[], at: number): boolean {
  return /^(?:who|whose)$/.test(lowerAt(tokens, at)) || lowerAt(tokens, at + 2) === 'whom';
}

/** "40 people were hurt in the blast the council said.": the cue closes the sentence, the comma is left out. */
function beforeClosingCue(
  tokens: readonly Token[],
  sentence: Sentence,
  cue: Cue,
  { first }: Subject,
): Content | null {
  if (cue.after < sentence.endToken && !SENTENCE_END.test(textAt(tokens, cue.after))) return null;
  if (!/^(?:NOUN|PROPN|NUM)$/.test(posAt(tokens, first - 1))) return null;
  if (!hasVerb(tokens, sentence.firstToken, first)) return null;
  const range = rangeOf(tokens, skipConjunction(tokens, storyStart(tokens, sentence)), first);
  return range && { pieces: [range], rule: 'reported-before-closing' };
}

export function skipConjunction(tokens: readonly Token[], at: number): number {
  return /^(?:but|and|so|yet)$/.test(lowerAt(tokens, at)) ? at + 1 : at;
}

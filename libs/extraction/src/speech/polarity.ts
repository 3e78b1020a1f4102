import type { Polarity, TextRange } from '#domain';
import type { DeniedMatter } from './denied-matter.js';
import type { Utterance } from './utterance.js';

/** "The capital has no hospital" denies nothing; "There is no hospital", "Nobody died" does. */
const NOTHING =
  /^(?:there(?: is| was| are| were| has been| have been|['’]s) no\b(?! (?:doubt|question|way|point|need))|(?:it|this|that)(?: is| was|['’]s) (?:not true|untrue|a lie)\b)/i;
/** "no accident but a crime": one thing for another, no more denied than asserted. */
const CONTRAST = /\b(?:no|not)\b[^.!?;]{1,60}\bbut\b(?! (?:he|she|they|we|i|it|there)\b)/i;
const QUESTION = /^(?:whether|if|how|what|why|who|where|when|which)\b/i;
const HEAD = 80;

/** Denied: the speaker does not stand by the words, but says that they are untrue or is said not to say them. */
export function polarityOf(text: string, utterance: Utterance, denied: DeniedMatter | null): Polarity {
  const { cue, pieces, quoted } = utterance;
  const [first] = pieces;
  if (denied) return 'denied';
  if (quoted && first && pieces.length === 1) return deniesFact(text, first) ? 'denied' : 'asserted';
  if (!cue?.negated || cue.entry.act === 'denies' || !/^reported-(?:clause|quotation)$/.test(utterance.rule))
    return 'asserted';
  return first && QUESTION.test(text.slice(first.start, first.start + HEAD)) ? 'asserted' : 'denied';
}

/** A quotation that denies a fact by itself: "There is no famine here." */
export function deniesFact(text: string, { start, end }: TextRange): boolean {
  const head = text.slice(start, Math.min(end, start + HEAD));
  return NOTHING.test(head) && !CONTRAST.test(head);
}

import type { Polarity, TextRange } from '#domain';
import type { Utterance } from './utterance.js';

const SURELY = '(?:simply |just |absolutely |completely |entirely |totally |clearly )?';
const UNTRUE = `${SURELY}(?:not true|untrue|not the case|false|incorrect|a lie)`;
/** "It is not true that ...", "that there was no evidence of ...": what follows is the matter denied. */
const OPENS = new RegExp(
  `^(?:that )?(?:(?:it|this|that)(?: is| was|['’]s| had been) ${UNTRUE} that|there(?: is| was| were|['’]s) no (?:evidence|proof|truth|basis|indication)(?: that| of| in| for| to)) `,
  'i',
);
/** "reports that ... are false": what stands before is the matter. */
const CLOSES = new RegExp(
  `,?(?: (?:is|are|was|were|had been|has been|have been)|['’]re) ${SURELY}(?:not true|untrue|false|wrong|mistaken|inaccurate|fabricated|baseless|unfounded|groundless|invented|made up|a lie|lies|fake|nonsense)[\\s.,!]*$`,
  'i',
);
const RELAYED =
  /^(?:that )?(?:[\p{L}'’-]+ ){0,4}(?:reports?|claims?|allegations?|accusations?|rumou?rs?|figures?|numbers?|toll|stor(?:y|ies)|suggestions?)\b/iu;
/** "It was not true": of what was said before. */
const POINTS_BACK = new RegExp(
  `^(?:that )?(?:it|this|that|these|they)(?: is| was| are| were|['’]s|['’]re) ${UNTRUE}[\\s.,!]*$`,
  'i',
);
/** "The capital has no hospital" denies nothing; "There is no hospital", "Nobody died" does. */
const NOTHING =
  /^(?:there(?: is| was| are| were| has been| have been|['’]s) no\b(?! (?:doubt|question|way|point|need))|(?:it|this|that)(?: is| was|['’]s) (?:not true|untrue|a lie)\b)/i;
/** "no accident but a crime": one thing for another, no more denied than asserted. */
const CONTRAST = /\b(?:no|not)\b[^.!?;]{1,60}\bbut\b(?! (?:he|she|they|we|i|it|there)\b)/i;
/** They set two versions side by side; both stand. */
const SIDE_BY_SIDE = /^(?:contradict|dispute)$/;
const QUESTION = /^(?:whether|if|how|what|why|who|where|when|which)\b/i;
/** The frame stands at the content's start, the verdict at its end. */
const HEAD = 80;
const TAIL = 60;

/** What an utterance denies, and whether it can no longer be taken for a fact of somebody's. */
export interface DeniedMatter {
  readonly range: TextRange;
  /** False where two versions stand side by side ("contradicting reports of six deaths"). */
  readonly struck: boolean;
}

/** The matter that an utterance denies: the object of a verb of denying, or what is called untrue; null for any other. */
export function deniedMatter(text: string, utterance: Utterance): DeniedMatter | null {
  const { cue, pieces, rule } = utterance;
  const [first] = pieces;
  if (!first || cue?.negated) return null;
  const range = { start: first.start, end: pieces.at(-1)?.end ?? first.end };
  if (cue?.entry.act !== 'denies') return calledUntrue(text, first, range);
  return { range, struck: rule !== 'denied-before' && !SIDE_BY_SIDE.test(cue.entry.lemma) };
}

function calledUntrue(text: string, first: TextRange, range: TextRange): DeniedMatter | null {
  const { start, end } = range;
  const head = text.slice(start, Math.min(end, start + HEAD));
  if (POINTS_BACK.test(head)) return { range, struck: true };
  const opening = OPENS.exec(head);
  if (opening) return { range: { start: start + opening[0].length, end: first.end }, struck: true };
  const from = Math.max(start, end - TAIL);
  const closing = RELAYED.test(head) ? CLOSES.exec(text.slice(from, end)) : null;
  return closing && { range: { start, end: from + closing.index }, struck: true };
}

/** Where the matter begins in a sentence that itself calls it untrue ("It is not true that 200 people died"); -1 in any other. */
export function untrueMatterAt(text: string, { start, end }: TextRange): number {
  const opening = OPENS.exec(text.slice(start, Math.min(end, start + HEAD)));
  return opening ? start + opening[0].length : -1;
}

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

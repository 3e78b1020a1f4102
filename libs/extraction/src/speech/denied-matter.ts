import type { TextRange } from '#domain';
import type { Clearing } from './clearing.js';
import { ownDenial } from './own-denials.js';
import { matterCalledUntrue, saysUntrue } from './untruth.js';
import type { Utterance } from './utterance.js';
import { behindTruthOf, isSomebodysWord, isSomebodysWork } from './word-nouns.js';

/** They set two versions side by side; both stand. */
const SIDE_BY_SIDE = /^(?:contradict|dispute)$/;
/** They give what they take a name or a quality. */
const NAMING =
  /^(?:call|describe|dismiss|brand|label|dub|term|deem|characteri[sz]e|denounce|condemn|slam|decry|blast|deride|ridicule|mock|reject|consider|regard)$/;
/** A denial that stands by itself, whatever its object: "denied the charges", "refuted it", "pleaded not guilty to arson". */
const ALWAYS = /^(?:deny|refute|rebut|dispute|contradict|debunk|disclaim|disavow|plead)$/;
/** Verbs of agreeing that deny where they are negated: "refuses to accept that it is over". */
export const AGREES = /^(?:accept|agree)$/;
/** Of the truth of somebody's words they deny: "challenged the accuracy of the report". */
const CHALLENGES = /^(?:challenge|question|doubt)$/;
const IS_MATTER = /^denied-/;
/** Characters of a quotation that are searched for a denial. */
const MAX_QUOTED = 400;

/** What an utterance denies, and whether it can no longer be taken for a fact of somebody's. */
export interface DeniedMatter {
  readonly range: TextRange;
  /** False where two versions stand side by side ("contradicting reports of six deaths"). */
  readonly struck: boolean;
}

/** Whether words that clear somebody answer an accusation. */
type Clears = (clearing: Clearing) => boolean;

/**
 * The matter that an utterance denies: the object of a verb of denying, where it is somebody's word ("rejected the claim", not "rejected
 * the plan"); what is called untrue; null for any other.
 */
export function deniedMatter(
  text: string,
  utterance: Utterance,
  clears: Clears,
  isHeadline = false,
): DeniedMatter | null {
  const { cue, pieces } = utterance;
  const [first] = pieces;
  if (!first) return null;
  const range = { start: first.start, end: pieces.at(-1)?.end ?? first.end };
  if (cue?.negated) return isRefused(text, utterance, range) ? { range, struck: true } : null;
  return namedApart(text, utterance, range) ?? matterOf(text, utterance, range, clears, isHeadline);
}

/** What is told apart from the verdict on it. */
function namedApart(text: string, utterance: Utterance, range: TextRange): DeniedMatter | null {
  const { rule } = utterance;
  const apart = splitMatter(text, utterance);
  if (apart) return { range: apart, struck: true };
  if (IS_MATTER.test(rule)) return { range, struck: rule !== 'denied-before' };
  const named = namedMatter(text, utterance, range);
  return named && { range: named, struck: true };
}

function matterOf(
  text: string,
  utterance: Utterance,
  range: TextRange,
  clears: Clears,
  isHeadline: boolean,
): DeniedMatter | null {
  const { cue } = utterance;
  if (cue && CHALLENGES.test(cue.entry.lemma)) {
    const words = text.slice(range.start, range.end);
    return behindTruthOf(words) > 0 && isSomebodysWord(words) ? { range, struck: true } : null;
  }
  return cue?.entry.act === 'denies'
    ? objectOf(text, range, cue.entry.lemma)
    : calledUntrue(text, range, utterance, clears, isHeadline);
}

/** "does not accept that the road is open" */
function isRefused(text: string, { cue, rule }: Utterance, { start }: TextRange): boolean {
  return (
    cue !== null &&
    AGREES.test(cue.entry.lemma) &&
    rule === 'reported-clause' &&
    text.startsWith('that ', start)
  );
}

/** "It was untrue, Ruiz said, that ...": the matter is the second half. */
function splitMatter(text: string, { pieces: [first, second] }: Utterance): TextRange | null {
  if (!first || !second || !saysUntrue(text.slice(first.start, first.end))) return null;
  return text.startsWith('that ', second.start) ? second : null;
}

/** "called the account fabricated": somebody's word, or a work as a whole. */
function namedMatter(text: string, { cue, quoted }: Utterance, range: TextRange): TextRange | null {
  if (!cue || quoted || !NAMING.test(cue.entry.lemma)) return null;
  const words = text.slice(range.start, range.end);
  const named = matterCalledUntrue(words);
  const called = named ? words.slice(...named) : '';
  return named && (isSomebodysWord(called) || isSomebodysWork(called)) ? part(range, named) : null;
}

/** The object of a verb of denying. */
function objectOf(text: string, range: TextRange, lemma: string): DeniedMatter | null {
  if (!ALWAYS.test(lemma) && !isSomebodysWord(text.slice(range.start, range.end))) return null;
  return { range, struck: !SIDE_BY_SIDE.test(lemma) };
}

const part = ({ start }: TextRange, [from, to]: readonly [number, number]): TextRange => ({
  start: start + from,
  end: start + to,
});

function calledUntrue(
  text: string,
  range: TextRange,
  { quoted, pieces: [first = range] }: Utterance,
  clears: Clears,
  isHeadline: boolean,
): DeniedMatter | null {
  if (quoted && range.end === first.end) return inSentences(text, first, clears);
  const whole = ownDenial(text.slice(range.start, range.end), clears, isHeadline);
  if (!whole) return quoted ? inSentences(text, first, clears) : null;
  const matter = part(range, whole);
  // Of words in several pieces the frame opens the first: what it says ends with it.
  return { range: whole[0] > 0 ? { start: matter.start, end: first.end } : matter, struck: true };
}

/** "These reports are invented. Nobody was there.": the first sentences of a quotation, up to the one that denies. */
function inSentences(text: string, { start, end }: TextRange, clears: Clears): DeniedMatter | null {
  const words = text.slice(start, Math.min(end, start + MAX_QUOTED));
  let from = 0;
  for (const sentence of words.split(/(?<=[.!?])(?=\s)/)) {
    const indent = sentence.length - sentence.trimStart().length;
    const matter = ownDenial(sentence.slice(indent).replace(/[.\s]+$/, ''), clears);
    if (matter) return { range: part({ start: start + from + indent, end }, matter), struck: true };
    from += sentence.length;
  }
  return null;
}

import type { TextRange } from '#domain';
import { matterCalledUntrue, saysUntrue, untrueMatter } from './untruth.js';
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
const HEADLINE = 'headline-label';
const IS_MATTER = /^denied-/;

/** What an utterance denies, and whether it can no longer be taken for a fact of somebody's. */
export interface DeniedMatter {
  readonly range: TextRange;
  /** False where two versions stand side by side ("contradicting reports of six deaths"). */
  readonly struck: boolean;
}

/**
 * The matter that an utterance denies: the object of a verb of denying, where it is somebody's word ("rejected the claim", not "rejected
 * the plan"); what is called untrue; null for any other.
 */
export function deniedMatter(text: string, utterance: Utterance): DeniedMatter | null {
  const { cue, pieces } = utterance;
  const [first] = pieces;
  if (!first) return null;
  const range = { start: first.start, end: pieces.at(-1)?.end ?? first.end };
  if (cue?.negated) return isRefused(text, utterance, range) ? { range, struck: true } : null;
  return namedApart(text, utterance, range) ?? matterOf(text, utterance, first, range);
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
  first: TextRange,
  range: TextRange,
): DeniedMatter | null {
  const { cue } = utterance;
  if (cue && CHALLENGES.test(cue.entry.lemma)) {
    const words = text.slice(range.start, range.end);
    return behindTruthOf(words) > 0 && isSomebodysWord(words) ? { range, struck: true } : null;
  }
  return cue?.entry.act === 'denies'
    ? objectOf(text, range, cue.entry.lemma)
    : calledUntrue(text, first, range, utterance);
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
  first: TextRange,
  range: TextRange,
  { rule, quoted }: Utterance,
): DeniedMatter | null {
  const whole = untrueMatter(text.slice(range.start, range.end), rule === HEADLINE);
  if (!whole) return quoted ? inFirstSentence(text, first) : null;
  const matter = part(range, whole);
  // Of words in several pieces the frame opens the first: what it says ends with it.
  return { range: whole[0] > 0 ? { start: matter.start, end: first.end } : matter, struck: true };
}

/** "These reports are invented. Nobody was there.": a quotation goes on behind what it calls untrue. */
function inFirstSentence(text: string, { start, end }: TextRange): DeniedMatter | null {
  const words = text.slice(start, end);
  const stop = /[.!?](?=\s)/.exec(words)?.index ?? words.length;
  const matter = untrueMatter(words.slice(0, stop));
  return matter && { range: part({ start, end }, matter), struck: true };
}

import type { TextRange } from '#domain';
import type { Document, Sentence, Token } from '../text/document.js';
import { firstBehind } from '../text/first-behind.js';
import { isQuotedAt, lowerAt, textAt } from '../text/token-at.js';
import { withAccordingTo } from './according-to.js';
import { accusedOf, isReduced, reducedEnd } from './charged.js';
import { behindCitation } from './cited.js';
import { beforeCue, skipConjunction, type Content } from './content-before.js';
import { contentEnd } from './content-end.js';
import { frameBehind, startBehind } from './content-start.js';
import type { SpeechRule } from '../rules/rule-catalogue.js';
import { namesCrime } from './crimes.js';
import type { CueEntry } from './cue-lexicon.js';
import type { Cue, CuesBySentence } from './find-cues.js';
import { isNoAct, isUnowned, withoutParts } from './not-said.js';
import { behindTime, phraseStartingAt, TIME_WORD } from './noun-phrase.js';
import { matterIn } from './subject-of-cue.js';
import type { Subject } from './subject.js';
import { subjectBefore } from './subjects.js';
import { subjectFor } from './reported-subject.js';
import { rangeOf } from './token-range.js';
import { clauseStart, isDash, storyStart } from './story-start.js';
import { callsUntrue, isVerdict } from './untruth.js';
import type { Utterance } from './utterance.js';

/** "40 deaths were reported by the council": the passive's subject is what the agent gives. */
const GIVEN_BY = /^(?:report|confirm|announce|document)$/;

const ANAPHOR = /^(?:something|which|claims?|allegations?|accusations?|charges?|reports?)$/;

/** Tokens of a clause before the comma and the subject: an opening like "In Selbridge" has fewer. */
const MIN_BEFORE = 3;
/** Opens what a passive tells: "accused of theft", "said to have left". */
const OPENS_MATTER = /^(?:to|of|that|as|about|whether|if|[“"])$/;
/** Tokens between a plea and its charge: "on Monday by video link". */
const MAX_PLEA = 8;
/** A sentence being read: its cues and what they have given so far. */
interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentence: Sentence;
  readonly cues: readonly Cue[];
  readonly found: Utterance[];
  /** Subject of the last cue that is not itself reported, for those that share it. */
  shared: Subject | null;
  /** Where the content read so far ends. */
  reach: number;
}

/**
 * Reported speech: the words a cue attributes without (or with only some) quotation marks.
 * Rules, by where the content stands: behind the cue as a clause, an infinitive or a noun phrase; before it ("..., Ruiz said");
 * around it ("The road, Ruiz said, is closed"); with "according to"; passive ("was accused of ...").
 */
export function readReported(document: Document, cues: CuesBySentence): Utterance[] {
  const all: Utterance[] = [];
  for (const sentence of document.sentences) {
    const own = cues.get(sentence.index);
    if (!own) continue;
    const reading: Reading = {
      text: document.text,
      tokens: document.tokens,
      sentence,
      cues: own,
      found: [],
      shared: null,
      reach: 0,
    };
    for (const cue of own) readCue(reading, cue);
    if (reading.found.length > 0) all.push(...withoutParts(reading.found, document.tokens));
  }
  return all;
}

function readCue(reading: Reading, cue: Cue): void {
  const { tokens, sentence, found } = reading;
  if (isNoAct(tokens, cue, sentence.firstToken)) return;
  const subject = subjectFor(reading, cue);
  const content = contentOf(reading, cue, subject);
  if (!content || isUnowned(content.rule, subject) || isNobody(tokens, subject)) return;
  if (!isInside(reading, cue)) reading.shared = subject ?? reading.shared;
  reading.reach = Math.max(reading.reach, content.pieces.at(-1)?.end ?? 0);
  found.push(utteranceOf(sentence, cue, subject, content));
  const denied = deniedByName(reading, cue, subject, content);
  if (subject && denied) found.push(utteranceOf(sentence, cue, subject, denied));
}

/** The cue stands in the content read before. */
function isInside({ tokens, reach }: Reading, { verb }: Cue): boolean {
  return (tokens[verb]?.start ?? 0) < reach;
}

function utteranceOf({ index }: Sentence, cue: Cue, subject: Subject | null, content: Content): Utterance {
  const mode = subject ? 'explicit' : 'none';
  const { pieces, rule } = content;
  return { sentence: index, pieces, quoted: false, cue, subject, mode, after: null, rule };
}

/** "The claims were described by Ruiz as invented", "an accusation that Ruiz called absurd": what Ruiz calls so is denied. */
function deniedByName(
  reading: Reading,
  cue: Cue,
  subject: Subject | null,
  { pieces: [words], rule }: Content,
): Content | null {
  if (!words || !/^reported-(?:noun-phrase|passive)$/.test(rule)) return null;
  const predicate = reading.text.slice(words.start, words.end);
  if (rule === 'reported-noun-phrase' && subject && isVerdict(predicate))
    return deniedBefore(reading, subject.first);
  if (rule === 'reported-noun-phrase' || !callsUntrue(predicate)) return null;
  return deniedBefore(reading, cue.first) ?? givenBefore(reading, cue, 'denied-by');
}

/** "Nobody knows how it began" is no statement of anybody's. */
function isNobody(tokens: readonly Token[], subject: Subject | null): boolean {
  const first = subject?.phrase.first ?? -1;
  const lower = lowerAt(tokens, first);
  return lower === 'nobody' || (lower === 'no' && lowerAt(tokens, first + 1) === 'one');
}

function contentOf(reading: Reading, cue: Cue, subject: Subject | null): Content | null {
  const { tokens, sentence, cues } = reading;
  if (cue.voice === 'preposition') return subject && withAccordingTo(tokens, sentence, cues, cue, subject);
  if (cue.voice === 'passive') return behindPassive(reading, cue, subject);
  const behind = isInverted(cue, subject)
    ? null
    : (behindCue(reading, cue) ??
      (subject && cue.entry.act === 'denies' ? deniedBefore(reading, subject.first) : null));
  if (behind || !subject || cue.voice !== 'finite' || !mayClose(tokens, cue)) return behind;
  return beforeCue(reading, cue, subject);
}

/** The subject stands behind the verb; that of an opening participle does too ("Denying it, Ruiz said"). */
function isInverted({ verb, voice }: Cue, subject: Subject | null): boolean {
  return subject !== null && subject.first > verb && voice !== 'participle';
}

/** Verbs that hand over quotations stand behind any words; those that take a clause only where nothing else is left for them. */
function mayClose(tokens: readonly Token[], { entry: { frames }, after }: Cue): boolean {
  if (frames.includes('q')) return true;
  return (
    frames.includes('s') &&
    (/^(?:[.,;!?]|on|in|at|late|)$/.test(lowerAt(tokens, after)) || TIME_WORD.test(lowerAt(tokens, after)))
  );
}

/** "The men had been promised money, something (that) Ruiz denied.": what stands before the comma is denied. */
function deniedBefore({ tokens, sentence, found }: Reading, first: number): Content | null {
  const comma = commaBefore(tokens, first);
  if (comma < 0) return null;
  const last = tokens[comma - 1]?.end ?? 0;
  const before = found.filter(({ pieces }) => (pieces[0]?.start ?? last) < last);
  const told = before.find(({ pieces }) => (pieces.at(-1)?.end ?? 0) >= last);
  const start = (told ?? before.at(-1))?.pieces[0]?.start ?? 0;
  const from = Math.max(
    storyStart(tokens, sentence),
    firstBehind(tokens, start - 1, (token) => token.start),
  );
  const range = rangeOf(tokens, from, comma);
  return range && { pieces: [range], rule: 'denied-before' };
}

/** The comma before "something", "a claim (that)" and the subject at `first`; -1 where they do not stand there. */
function commaBefore(tokens: readonly Token[], first: number): number {
  const isThat = /^(?:that|which)$/.test(lowerAt(tokens, first - 1));
  const anaphor = isThat && ANAPHOR.test(lowerAt(tokens, first - 2)) ? first - 2 : first - 1;
  if (!ANAPHOR.test(lowerAt(tokens, anaphor))) return -1;
  const comma = /^(?:an?|the)$/.test(lowerAt(tokens, anaphor - 1)) ? anaphor - 2 : anaphor - 1;
  return textAt(tokens, comma) === ',' || isDash(tokens, comma) ? comma : -1;
}

function behindCue({ tokens, sentence, cues }: Reading, cue: Cue): Content | null {
  if (cue.entry.lemma === 'plead' && cue.entry.act === 'denies') return pleaOf(tokens, sentence, cue, cues);
  const at = behindCitation(tokens, startBehind(tokens, cue, sentence), sentence.endToken);
  const first = behindComma(tokens, at);
  const frame = first < 0 ? null : frameBehind(tokens, first, cue, sentence);
  if (!frame || tellsWhen(tokens, first, cue, sentence)) return null;
  const from = frame === 'colon' ? first + 1 : first;
  const range = rangeOf(tokens, from, contentEnd(tokens, from, sentence, cue, cues, frame));
  return range && { pieces: [range], rule: `reported-${frame}` };
}

/** Behind the comma that opens a quotation; -1 behind any other. */
function behindComma(tokens: readonly Token[], at: number): number {
  if (textAt(tokens, at) !== ',') return at;
  return isQuotedAt(tokens, at + 1) ? at + 1 : -1;
}

/** "pleaded not guilty on Monday to theft": what is denied, or the plea itself where no charge is named. */
function pleaOf(
  tokens: readonly Token[],
  sentence: Sentence,
  cue: Cue,
  cues: readonly Cue[],
): Content | null {
  let to = cue.after;
  while (tokens[to]?.kind !== 'punct' && to < cue.after + MAX_PLEA && lowerAt(tokens, to) !== 'to') to++;
  const hasCharge = lowerAt(tokens, to) === 'to' && to + 1 < sentence.endToken;
  const range = hasCharge
    ? rangeOf(tokens, to + 1, contentEnd(tokens, to + 1, sentence, cue, cues, 'noun-phrase'))
    : rangeOf(tokens, cue.verb + 1, cue.after);
  return range && { pieces: [range], rule: 'reported-noun-phrase' };
}

/** "Help is coming, Ruiz said on Friday as she left": what stands behind tells when the words before the comma were said. */
function tellsWhen(tokens: readonly Token[], at: number, cue: Cue, sentence: Sentence): boolean {
  if (!/^(?:as|after|while|when|before|during|following|amid)$/.test(lowerAt(tokens, at))) return false;
  const subject = cue.voice === 'finite' ? subjectBefore(tokens, cue.first, sentence) : null;
  return (
    subject !== null &&
    textAt(tokens, subject.first - 1) === ',' &&
    subject.first - 1 > sentence.firstToken + MIN_BEFORE
  );
}

/** Where the content of a passive opens: behind its agent and when it was said ("accused by prosecutors on Monday of taking bribes"). */
function behindAgent(tokens: readonly Token[], by: number, { endToken }: Sentence, { entry }: Cue): number {
  const agent = phraseStartingAt(tokens, by + 1, endToken) ?? { first: by, end: by };
  return behindTime(tokens, matterIn(tokens, agent, entry));
}

/** "Ostmark has been accused by residents of theft": who is accused is a part of what they say. */
function accusedBefore({ tokens, sentence }: Reading, cue: Cue): TextRange | null {
  const accused = cue.entry.act === 'accuses' ? accusedOf(tokens, cue, sentence) : null;
  return accused && rangeOf(tokens, accused.first, accused.end);
}

/** What a passive's subject gives, from where its clause starts. */
function givenBefore({ tokens, sentence }: Reading, cue: Cue, rule: SpeechRule): Content | null {
  const given = rangeOf(tokens, skipConjunction(tokens, clauseStart(tokens, sentence, cue.verb)), cue.first);
  return given && { pieces: [given], rule };
}

/** "criticised for the delay", "blamed by residents over it", "charged by prosecutors with fraud" */
function opensMatter(
  tokens: readonly Token[],
  at: number,
  { act, lemma }: CueEntry,
  hasAgent: boolean,
): boolean {
  const opener = lowerAt(tokens, at);
  if (OPENS_MATTER.test(opener)) return true;
  if (opener === 'for' && (act === 'condemns' || lemma === 'blame')) return true;
  if (opener === 'with' && lemma === 'charge' && namesCrime(tokens, at + 1)) return true;
  return hasAgent && /^(?:accuses|condemns)$/.test(act) && /^(?:for|over|with)$/.test(opener);
}

/** Where the content of a passive ends: before its agent, and before the main verb where it has none of its own. */
function passiveEnd(
  { tokens, sentence, cues }: Reading,
  cue: Cue,
  agent: Subject | null,
  at: number,
): number {
  const end = contentEnd(tokens, at, sentence, cue, cues, 'noun-phrase');
  const own = isReduced(cue) ? reducedEnd(tokens, cue, at, end) : end;
  return agent && agent.first > at ? Math.min(own, agent.first - 1) : own;
}

/** "is expected to leave", "was accused by residents of theft": the passive's content. */
function behindPassive(reading: Reading, cue: Cue, agent: Subject | null): Content | null {
  const { tokens, sentence } = reading;
  const { act, lemma } = cue.entry;
  if (act === 'denies' && agent)
    return deniedBefore(reading, cue.first) ?? givenBefore(reading, cue, 'denied-by');
  const by = behindTime(tokens, cue.after);
  const hasAgent = lowerAt(tokens, by) === 'by';
  if (hasAgent && GIVEN_BY.test(lemma)) return givenBefore(reading, cue, 'given-by');
  const at = hasAgent ? behindAgent(tokens, by, sentence, cue) : cue.after;
  if (!opensMatter(tokens, at, cue.entry, hasAgent)) return null;
  const range = rangeOf(tokens, at, passiveEnd(reading, cue, agent, at));
  const accused = accusedBefore(reading, cue);
  return range && { pieces: accused ? [accused, range] : [range], rule: 'reported-passive' };
}

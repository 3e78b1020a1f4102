import type { SpeechAct, TextRange } from '#domain';
import type { Document, Sentence, Token } from '../text/document.js';
import { firstBehind } from '../text/first-behind.js';
import { lowerAt, textAt } from '../text/token-at.js';
import { withAccordingTo } from './according-to.js';
import { behindCitation } from './cited.js';
import { beforeCue, skipConjunction, type Content } from './content-before.js';
import { contentEnd } from './content-end.js';
import { frameBehind, SENTENCE_END, startBehind } from './content-start.js';
import type { SpeechRule } from '../rules/rule-catalogue.js';
import type { Cue, CuesBySentence } from './find-cues.js';
import { isNoAct, isUnowned, withoutParts } from './not-said.js';
import { behindTime, phraseStartingAt, TIME_WORD } from './noun-phrase.js';
import {
  matterIn,
  subjectBehindOpening,
  subjectBehindWith,
  subjectBeside,
  subjectOf,
} from './subject-of-cue.js';
import {
  hasVerbBehind,
  isOfRelative,
  mainSubject,
  subjectAfter,
  subjectBefore,
  type Subject,
} from './subjects.js';
import { rangeOf } from './token-range.js';
import { clauseStart, isDash, storyStart } from './story-start.js';
import { callsUntrue, isVerdict } from './untruth.js';
import type { Utterance } from './utterance.js';

/** "40 deaths were reported by the council": the passive's subject is what the agent gives. */
const GIVEN_BY = /^(?:report|confirm|announce|document)$/;

const ANAPHOR = /^(?:something|which|claims?|allegations?|accusations?|charges?|reports?)$/;

const LISTENER = /^(?:reporters|journalists|correspondents|lawmakers|viewers|listeners)$/;

/** Opens what a passive tells: "accused of theft", "said to have left". */
const OPENS_MATTER = /^(?:to|of|that|as|about|whether|if|[“"])$/;
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
  return { sentence: index, quoted: false, cue, subject, mode, after: null, ...content };
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

function subjectFor(reading: Reading, cue: Cue): Subject | null {
  const { tokens, sentence } = reading;
  return (
    closing(reading, cue) ??
    subjectOf(tokens, cue, sentence) ??
    inverted(reading, cue) ??
    shared(reading, cue)
  );
}

/** "..., said Ruiz": right after a comma or closing mark the subject stands behind. */
function inverted({ tokens, sentence }: Reading, cue: Cue): Subject | null {
  if (cue.voice !== 'finite' || !cue.entry.frames.includes('q') || cue.first !== cue.verb) return null;
  if (hasListenerBehind(tokens, cue)) return null;
  if (!/^[,”"»’'?!]$/.test(textAt(tokens, cue.verb - 1))) return null;
  const subject = subjectAfter(tokens, cue.verb, sentence);
  return subject && !hasVerbBehind(tokens, subject) ? subject : null;
}

/** "..., Ruiz, a nurse, told Valnews": whom one tells stands behind the verb, never who does. */
function hasListenerBehind(tokens: readonly Token[], { entry, verb }: Cue): boolean {
  if (entry.lemma === 'tell') return true;
  return entry.frames.includes('r') && LISTENER.test(lowerAt(tokens, verb + 1));
}

/** "..., 40 of them children, said the council.": where only a noun phrase follows, what stands between commas before is no subject. */
function closing(reading: Reading, cue: Cue): Subject | null {
  const { tokens, sentence } = reading;
  if (cue.entry.frames.includes('n') || textAt(tokens, cue.verb - 1) !== ',') return null;
  const subject = inverted(reading, cue);
  if (!subject || subjectBefore(tokens, cue.first, sentence)?.first === sentence.firstToken) return null;
  return subject.end >= sentence.endToken || SENTENCE_END.test(textAt(tokens, subject.end)) ? subject : null;
}

/** Participles, infinitives and coordinated verbs take the subject of the last cue that is not itself reported, else of the main verb. */
function shared({ tokens, sentence, cues, shared: last }: Reading, cue: Cue): Subject | null {
  if (cue.voice === 'passive' || cue.voice === 'preposition') return null;
  return (
    subjectBehindWith(tokens, cue, sentence) ??
    subjectBeside(tokens, cue, sentence) ??
    last ??
    mainSubject(tokens, cue.first, sentence) ??
    subjectBehindOpening(tokens, cue, cues, sentence)
  );
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
  const at = behindCitation(tokens, startBehind(tokens, cue, sentence), sentence.endToken);
  if (at < 0) return null;
  const comma = textAt(tokens, at) === ',';
  if (comma && (tokens[at + 1]?.quote ?? -1) < 0) return null;
  const first = comma ? at + 1 : at;
  const frame = frameBehind(tokens, first, cue, sentence);
  if (!frame) return null;
  const from = frame === 'colon' ? first + 1 : first;
  const range = rangeOf(tokens, from, contentEnd(tokens, from, sentence, cue, cues, frame));
  return range && { pieces: [range], rule: `reported-${frame}` };
}

/** Where the content of a passive opens: behind its agent and when it was said ("accused by prosecutors on Monday of taking bribes"). */
function behindAgent(tokens: readonly Token[], by: number, { endToken }: Sentence, { entry }: Cue): number {
  const agent = phraseStartingAt(tokens, by + 1, endToken) ?? { first: by, end: by };
  return behindTime(tokens, matterIn(tokens, agent, entry));
}

/** "Ostmark has been accused by residents of theft": who is accused is a part of what they say. */
function accusedBefore({ tokens, sentence }: Reading, { first, entry }: Cue): TextRange | null {
  if (entry.act !== 'accuses' && entry.lemma !== 'suspect') return null;
  const subject = subjectBefore(tokens, first, sentence);
  return subject && !isOfRelative(tokens, subject.phrase)
    ? rangeOf(tokens, subject.phrase.first, subject.phrase.end)
    : null;
}

/** What a passive's subject gives, from where its clause starts. */
function givenBefore({ tokens, sentence }: Reading, cue: Cue, rule: SpeechRule): Content | null {
  const given = rangeOf(tokens, skipConjunction(tokens, clauseStart(tokens, sentence, cue.verb)), cue.first);
  return given && { pieces: [given], rule };
}

/** "criticised for the delay", "blamed by residents over it", "charged by prosecutors with fraud" */
function opensMatter(opener: string, act: SpeechAct, hasAgent: boolean): boolean {
  if (OPENS_MATTER.test(opener)) return true;
  if (opener === 'for' && act === 'condemns') return true;
  return hasAgent && /^(?:accuses|condemns)$/.test(act) && /^(?:for|over|with)$/.test(opener);
}

/** "is expected to leave", "was accused by residents of theft": the passive's content. */
function behindPassive(reading: Reading, cue: Cue, agent: Subject | null): Content | null {
  const { tokens, sentence, cues } = reading;
  const { act, lemma } = cue.entry;
  if (act === 'denies' && agent)
    return deniedBefore(reading, cue.first) ?? givenBefore(reading, cue, 'denied-by');
  const by = behindTime(tokens, cue.after);
  const hasAgent = lowerAt(tokens, by) === 'by';
  if (hasAgent && GIVEN_BY.test(lemma)) return givenBefore(reading, cue, 'given-by');
  const at = hasAgent ? behindAgent(tokens, by, sentence, cue) : cue.after;
  if (!opensMatter(lowerAt(tokens, at), act, hasAgent)) return null;
  const agentBehind = agent && agent.first > at ? agent.first - 1 : sentence.endToken;
  const end = contentEnd(tokens, at, sentence, cue, cues, 'noun-phrase');
  const range = rangeOf(tokens, at, Math.min(end, agentBehind));
  const accused = accusedBefore(reading, cue);
  return range && { pieces: accused ? [accused, range] : [range], rule: 'reported-passive' };
}

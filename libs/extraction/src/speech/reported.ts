import type { TextRange } from '#domain';
import type { Document, Sentence, Token } from '../text/document.js';
import type { Cue } from './find-cues.js';
import { phraseStartingAt, SUBJECT_PRONOUNS, TIME_WORD, VENUE } from './noun-phrase.js';
import { mainSubject, subjectAfter, subjectOf, type Subject } from './subjects.js';
import type { Utterance } from './utterance.js';

type Sources = ReadonlyMap<number, Subject>;

/**
 * Reported speech: the words a cue attributes without (or with only some) quotation marks.
 * Rules, by where the content stands: behind the cue as a clause, an infinitive or a noun phrase; before it ("..., Ruiz said");
 * around it ("The road, Ruiz said, is closed"); with "according to"; passive ("was accused of ...").
 */
export function readReported(document: Document, cues: readonly Cue[]): Utterance[] {
  const found: Utterance[] = [];
  const subjects = new Map<number, Subject>();
  for (const cue of cues) {
    const sentence = document.sentences[cue.sentence];
    if (!sentence) continue;
    const subject =
      subjectOf(document.tokens, cue, sentence) ??
      inverted(document.tokens, cue, sentence) ??
      shared(document.tokens, cue, sentence, subjects, found);
    if (subject) subjects.set(cue.verb, subject);
    const content = contentOf(document, cue, subject, sentence, cues);
    if (!content) continue;
    found.push({
      sentence: cue.sentence,
      pieces: content.pieces,
      quoted: false,
      cue,
      subject: content.inverted ?? subject,
      mode: (content.inverted ?? subject) ? 'explicit' : 'none',
      after: null,
      rule: content.rule,
    });
  }
  return found;
}

/** "..., said Ruiz": right after a comma or closing mark the subject stands behind. */
function inverted(tokens: readonly Token[], cue: Cue, sentence: Sentence): Subject | null {
  if (cue.voice !== 'finite' || !cue.entry.frames.includes('q') || cue.first !== cue.verb) return null;
  const before = tokens[cue.verb - 1];
  if (!before || !/^[,”"»’'?!]$/.test(before.text)) return null;
  return subjectAfter(tokens, cue.verb, sentence);
}

/** Participles, infinitives and coordinated verbs take the subject of the cue before them in the sentence, else of its main verb. */
function shared(
  tokens: readonly Token[],
  cue: Cue,
  sentence: Sentence,
  subjects: Sources,
  found: readonly Utterance[],
): Subject | null {
  if (cue.voice === 'passive' || cue.voice === 'preposition') return null;
  const own = found.filter((utterance) => utterance.sentence === cue.sentence);
  const isNested = (at: number): boolean =>
    own.some(({ pieces }) => pieces.some(({ start, end }) => start <= at && at < end));
  let last: Subject | null = null;
  for (const { cue: other } of own) {
    const subject = other && subjects.get(other.verb);
    if (other && subject && other.verb < cue.verb && !isNested(tokens[other.verb]?.start ?? 0))
      last = subject;
  }
  return last ?? mainSubject(tokens, cue.first, sentence);
}

interface Content {
  readonly pieces: readonly TextRange[];
  readonly rule: string;
  readonly inverted?: Subject;
}

function contentOf(
  document: Document,
  cue: Cue,
  subject: Subject | null,
  sentence: Sentence,
  cues: readonly Cue[],
): Content | null {
  const { tokens } = document;
  if (cue.voice === 'preposition') return subject && aroundAccordingTo(document, cue, subject, sentence);
  if (cue.voice === 'passive') return passiveContent(document, cue, sentence, cues);
  const behind = contentBehind(document, cue, sentence, cues);
  if (behind) return behind;
  if (!/[sq]/.test(cue.entry.frames) || !subject) return null;
  return contentBefore(document, cue, subject, sentence, tokens);
}

const END = /^[.!?…;]+$/;

/** Where the content behind a cue starts, after listener, time and manner; -1 where nothing follows. */
function startBehind(tokens: readonly Token[], cue: Cue, sentence: Sentence): number {
  let at = cue.after;
  const isListened = cue.entry.frames.includes('r');
  if (isListened) at = skipListener(tokens, at, sentence.endToken);
  for (let turn = 0; turn < 4; turn++) {
    const next = skipAdjuncts(tokens, at, sentence.endToken, cue.entry.frames);
    if (next === at) break;
    at = next;
  }
  return at < sentence.endToken ? at : -1;
}

function skipListener(tokens: readonly Token[], at: number, limit: number): number {
  const token = tokens[at];
  if (!token || /^(?:that|to|of|about|against|:|,|[“"'‘])$/.test(token.lower)) return at;
  if (token.pos === 'PRON' && /^(?:me|him|us|them|you|her|it)$/.test(token.lower)) return at + 1;
  const phrase = phraseStartingAt(tokens, at, Math.min(limit, at + 14));
  if (!phrase) return at;
  // The listener is the first name or noun; what may be the content's own subject stays.
  let end = at;
  while (end < phrase.end && !(tokens[end]?.pos === 'NOUN' || tokens[end]?.pos === 'PROPN')) end++;
  while (
    end < phrase.end &&
    (tokens[end]?.pos === 'NOUN' || tokens[end]?.pos === 'PROPN' || tokens[end]?.lower === "'s")
  )
    end++;
  return Math.min(end, phrase.end);
}

const ADJUNCT =
  /^(?:in|on|at|during|after|before|via|by|through|from|to|following|late|early|earlier|later|again|also|as|with)$/;

/** Skips a time ("on Tuesday", "late Monday") or an occasion ("in a statement") between cue and content. */
function skipAdjuncts(tokens: readonly Token[], at: number, limit: number, frames: string): number {
  const token = tokens[at];
  if (!token || token.quote >= 0) return at;
  if (TIME_WORD.test(token.lower)) return at + 1;
  if (frames.includes('n') && !/^(?:on|late|early|earlier|later|again|also|in)$/.test(token.lower)) return at;
  if (!ADJUNCT.test(token.lower)) return at;
  for (let i = at + 1; i < Math.min(limit, at + 9); i++) {
    const next = tokens[i];
    if (!next || next.quote >= 0) return at;
    if (VENUE.test(next.lower) || TIME_WORD.test(next.lower)) return skipVenueTail(tokens, i + 1, limit);
    if (next.lower === 'that' || next.text === ',' || next.text === ':')
      return ADJUNCT.test(token.lower) && i > at + 1 && frames.includes('s') ? i : at;
    if (next.pos === 'VERB' || next.pos === 'AUX' || SUBJECT_PRONOUNS.has(next.lower)) return at;
  }
  return at;
}

function skipVenueTail(tokens: readonly Token[], at: number, limit: number): number {
  let i = at;
  while (i < limit && (TIME_WORD.test(tokens[i]?.lower ?? '') || tokens[i]?.kind === 'number')) i++;
  return i;
}

/** Whether what follows fits one of the entry's frames; names the rule. */
function frameBehind(tokens: readonly Token[], at: number, cue: Cue, sentence: Sentence): string | null {
  const token = tokens[at];
  const { frames } = cue.entry;
  if (!token || END.test(token.text)) return null;
  if (token.lower === 'that') return /[srq]/.test(frames) ? 'clause' : null;
  if (token.lower === 'to') return frames.includes('t') || frames.includes('o') ? 'infinitive' : null;
  if (token.quote >= 0) return /[snqo]/.test(frames) ? 'quotation' : null;
  if (/^(?:how|what|why|whether|if|who|when|where|which)$/.test(token.lower))
    return /[sno]/.test(frames) ? 'clause' : null;
  if (token.text === ':' && /[sq]/.test(frames)) return 'colon';
  if (token.kind === 'punct' && token.text !== '$' && token.text !== '(') return null;
  if (frames.includes('p')) return 'noun-phrase';
  if (cue.entry.prepositions.includes(token.lower)) return 'noun-phrase';
  if (/[no]/.test(frames)) return token.pos === 'ADP' && token.lower !== 'for' ? null : 'noun-phrase';
  if (!/[sr]/.test(frames)) return null;
  if (token.pos === 'ADP' && !frames.includes('q')) return null;
  return hasVerbSoon(tokens, at, sentence.endToken) ? 'clause' : null;
}

function hasVerbSoon(tokens: readonly Token[], from: number, limit: number): boolean {
  for (let i = from; i < Math.min(limit, from + 30); i++) {
    const pos = tokens[i]?.pos;
    if (pos === 'VERB' || pos === 'AUX') return true;
    if (END.test(tokens[i]?.text ?? '')) return false;
  }
  return false;
}

function contentBehind(
  document: Document,
  cue: Cue,
  sentence: Sentence,
  cues: readonly Cue[],
): Content | null {
  const { tokens } = document;
  const at = startBehind(tokens, cue, sentence);
  if (at < 0) return null;
  const comma = tokens[at]?.text === ',' || tokens[at]?.text === ':' ? 1 : 0;
  if (comma && (tokens[at + 1]?.quote ?? -1) < 0 && tokens[at]?.text === ',') return null;
  const frame = frameBehind(tokens, at + (tokens[at]?.text === ',' ? 1 : 0), cue, sentence);
  if (!frame) return null;
  const first = at + comma;
  const end = contentEnd(document, first, sentence, cue, cues, frame);
  const range = rangeOf(tokens, first, end);
  return range && { pieces: [range], rule: `reported-${frame}` };
}

/** The content runs to its sentence's end, or to the next clause that another cue or a contrast opens. */
function contentEnd(
  document: Document,
  first: number,
  sentence: Sentence,
  cue: Cue,
  cues: readonly Cue[],
  frame: string,
): number {
  const { tokens } = document;
  for (let i = first + 1; i < sentence.endToken; i++) {
    const token = tokens[i];
    if (!token || token.quote >= 0) continue;
    if (END.test(token.text)) return i;
    if (token.text === ',' && breaksAt(tokens, i, cue, cues, frame)) return i;
    if (!/^(?:and|but|while)$/.test(token.lower)) continue;
    if (opensOtherCue(tokens, i, cue, cues) || opensOtherClause(tokens, i, frame)) return i;
  }
  return sentence.endToken;
}

function breaksAt(
  tokens: readonly Token[],
  comma: number,
  cue: Cue,
  cues: readonly Cue[],
  frame: string,
): boolean {
  const next = tokens[comma + 1];
  if (!next) return false;
  if (next.lower === 'but' || next.lower === 'although' || next.lower === 'though') return true;
  if (next.lower === 'according' && tokens[comma + 2]?.lower === 'to') return true;
  if (opensOtherCue(tokens, comma, cue, cues)) return true;
  if (frame !== 'noun-phrase' && frame !== 'infinitive') return false;
  return /ing$/.test(next.lower) && next.pos === 'VERB';
}

/** Behind a noun phrase, "and if" or "and he" starts something new. */
function opensOtherClause(tokens: readonly Token[], at: number, frame: string): boolean {
  const next = tokens[at + 1];
  if (!next || frame !== 'noun-phrase') return false;
  return /^(?:if|when|while|because|although|he|she|they|it|we)$/.test(next.lower);
}

/** Within a few tokens stands another cue whose subject or participle begins right here. */
function opensOtherCue(tokens: readonly Token[], at: number, cue: Cue, cues: readonly Cue[]): boolean {
  const joins = /^(?:and|but|while|,)$/;
  let from = at + 1;
  while (joins.test(tokens[from]?.lower ?? '')) from++;
  for (const other of cues) {
    if (other.verb <= at || other.sentence !== cue.sentence || other === cue) continue;
    if (other.first > from + 8) return false;
    if (other.first === from) return other.voice === 'participle' || tokens[at]?.lower !== ',';
    if (other.voice !== 'finite' || !isStrong(other)) return false;
    return phraseReaches(tokens, from, other.first);
  }
  return false;
}

function isStrong(cue: Cue): boolean {
  return cue.entry.frames.includes('q') || cue.entry.act === 'denies';
}

function phraseReaches(tokens: readonly Token[], from: number, to: number): boolean {
  const phrase = phraseStartingAt(tokens, from, to);
  return phrase !== null && phrase.end === to;
}

/** "The road is closed, Ruiz said." and "The road, Ruiz said, is closed." */
function contentBefore(
  document: Document,
  cue: Cue,
  subject: Subject,
  sentence: Sentence,
  tokens: readonly Token[],
): Content | null {
  if (cue.voice !== 'finite' || !cue.entry.frames.includes('q')) return null;
  const isInverted = subject.first > cue.verb;
  const boundary = isInverted ? cue.first : subject.first;
  const comma = boundary - 1;
  const before = tokens[comma];
  if (!before || comma <= sentence.firstToken || before.text !== ',') return null;
  const first = rangeOf(tokens, skipConjunction(tokens, sentence.firstToken), comma);
  if (!first) return null;
  const tail = isInverted ? subject.end : startBehind(tokens, cue, sentence);
  if (tail > 0 && tokens[tail]?.text === ',' && hasVerbSoon(tokens, tail + 1, sentence.endToken)) {
    const second = rangeOf(tokens, tail + 1, sentence.endToken);
    if (second && !isInverted) return { pieces: [first, second], rule: 'reported-around' };
  }
  return { pieces: [first], rule: isInverted ? 'reported-before-inverted' : 'reported-before' };
}

function skipConjunction(tokens: readonly Token[], at: number): number {
  return /^(?:but|and|so|yet)$/.test(tokens[at]?.lower ?? '') ? at + 1 : at;
}

function aroundAccordingTo(
  document: Document,
  cue: Cue,
  subject: Subject,
  sentence: Sentence,
): Content | null {
  const { tokens } = document;
  if (cue.verb <= sentence.firstToken + 1) {
    let at = subject.end;
    while (at < sentence.endToken && tokens[at]?.text !== ',') at++;
    const range = rangeOf(tokens, at + 1, sentence.endToken);
    return range && { pieces: [range], rule: 'according-to-before' };
  }
  const start = clauseStart(tokens, cue.verb, sentence);
  const range = rangeOf(tokens, skipConjunction(tokens, start), cue.verb);
  return range && { pieces: [range], rule: 'according-to-after' };
}

function clauseStart(tokens: readonly Token[], verb: number, sentence: Sentence): number {
  for (let i = verb - 2; i > sentence.firstToken; i--) if (tokens[i]?.text === ';') return i + 1;
  return sentence.firstToken;
}

/** "is expected to leave", "was accused of theft": the passive's content, with the subject where it is part of the proposition. */
function passiveContent(
  document: Document,
  cue: Cue,
  sentence: Sentence,
  cues: readonly Cue[],
): Content | null {
  const { tokens } = document;
  let at = cue.after;
  if (tokens[at]?.lower === 'by') {
    const agent = phraseStartingAt(tokens, at + 1, sentence.endToken);
    at = agent ? agent.end : at;
  }
  const token = tokens[at];
  if (!token || !/^(?:to|of|that|as|about|whether|for|if|[“"])$/.test(token.lower)) return null;
  if (token.lower === 'for' && cue.entry.act !== 'condemns') return null;
  const end = contentEnd(document, at, sentence, cue, cues, 'noun-phrase');
  const range = rangeOf(tokens, at, end);
  return range && { pieces: [range], rule: 'reported-passive' };
}

/** Tokens `first` to before `end` as a range, without commas and stops at its edges. */
export function rangeOf(tokens: readonly Token[], first: number, end: number): TextRange | null {
  let from = first;
  let to = end;
  while (from < to && /^[,;:.–—-]+$/.test(tokens[from]?.text ?? '')) from++;
  while (to > from && /^[,;:.–—-]+$/.test(tokens[to - 1]?.text ?? '')) to--;
  const start = tokens[from];
  const last = tokens[to - 1];
  return start && last && to > from ? { start: start.start, end: last.end } : null;
}

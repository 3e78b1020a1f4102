import type { TextRange } from '#domain';
import type { Document, Sentence, Token } from '../text/document.js';
import { lowerAt, textAt } from '../text/token-at.js';
import { contentEnd } from './content-end.js';
import { frameBehind, hasVerb, startBehind } from './content-start.js';
import type { Cue, CuesBySentence } from './find-cues.js';
import { phraseStartingAt } from './noun-phrase.js';
import { mainSubject, subjectAfter, subjectOf, type Subject } from './subjects.js';
import { rangeOf } from './token-range.js';
import type { Utterance } from './utterance.js';

/** A sentence being read: its cues and what they have given so far. */
interface Reading {
  readonly tokens: readonly Token[];
  readonly sentence: Sentence;
  readonly cues: readonly Cue[];
  readonly found: Utterance[];
  /** Subject of the last cue that is not itself reported, for those that share it. */
  shared: Subject | null;
  /** Where the content read so far ends. */
  reach: number;
}

interface Content {
  readonly pieces: readonly TextRange[];
  readonly rule: string;
}

/**
 * Reported speech: the words a cue attributes without (or with only some) quotation marks.
 * Rules, by where the content stands: behind the cue as a clause, an infinitive or a noun phrase; before it ("..., Ruiz said");
 * around it ("The road, Ruiz said, is closed"); with "according to"; passive ("was accused of ...").
 */
export function readReported(document: Document, cues: CuesBySentence): Utterance[] {
  const all: Utterance[] = [];
  for (const sentence of document.sentences) {
    const own = cues.get(sentence.index) ?? [];
    const reading: Reading = {
      tokens: document.tokens,
      sentence,
      cues: own,
      found: [],
      shared: null,
      reach: 0,
    };
    for (const cue of own) readCue(reading, cue);
    all.push(...reading.found);
  }
  return all;
}

function readCue(reading: Reading, cue: Cue): void {
  const { tokens, sentence, found } = reading;
  const subject = subjectOf(tokens, cue, sentence) ?? inverted(reading, cue) ?? shared(reading, cue);
  const content = contentOf(reading, cue, subject);
  if (!content) return;
  const mode = subject ? 'explicit' : 'none';
  const at = tokens[cue.verb]?.start ?? 0;
  if (subject && at >= reading.reach) reading.shared = subject;
  reading.reach = Math.max(reading.reach, content.pieces.at(-1)?.end ?? 0);
  found.push({ sentence: sentence.index, quoted: false, cue, subject, mode, after: null, ...content });
}

/** "..., said Ruiz": right after a comma or closing mark the subject stands behind. */
function inverted({ tokens, sentence }: Reading, cue: Cue): Subject | null {
  if (cue.voice !== 'finite' || !cue.entry.frames.includes('q') || cue.first !== cue.verb) return null;
  return /^[,”"»’'?!]$/.test(textAt(tokens, cue.verb - 1)) ? subjectAfter(tokens, cue.verb, sentence) : null;
}

/** Participles, infinitives and coordinated verbs take the subject of the last cue that is not itself reported, else of the main verb. */
function shared({ tokens, sentence, shared: last }: Reading, cue: Cue): Subject | null {
  if (cue.voice === 'passive' || cue.voice === 'preposition') return null;
  return last ?? mainSubject(tokens, cue.first, sentence);
}

function contentOf(reading: Reading, cue: Cue, subject: Subject | null): Content | null {
  if (cue.voice === 'preposition') return subject && withAccordingTo(reading, cue, subject);
  if (cue.voice === 'passive') return behindPassive(reading, cue);
  return behindCue(reading, cue) ?? (subject && beforeCue(reading, cue, subject));
}

function behindCue({ tokens, sentence, cues }: Reading, cue: Cue): Content | null {
  const at = startBehind(tokens, cue, sentence);
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

/** "The road is closed, Ruiz said." and "The road, Ruiz said, is closed." */
function beforeCue({ tokens, sentence }: Reading, cue: Cue, subject: Subject): Content | null {
  if (cue.voice !== 'finite' || !cue.entry.frames.includes('q')) return null;
  const isInverted = subject.first > cue.verb;
  const comma = (isInverted ? cue.first : subject.first) - 1;
  if (comma <= sentence.firstToken || textAt(tokens, comma) !== ',') return null;
  const first = rangeOf(tokens, skipConjunction(tokens, sentence.firstToken), comma);
  if (!first) return null;
  if (isInverted) return { pieces: [first], rule: 'reported-before-inverted' };
  const tail = startBehind(tokens, cue, sentence);
  const goesOn = tail > 0 && textAt(tokens, tail) === ',' && hasVerb(tokens, tail + 1, sentence.endToken);
  const second = goesOn ? rangeOf(tokens, tail + 1, sentence.endToken) : null;
  return second
    ? { pieces: [first, second], rule: 'reported-around' }
    : { pieces: [first], rule: 'reported-before' };
}

function skipConjunction(tokens: readonly Token[], at: number): number {
  return /^(?:but|and|so|yet)$/.test(lowerAt(tokens, at)) ? at + 1 : at;
}

function withAccordingTo({ tokens, sentence }: Reading, cue: Cue, subject: Subject): Content | null {
  if (cue.verb <= sentence.firstToken + 1) {
    let at = subject.end;
    while (at < sentence.endToken && textAt(tokens, at) !== ',') at++;
    const range = rangeOf(tokens, at + 1, sentence.endToken);
    return range && { pieces: [range], rule: 'according-to-before' };
  }
  let start = cue.verb - 1;
  while (start > sentence.firstToken && textAt(tokens, start - 1) !== ';') start--;
  const range = rangeOf(tokens, skipConjunction(tokens, start), cue.verb);
  return range && { pieces: [range], rule: 'according-to-after' };
}

/** "is expected to leave", "was accused by residents of theft": the passive's content. */
function behindPassive({ tokens, sentence, cues }: Reading, cue: Cue): Content | null {
  let at = cue.after;
  if (lowerAt(tokens, at) === 'by') at = phraseStartingAt(tokens, at + 1, sentence.endToken)?.end ?? at;
  const opener = lowerAt(tokens, at);
  if (!/^(?:to|of|that|as|about|whether|for|if|[“"])$/.test(opener)) return null;
  if (opener === 'for' && cue.entry.act !== 'condemns') return null;
  const range = rangeOf(tokens, at, contentEnd(tokens, at, sentence, cue, cues, 'noun-phrase'));
  return range && { pieces: [range], rule: 'reported-passive' };
}

import type { Sentence, Token } from '../text/document.js';
import { isQuotedAt, lowerAt, posAt, textAt } from '../text/token-at.js';
import { isCapitalised } from './name-index.js';
import type { Phrase } from './noun-phrase.js';
import { SENTENCE_END } from './content-start.js';
import type { Cue } from './find-cues.js';
import {
  subjectBehindOpening,
  subjectBehindWith,
  subjectBeside,
  subjectOf,
  subjectShowing,
} from './subject-of-cue.js';
import type { Subject } from './subject.js';
import { hasVerbBehind, mainSubject, subjectAfter, subjectBefore } from './subjects.js';

const LISTENER = /^(?:reporters|journalists|correspondents|lawmakers|viewers|listeners)$/;

/** What a cue's sentence tells of its subject. */
interface Clause {
  readonly tokens: readonly Token[];
  readonly sentence: Sentence;
  readonly cues: readonly Cue[];
  /** Subject of the last cue that is not itself reported, for those that share it. */
  readonly shared: Subject | null;
}

/** Who says what a cue attributes, wherever the sentence names them; null where it does not. */
export function subjectFor(clause: Clause, cue: Cue): Subject | null {
  const { tokens, sentence } = clause;
  return (
    closing(clause, cue) ?? subjectOf(tokens, cue, sentence) ?? inverted(clause, cue) ?? shared(clause, cue)
  );
}

/** "..., said Ruiz": right after a comma or closing mark the subject stands behind. */
function inverted({ tokens, sentence }: Clause, cue: Cue): Subject | null {
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
function closing(clause: Clause, cue: Cue): Subject | null {
  const { tokens, sentence } = clause;
  if (cue.entry.frames.includes('n')) return null;
  if (textAt(tokens, cue.verb - 1) !== ',') return namedBehind(clause, cue);
  const subject = inverted(clause, cue);
  if (!subject || subjectBefore(tokens, cue.first, sentence)?.first === sentence.firstToken) return null;
  return subject.end >= sentence.endToken || SENTENCE_END.test(textAt(tokens, subject.end)) ? subject : null;
}

/** "Nobody opened the dam said Ada Brill, the deputy mayor.": the comma before the verb is left out. */
function namedBehind({ tokens, sentence }: Clause, cue: Cue): Subject | null {
  if (cue.entry.lemma !== 'say' || cue.voice !== 'finite' || cue.first !== cue.verb) return null;
  if (!/^(?:NOUN|PROPN)$/.test(posAt(tokens, cue.verb - 1)) || isQuotedAt(tokens, cue.verb - 1)) return null;
  const subject = subjectAfter(tokens, cue.verb, sentence);
  if (!subject || !isFullName(tokens, subject.phrase)) return null;
  return mainSubject(tokens, cue.verb, sentence) && subject;
}

/** Two capitals or more that a comma or the sentence's end closes. */
function isFullName(tokens: readonly Token[], { first, end }: Phrase): boolean {
  const words = tokens.slice(first, end);
  return words.length > 1 && words.every(isCapitalised) && /^[,.]?$/.test(textAt(tokens, end));
}

/** Participles, infinitives and coordinated verbs take the subject of the last cue that is not itself reported, else of the main verb. */
function shared({ tokens, sentence, cues, shared: last }: Clause, cue: Cue): Subject | null {
  if (cue.voice === 'passive' || cue.voice === 'preposition') return null;
  return (
    subjectBehindWith(tokens, cue, sentence) ??
    subjectShowing(tokens, cue, sentence) ??
    subjectBeside(tokens, cue, sentence) ??
    last ??
    mainSubject(tokens, cue.first, sentence) ??
    subjectBehindOpening(tokens, cue, cues, sentence)
  );
}

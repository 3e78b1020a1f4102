import type { Sentence, Token } from '../text/document.js';
import { isQuotedAt, lowerAt, posAt, textAt } from '../text/token-at.js';
import type { CueEntry } from './cue-lexicon.js';
import type { Cue } from './find-cues.js';
import { beforeCount } from './issuer.js';
import { standsBeside } from './content-end.js';
import { phraseEndingAt, phraseStartingAt, type Phrase } from './noun-phrase.js';
import { isFinite } from './finite-verb.js';
import { storyStart } from './story-start.js';
import { bareSubject, isOfRelative, MAX_MAIN_VERB, subjectAfter, subjectBefore } from './subjects.js';
import type { Subject } from './subject.js';

/** Tokens before an opening participle: "But strongly denying". */
const MAX_OPENING = 2;
/** What documents do, too. */
const SHOWS = /^(?:show|suggest|indicate|detail|list|outline|document)$/;
/** Tokens of a subject between "with" and its participle. */
const MAX_WITH = 8;

/** The subject of a cue by its voice; null where it has none of its own. */
export function subjectOf(tokens: readonly Token[], cue: Cue, sentence: Sentence): Subject | null {
  if (cue.voice === 'preposition') return sourceAfter(tokens, cue.after - 1, sentence);
  if (cue.voice === 'passive') return agentOf(tokens, cue, sentence);
  return cue.voice === 'finite' ? subjectBefore(tokens, cue.first, sentence) : null;
}

/** The source behind "according to": neither a count nor a clause behind it belongs to it. */
function sourceAfter(tokens: readonly Token[], before: number, sentence: Sentence): Subject | null {
  const subject = subjectAfter(tokens, before, sentence, true);
  if (!subject) return null;
  const { phrase, apposition } = subject;
  const cut = beforeCount(tokens, phrase);
  // Behind "According to the owners, 40 people ..." nothing would be left to attribute.
  if (cut !== phrase) return bareSubject(cut);
  if (before <= sentence.firstToken + 1 && subject.end >= sentence.endToken - 1) return bareSubject(phrase);
  // "According to the council, 40 people, ...": a number of something is no apposition, as an age is.
  if (
    apposition &&
    posAt(tokens, apposition.first) === 'NUM' &&
    posAt(tokens, apposition.first + 1) === 'NOUN'
  )
    return bareSubject(phrase);
  if (!apposition || /^(?:who|which|whose|whom)$/.test(lowerAt(tokens, apposition.first))) return subject;
  return isClauseOrCount(tokens, apposition) ? bareSubject(phrase) : subject;
}

/** "According to the council, 40 people, ...": what has a verb, or counts something, is no apposition; an age is. */
function isClauseOrCount(tokens: readonly Token[], { first, end }: Phrase): boolean {
  if (posAt(tokens, first) === 'NUM' && posAt(tokens, first + 1) === 'NOUN') return true;
  for (let i = first; i < end; i++) if (/^(?:AUX|VERB)$/.test(posAt(tokens, i))) return true;
  return false;
}

/** "was accused by residents of ...": the agent of a passive. */
function agentOf(tokens: readonly Token[], cue: Cue, sentence: Sentence): Subject | null {
  const limit = Math.min(sentence.endToken, cue.verb + 30);
  for (let i = behindLabel(tokens, cue.verb); i < limit && !isQuotedAt(tokens, i); i++) {
    if (opensPassive(tokens, i)) return null;
    if (lowerAt(tokens, i) !== 'by') continue;
    if (cue.entry.act === 'denies') return subjectAfter(tokens, i, sentence);
    const phrase = phraseStartingAt(tokens, i + 1, sentence.endToken);
    return phrase && bareSubject({ ...phrase, end: matterIn(tokens, phrase, cue.entry) });
  }
  return null;
}

/** Behind the verb, or behind the label in quotation marks that it gives: `dismissed as “absurd” by ...`. */
function behindLabel(tokens: readonly Token[], verb: number): number {
  const label = tokens[verb + 2]?.quote ?? -1;
  if (label < 0 || lowerAt(tokens, verb + 1) !== 'as') return verb + 1;
  let at = verb + 2;
  while (tokens[at]?.quote === label) at++;
  return at;
}

/** "said to have been killed by rebels", "accused of being paid by Damascus": who stands behind "by" there did that, and did not say it. */
function opensPassive(tokens: readonly Token[], at: number): boolean {
  const [opener, next] = [lowerAt(tokens, at), lowerAt(tokens, at + 1)];
  if (opener === 'of' || opener === 'to') {
    const isPerfect = (next === 'have' || next === 'having') && lowerAt(tokens, at + 2) === 'been';
    return next === 'be' || next === 'being' || isPerfect;
  }
  return opener === 'that';
}

/** Where in a passive's agent the matter opens ("accused by residents of theft", "blamed by them for it"); its end where nowhere. */
export function matterIn(tokens: readonly Token[], { first, end }: Phrase, { act }: CueEntry): number {
  const opens = act === 'accuses' ? /^(?:of|for|over|with)$/ : /^(?:for|over|with)$/;
  if (!/^(?:accuses|condemns)$/.test(act)) return end;
  for (let at = first + 1; at < end; at++) if (opens.test(lowerAt(tokens, at))) return at;
  return end;
}

/** "with Ruiz yelling: ...": a participle behind "with" has a subject of its own. */
export function subjectBehindWith(tokens: readonly Token[], cue: Cue, sentence: Sentence): Subject | null {
  if (cue.voice !== 'participle') return null;
  const last = posAt(tokens, cue.first - 1) === 'ADV' ? cue.first - 2 : cue.first - 1;
  let at = last;
  const floor = Math.max(sentence.firstToken, last - MAX_WITH);
  while (at > floor && lowerAt(tokens, at) !== 'with' && textAt(tokens, at) !== ',') at--;
  const phrase = lowerAt(tokens, at) === 'with' ? phraseEndingAt(tokens, last, at + 1) : null;
  return phrase?.first === at + 1 ? bareSubject(phrase) : null;
}

/** "a video showing ...", "a report detailing ...": a participle of showing belongs to the noun right before it. */
export function subjectShowing(tokens: readonly Token[], cue: Cue, sentence: Sentence): Subject | null {
  if (cue.voice !== 'participle' || !SHOWS.test(cue.entry.lemma)) return null;
  const phrase =
    posAt(tokens, cue.first - 1) === 'NOUN'
      ? phraseEndingAt(tokens, cue.first - 1, sentence.firstToken)
      : null;
  return phrase && bareSubject(phrase);
}

/** "Ruiz smiled and said": the subject of the verb before "and". */
export function coordinatedSubject(tokens: readonly Token[], cue: Cue, sentence: Sentence): Subject | null {
  if (cue.voice !== 'finite' || lowerAt(tokens, cue.first - 1) !== 'and') return null;
  for (let i = cue.first - 2; i > Math.max(sentence.firstToken, cue.first - MAX_MAIN_VERB); i--) {
    if (isQuotedAt(tokens, i)) return null;
    const subject = isFinite(tokens, i) ? subjectBefore(tokens, i, sentence) : null;
    if (subject && !isOfRelative(tokens, subject.phrase)) return subject;
  }
  return null;
}

/** "Ruiz, denying any secret talks, said": a participle set beside the subject that opens the sentence. */
export function subjectBeside(tokens: readonly Token[], cue: Cue, sentence: Sentence): Subject | null {
  if (!standsBeside(tokens, cue, sentence)) return null;
  const phrase = phraseStartingAt(tokens, storyStart(tokens, sentence), cue.first);
  return phrase && bareSubject(phrase);
}

/** "Denying that anything was lost, Ruiz said ...": a participle that opens the sentence has the subject of the verb behind its comma. */
export function subjectBehindOpening(
  tokens: readonly Token[],
  cue: Cue,
  cues: readonly Cue[],
  sentence: Sentence,
): Subject | null {
  if (cue.voice !== 'participle' || cue.first > sentence.firstToken + MAX_OPENING) return null;
  for (const main of cues) {
    if (main.first <= cue.after || main.voice !== 'finite') continue;
    const subject = subjectBefore(tokens, main.first, sentence);
    if (subject && textAt(tokens, subject.first - 1) === ',') return subject;
  }
  return null;
}

import type { Sentence, Token } from '../text/document.js';
import { isQuotedAt, lowerAt, posAt, textAt } from '../text/token-at.js';
import { skipAside } from './before-verb.js';
import { CUES } from './cue-lexicon.js';
import { phraseEndingAt, phraseStartingAt, type Phrase } from './noun-phrase.js';
import { CLAUSE_OPENS, withClauseBeside } from './clause-beside.js';
import { isFinite } from './finite-verb.js';
import { isDash, storyStart } from './story-start.js';
import type { Subject } from './subject.js';
import { VERB_FORMS } from './verb-forms.js';
import { wordList } from '../words/word-list.js';

const APPOSITION_OPENS = /^(?:a|an|the|who|which|whose|whom|his|her|its|their|one|another|\d+)$/;
const APPOSITION_POS = /^(?:NOUN|PROPN|ADJ|NUM|ADP|ADV|VERB|DET)$/;
const MAX_APPOSITION = 40;
/** An aside before the verb ends with one of them. */
const ASIDE_MARKS = wordList(', — –');
const RELATIVE = wordList('who which that whose whom where when as');
const SUBORDINATE = wordList(
  'who which that whose whom where when as because since after before while although if',
);
/** What may stand between commas before the verb. */
const ADVERB = wordList(
  'though however meanwhile too also then nevertheless nonetheless instead moreover indeed likewise',
);
/** Tokens between a verb and its object's first one. */
const MAX_OBJECT = 6;
/** The main verb stands within this many tokens of the sentence's start. */
export const MAX_MAIN_VERB = 60;

export function bareSubject(phrase: Phrase): Subject {
  return { phrase, apposition: null, first: phrase.first, end: phrase.end };
}

/** The subject right before a verb group: "Ruiz", "Ruiz, who leads the council," or "Ruiz, 42,". */
export function subjectBefore(tokens: readonly Token[], group: number, sentence: Sentence): Subject | null {
  const last = skipAdverb(tokens, skipAside(tokens, group - 1, sentence.firstToken), sentence.firstToken);
  if (last < sentence.firstToken || isQuotedAt(tokens, last)) return null;
  if (ASIDE_MARKS.at(tokens, last) || isDash(tokens, last))
    return leadingSubject(tokens, last, sentence) ?? subjectWithApposition(tokens, last, sentence);
  const phrase = phraseEndingAt(tokens, last, sentence.firstToken);
  return (
    withClauseBeside(tokens, phrase, last, group, sentence) ??
    (phrase && bareSubject(behindOtherClause(tokens, phrase, group, sentence.firstToken)))
  );
}

/** "Ruiz, however, said": an adverb between commas. */
function skipAdverb(tokens: readonly Token[], closing: number, floor: number): number {
  if (textAt(tokens, closing) !== ',') return closing;
  const isPair = /^(?:example|instance|contrast|turn|part)$/.test(lowerAt(tokens, closing - 1));
  const adverb = isPair ? closing - 2 : closing - 1;
  if (adverb <= floor + 1 || textAt(tokens, adverb - 1) !== ',') return closing;
  return isPair || ADVERB.at(tokens, adverb) ? adverb - 2 : closing;
}

/**
 * "Ruiz, head of the clinic, which serves the town, said": whoever opens the sentence, where nothing before the closing comma is a verb
 * of the sentence's own.
 */
function leadingSubject(tokens: readonly Token[], closing: number, sentence: Sentence): Subject | null {
  const opening = storyStart(tokens, sentence);
  const isAdverb = ADVERB.at(tokens, opening) && textAt(tokens, opening + 1) === ',';
  const start = isAdverb ? opening + 2 : behindParticiple(tokens, opening, closing);
  if (closing > start + MAX_APPOSITION) return null;
  const phrase = phraseStartingAt(tokens, start, closing);
  const opener = phrase?.end ?? closing;
  if (
    !phrase ||
    isOpeningAdverbial(tokens, phrase, sentence) ||
    textAt(tokens, opener) !== ',' ||
    opener === closing
  )
    return null;
  if (!opensApposition(tokens, opener + 1) || hasMainVerb(tokens, opener + 1, closing)) return null;
  return { phrase, apposition: { first: opener + 1, end: closing }, first: phrase.first, end: closing + 1 };
}

/** "Speaking in Tovia, the governor, Ada Lind, said": a clause without a subject opens the sentence; behind its comma the subject does. */
function behindParticiple(tokens: readonly Token[], first: number, closing: number): number {
  const isParticiple = posAt(tokens, first) === 'VERB' && /(?:ing|ed)$/.test(lowerAt(tokens, first));
  if (!isParticiple || /^\p{Lu}/u.test(textAt(tokens, first + 1))) return first;
  let comma = first;
  while (comma < closing && (textAt(tokens, comma) !== ',' || isQuotedAt(tokens, comma))) comma++;
  return comma + 1;
}

/** A finite verb that no relative clause holds. */
function hasMainVerb(tokens: readonly Token[], first: number, end: number): boolean {
  let isRelative = false;
  for (let i = first; i < end; i++) {
    if (SUBORDINATE.at(tokens, i)) isRelative = true;
    else if (textAt(tokens, i) === ',' || isDash(tokens, i)) isRelative = false;
    else if (!isRelative && isFiniteVerb(tokens, i)) return true;
  }
  return false;
}

/** "A town backs the army and a village supports it": an object before "and" belongs to the verb before it, not to the subject behind. */
function behindOtherClause(tokens: readonly Token[], phrase: Phrase, group: number, floor: number): Phrase {
  let and = phrase.end - 1;
  while (and > phrase.first && !/^(?:and|or)$/.test(lowerAt(tokens, and))) and--;
  if (and === phrase.first) return phrase;
  const isOther = isBehindSingular(tokens, and, group) || isObject(tokens, phrase.first, floor);
  return isOther ? { first: and + 1, end: phrase.end } : phrase;
}

/** "... rebels and Ostmark supports ...": of two things joined, a verb in the singular has only the second for its subject. */
function isBehindSingular(tokens: readonly Token[], and: number, group: number): boolean {
  const verb = lowerAt(tokens, group);
  if (!/^(?:has|is|was|does)$/.test(verb) && VERB_FORMS.get(verb)?.form !== 's') return false;
  const startsNew = /^\p{Lu}/u.test(textAt(tokens, and + 1)) || posAt(tokens, and + 1) === 'DET';
  return startsNew && /^\p{Ll}/u.test(textAt(tokens, and - 1));
}

/** A verb that takes no clause stands before the phrase: its first part is that verb's object. */
function isObject(tokens: readonly Token[], first: number, floor: number): boolean {
  for (let at = first - 1; at >= Math.max(floor, first - MAX_OBJECT); at--) {
    if (CLAUSE_OPENS.at(tokens, at) || isQuotedAt(tokens, at)) return false;
    if (posAt(tokens, at) === 'VERB' || posAt(tokens, at) === 'AUX') return !handsOver(lowerAt(tokens, at));
  }
  return false;
}

/** "said the mayor and the council want ...": behind such a verb a new clause may open with its subject. */
function handsOver(verb: string): boolean {
  const entries = CUES.get(VERB_FORMS.get(verb)?.lemma ?? '') ?? [];
  return entries.some(({ frames }) => /[srq]/.test(frames));
}

function subjectWithApposition(
  tokens: readonly Token[],
  closing: number,
  sentence: Sentence,
): Subject | null {
  const mark = textAt(tokens, closing);
  const stop = Math.max(sentence.firstToken, closing - MAX_APPOSITION);
  for (let i = closing - 1; i > stop && !isQuotedAt(tokens, i); i--) {
    if (textAt(tokens, i) !== mark || !opensApposition(tokens, i + 1)) continue;
    const phrase = phraseEndingAt(tokens, i - 1, sentence.firstToken);
    const apposition = { first: i + 1, end: closing };
    if (isClause(tokens, apposition) || (phrase && isOpeningAdverbial(tokens, phrase, sentence))) return null;
    return phrase && { phrase, apposition, first: phrase.first, end: closing + 1 };
  }
  return null;
}

/** "In Melbury county, four died in a landslide, said Ruiz": what the sentence's first preposition leads to is no subject. */
function isOpeningAdverbial(tokens: readonly Token[], { first }: Phrase, sentence: Sentence): boolean {
  const start = storyStart(tokens, sentence);
  return posAt(tokens, start) === 'ADP' && (first === start || first === start + 1);
}

/** "The bill fell, nine deputies were away, said Ruiz": a verb of its own that no "who" opens makes a clause. */
function isClause(tokens: readonly Token[], { first, end }: Phrase): boolean {
  for (let i = first; i < end && !isQuotedAt(tokens, i); i++) {
    if (RELATIVE.at(tokens, i)) return false;
    if (isFiniteVerb(tokens, i)) return true;
  }
  return false;
}

/** Beyond doubt: participles may stand for themselves ("a nurse trained in Oslo"). */
function isFiniteVerb(tokens: readonly Token[], i: number): boolean {
  if (isQuotedAt(tokens, i) || !isFinite(tokens, i)) return false;
  return posAt(tokens, i) === 'AUX' || !/(?:ed|en|wn)$/.test(lowerAt(tokens, i));
}

function opensApposition(tokens: readonly Token[], i: number): boolean {
  return APPOSITION_OPENS.test(lowerAt(tokens, i)) || APPOSITION_POS.test(posAt(tokens, i));
}

/** The subject behind an inverted verb: "said Ruiz, a nurse at the clinic". `sure`: see `phraseStartingAt`. */
export function subjectAfter(
  tokens: readonly Token[],
  verb: number,
  sentence: Sentence,
  sure = false,
): Subject | null {
  const phrase = phraseStartingAt(tokens, verb + 1, sentence.endToken, sure);
  if (!phrase) return null;
  if (textAt(tokens, phrase.end) !== ',') return bareSubject(phrase);
  const first = phrase.end + 1;
  const limit = Math.min(sentence.endToken, first + MAX_APPOSITION);
  let end = first;
  while (end < limit && !/^[,.;“"]$/.test(textAt(tokens, end))) end++;
  if (!opensApposition(tokens, first) || end === first) return bareSubject(phrase);
  return { phrase, apposition: { first, end }, first: phrase.first, end };
}

/** "said the days are gone": what stands behind is the content's own subject. */
export function hasVerbBehind(tokens: readonly Token[], { phrase }: Subject): boolean {
  return /^(?:VERB|AUX)$/.test(posAt(tokens, phrase.end)) && isFinite(tokens, phrase.end);
}

/** The subject of the sentence's first finite verb: what participles and later coordinated verbs share. */
export function mainSubject(tokens: readonly Token[], before: number, sentence: Sentence): Subject | null {
  const limit = Math.min(before, sentence.firstToken + MAX_MAIN_VERB);
  for (let i = sentence.firstToken + 1; i < limit; i++) {
    if (isQuotedAt(tokens, i) || !isFinite(tokens, i)) continue;
    const subject = subjectBefore(tokens, i, sentence);
    if (subject && !isOfRelative(tokens, subject.phrase)) return subject;
  }
  return null;
}

/** "who", "whose bakery", "some of whom": the subject of a clause within another. */
export function isOfRelative(tokens: readonly Token[], { first, end }: Phrase): boolean {
  if (/^(?:who|which|that|whose)$/.test(lowerAt(tokens, first)) || lowerAt(tokens, first - 1) === 'whose')
    return true;
  return /^(?:whom|which)$/.test(lowerAt(tokens, end - 1)) && lowerAt(tokens, end - 2) === 'of';
}

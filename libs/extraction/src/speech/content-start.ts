import type { Sentence, Token } from '../text/document.js';
import { isQuotedAt, lowerAt, posAt, textAt } from '../text/token-at.js';
import type { CueEntry } from './cue-lexicon.js';
import type { Cue } from './find-cues.js';
import { isHyphen, phraseStartingAt, SUBJECT_PRONOUNS, TIME_WORD, VENUE } from './noun-phrase.js';
import { wordList } from '../words/word-list.js';

/** How what stands behind a cue fits it. */
export type Frame = 'clause' | 'infinitive' | 'quotation' | 'colon' | 'noun-phrase';

export const SENTENCE_END = /^[.!?…;]+$/;
const ADJUNCT =
  /^(?:in|on|at|during|after|before|via|by|through|from|to|following|late|early|earlier|later|again|also|as|with)$/;
/** What is done with an announcement: "in a statement issued on Friday". */
const ISSUED = wordList(
  'issued released published posted carried broadcast aired sent shared circulated distributed printed read uploaded delivered dated',
);
const SHORT_ADJUNCT = /^(?:on|late|early|earlier|later|again|also|in)$/;
const QUESTION = wordList('how what why whether if who when where which');
/** Where somebody spoke, behind "on" and an adjective. */
const VENUE_AHEAD = wordList('media interview statement tweet post television radio court parliament');
const NAMES = /^(?:NOUN|PROPN)$/;
/** Prepositions and adverbs that bound the number behind them. */
const COUNT_OPENERS = [
  'at least',
  'at most',
  'at the very least',
  'as many as',
  'as few as',
  'in excess of',
  'up to',
  'over',
  'about',
  'around',
  'between',
  'under',
].map((opener) => opener.split(' '));
/** Tokens of an aside between commas: "40 people, including a girl, were hurt". */
const MAX_ASIDE = 12;
/** Tokens of what stands beside a listener. */
const MAX_APPOSITION = 20;
const OPENS_SUBJECT = /^(?:DET|NOUN|PROPN|NUM|ADJ)$/;
/** Tokens of a clause up to its auxiliary. */
const MAX_SUBJECT = 20;
/** Opens another clause before the auxiliary of this one. */
const LEAVES_CLAUSE = /^(?:who|which|that|what|how|where|when|why|if|as|because|while|to|[,;:])$/;
/** Verbs of the mouth alone: "alleges the mill, which Vale runs, dumped ash". */
const TAKES_NO_THING = /^(?:allege|insinuate)$/;
const ABSENT = /^(?:evidence|proof|indications?|signs?|basis)$/;
/** Words of a clause in which no verb was found. */
const LEAST_CLAUSE = 4;

/** Where the content behind a cue starts, after listener, time and occasion; -1 where nothing follows. */
export function startBehind(tokens: readonly Token[], cue: Cue, sentence: Sentence): number {
  const limit = sentence.endToken;
  let at = cue.entry.frames.includes('r') ? skipListener(tokens, cue.after, limit) : cue.after;
  at = behindBracket(tokens, at, limit);
  if (cue.voice === 'finite') at = beforeThat(tokens, at, limit);
  if (at > cue.after) at = behindApposition(tokens, at, limit);
  for (let turn = 0; turn < 4; turn++) {
    const next = isQuotedAt(tokens, at) ? at : skipAdjunct(tokens, at, limit, cue.entry.frames);
    if (next === at) break;
    at = next;
  }
  return at < limit ? at : -1;
}

/** "said (and others agreed) that": an aside in brackets before the clause. */
function behindBracket(tokens: readonly Token[], at: number, limit: number): number {
  if (textAt(tokens, at) !== '(') return at;
  for (let i = at + 1; i < Math.min(limit, at + MAX_ASIDE); i++)
    if (textAt(tokens, i) === ')') return lowerAt(tokens, i + 1) === 'that' ? i + 1 : at;
  return at;
}

/** "told Valnews, a site of the harbour, that": what the listener is. */
function behindApposition(tokens: readonly Token[], comma: number, limit: number): number {
  if (textAt(tokens, comma) !== ',' || !/^(?:an?|the|which|who)$/.test(lowerAt(tokens, comma + 1)))
    return comma;
  for (let i = comma + 2; i < Math.min(limit, comma + MAX_APPOSITION) && !isQuotedAt(tokens, i); i++)
    if (textAt(tokens, i) === ',') return lowerAt(tokens, i + 1) === 'that' ? i + 1 : comma;
  return comma;
}

/** "said, in a note on Friday, that": an aside between commas before the clause. */
function beforeThat(tokens: readonly Token[], at: number, limit: number): number {
  if (textAt(tokens, at) !== ',') return at;
  for (let i = at + 2; i < Math.min(limit, at + MAX_ASIDE) && !isQuotedAt(tokens, i); i++)
    if (textAt(tokens, i) === ',') return lowerAt(tokens, i + 1) === 'that' ? i + 1 : at;
  return at;
}

/** "told reporters", "warned him": the listener is the first name or noun; what may be the content's own subject stays. */
function skipListener(tokens: readonly Token[], at: number, limit: number): number {
  const lower = lowerAt(tokens, at);
  const behind = behindTitle(tokens, at, limit);
  if (behind > at) return behind;
  if (/^(?:that|to|of|about|against|:|,|[“"'‘])$/.test(lower)) return at;
  if (/^(?:me|him|us|them|you|her|it)$/.test(lower)) return at + 1;
  const phrase = phraseStartingAt(tokens, at, Math.min(limit, at + 14));
  if (!phrase) return at;
  // "told members of the council that ..."
  if (lowerAt(tokens, phrase.end) === 'that') return phrase.end;
  let end = at;
  while (end < phrase.end && !NAMES.test(posAt(tokens, end))) end++;
  while (end < phrase.end && isListener(tokens, end)) end++;
  return Math.min(end, phrase.end);
}

/** "the Evening Post of Selbridge", "Selbridge-based Valnews" */
function isListener(tokens: readonly Token[], at: number): boolean {
  if (isHyphen(tokens[at]) || (isHyphen(tokens[at - 1]) && tokens[at]?.spaced === false)) return true;
  if (NAMES.test(posAt(tokens, at)) || lowerAt(tokens, at) === "'s") return true;
  return lowerAt(tokens, at) === 'of' && posAt(tokens, at + 1) === 'PROPN';
}

/** 'told "Harbour Morning" that ...': a programme in marks is the listener. */
function behindTitle(tokens: readonly Token[], at: number, limit: number): number {
  const quote = tokens[at]?.quote ?? -1;
  let end = at;
  while (quote >= 0 && end < limit && tokens[end]?.quote === quote) end++;
  return end > at && lowerAt(tokens, end) === 'that' ? end : at;
}

/** Skips a time ("on Tuesday", "late Monday") or an occasion ("in a statement") between cue and content. */
function skipAdjunct(tokens: readonly Token[], at: number, limit: number, frames: string): number {
  if (isTime(tokens, at) || isAdverbBeforeThat(tokens, at)) return at + 1;
  if (!opensAdjunct(tokens, at, frames)) return at;
  for (let i = at + 1; i < Math.min(limit, at + 9); i++) {
    const next = lowerAt(tokens, i);
    if (VENUE.has(next) || TIME_WORD.test(next)) return skipTail(tokens, i + 1, limit);
    if (/^(?:that|,|:)$/.test(next)) return i > at + 1 && frames.includes('s') ? i : at;
    if (startsClause(tokens, i)) return at;
  }
  return at;
}

/** "said yesterday", but not "said yesterday's quake". */
function isTime(tokens: readonly Token[], at: number): boolean {
  return TIME_WORD.test(lowerAt(tokens, at)) && !/^['’]s?$/.test(lowerAt(tokens, at + 1));
}

/** "said at a hearing", but not "said at least 40 people" */
function opensAdjunct(tokens: readonly Token[], at: number, frames: string): boolean {
  const opens = frames.includes('n') ? SHORT_ADJUNCT : ADJUNCT;
  return opens.test(lowerAt(tokens, at)) && !opensCount(tokens, at);
}

/** "said instead that" */
function isAdverbBeforeThat(tokens: readonly Token[], at: number): boolean {
  return posAt(tokens, at) === 'ADV' && lowerAt(tokens, at + 1) === 'that';
}

/** A participle before an occasion ("in a televised address") starts none. */
function startsClause(tokens: readonly Token[], i: number): boolean {
  if (isQuotedAt(tokens, i)) return true;
  if (VENUE.at(tokens, i + 1)) return false;
  return /^(?:VERB|AUX)$/.test(posAt(tokens, i)) || SUBJECT_PRONOUNS.has(lowerAt(tokens, i));
}

function skipTail(tokens: readonly Token[], at: number, limit: number): number {
  let i = ISSUED.at(tokens, at) ? at + 1 : at;
  while (i < limit && (TIME_WORD.test(lowerAt(tokens, i)) || tokens[i]?.kind === 'number')) i++;
  return i;
}

/** The frame of the cue that what starts at `at` fits, or null. */
export function frameBehind(
  tokens: readonly Token[],
  at: number,
  cue: Cue,
  sentence: Sentence,
): Frame | null {
  const token = tokens[at];
  const { frames, prepositions } = cue.entry;
  if (!token || SENTENCE_END.test(token.text)) return null;
  if (token.lower === 'that' && /[no]/.test(frames) && isDemonstrative(tokens, at, frames))
    return 'noun-phrase';
  if (opensNothing(tokens, at, frames)) return null;
  const opened = frameOfOpener(token, frames);
  if (opened !== undefined) return opened;
  if (token.lower === 'as' && frames.includes('o')) return 'noun-phrase';
  if (frames.includes('p') || prepositions.includes(token.lower)) return 'noun-phrase';
  return frameOfPhrase(tokens, at, cue.entry, sentence);
}

/** "compared to the council" (but "agreed to leave", "agreed to “leave”"), "was quoted as saying by state radio", "signalled for help". */
function opensNothing(tokens: readonly Token[], at: number, frames: string): boolean {
  if (lowerAt(tokens, at) === 'for' && !/[nopq]/.test(frames)) return true;
  const next = posAt(tokens, at + 1);
  if (lowerAt(tokens, at) === 'to') return !isQuotedAt(tokens, at + 1) && !/^(?:VERB|AUX|ADV)$/.test(next);
  return lowerAt(tokens, at) === 'by' && /^(?:DET|PROPN)$/.test(next);
}

/** "called that “a shame”", "denied that too", "shot down that account": it opens no clause. */
function isDemonstrative(tokens: readonly Token[], that: number, frames: string): boolean {
  if (!/[srqc]/.test(frames)) return true;
  const next = lowerAt(tokens, that + 1);
  if (frames.includes('o') && (isQuotedAt(tokens, that + 1) || next === 'as')) return true;
  return (
    /^(?:too|also|[.,;!?]|)$/.test(next) ||
    (/^(?:on|in|at|during)$/.test(next) && VENUE_AHEAD.at(tokens, that + 3))
  );
}

/** A noun phrase, or the start of a clause without "that". */
function frameOfPhrase(
  tokens: readonly Token[],
  at: number,
  entry: CueEntry,
  sentence: Sentence,
): Frame | null {
  const { frames } = entry;
  const isPreposition = posAt(tokens, at) === 'ADP' && !opensCount(tokens, at);
  if (frames.includes('s') && startsBareClause(tokens, at, sentence)) return 'clause';
  if (/[no]/.test(frames)) return isPreposition && lowerAt(tokens, at) !== 'for' ? null : 'noun-phrase';
  if (!/[sr]/.test(frames) || (isPreposition && !frames.includes('q'))) return null;
  return isClause(tokens, at, entry, sentence) ? 'clause' : null;
}

/** Most verbs that hand over no quotation take things as well as clauses: these must have their verb within reach. */
function isClause(
  tokens: readonly Token[],
  at: number,
  { lemma, frames }: CueEntry,
  sentence: Sentence,
): boolean {
  const mayBeThing = frames === 's' && !TAKES_NO_THING.test(lemma) && !opensAbsence(tokens, at);
  if (mayBeThing) return opensClause(tokens, at, sentence);
  return hasVerb(tokens, at, sentence.endToken) || isUntaggedClause(tokens, at, frames);
}

/** "found no evidence that the dam leaked": what is not there is told, and its clause with it. */
function opensAbsence(tokens: readonly Token[], at: number): boolean {
  return lowerAt(tokens, at) === 'no' && ABSENT.test(lowerAt(tokens, at + 1));
}

/** "believes rebels attacked", but "found a way to leave", "knew their voters": a verb of its own stands behind the first noun phrase. */
function opensClause(tokens: readonly Token[], at: number, { endToken }: Sentence): boolean {
  const phrase = phraseStartingAt(tokens, numberBehind(tokens, at), endToken);
  const end = phrase ? behindAside(tokens, phrase.end, endToken) : at;
  const verb = posAt(tokens, end) === 'ADV' ? end + 1 : end;
  if (phrase && posAt(tokens, verb) === 'VERB') return true;
  for (let i = end; i < Math.min(endToken, at + MAX_SUBJECT) && !LEAVES_CLAUSE.test(lowerAt(tokens, i)); i++)
    if (posAt(tokens, i) === 'AUX') return true;
  return false;
}

/** The tagger misses many a verb; behind "Ruiz said" so many words are a clause all the same. */
function isUntaggedClause(tokens: readonly Token[], at: number, frames: string): boolean {
  if (!/s.*q/.test(frames) || textAt(tokens, at - 2) === ',') return false;
  for (let i = at; i < at + LEAST_CLAUSE; i++)
    if (tokens[i]?.kind !== 'word' || (i === at && !OPENS_SUBJECT.test(posAt(tokens, i)))) return false;
  return true;
}

/** "up to 400 people", "at least 30 homes": what bounds a number opens a noun phrase. */
function opensCount(tokens: readonly Token[], at: number): boolean {
  return numberBehind(tokens, at) > at;
}

/** The number that the words at `at` bound; `at` where they bound none. */
function numberBehind(tokens: readonly Token[], at: number): number {
  const opener = COUNT_OPENERS.find((words) => words.every((word, i) => lowerAt(tokens, at + i) === word));
  const number = at + (opener?.length ?? 0);
  return opener && posAt(tokens, number) === 'NUM' ? number : at;
}

/** "it had evidence", "10,500 had left": a subject with its finite verb right behind it, or behind an aside. */
function startsBareClause(tokens: readonly Token[], at: number, sentence: Sentence): boolean {
  const phrase = phraseStartingAt(tokens, numberBehind(tokens, at), sentence.endToken);
  if (!phrase) return false;
  const end = behindAside(tokens, phrase.end, sentence.endToken);
  const verb = posAt(tokens, end) === 'ADV' ? end + 1 : end;
  if (posAt(tokens, verb) === 'AUX') return true;
  if (posAt(tokens, verb) !== 'VERB') return false;
  return SUBJECT_PRONOUNS.has(lowerAt(tokens, at)) || !/(?:ed|en|ing)$/.test(lowerAt(tokens, verb));
}

function behindAside(tokens: readonly Token[], comma: number, limit: number): number {
  if (
    textAt(tokens, comma) !== ',' ||
    !/^(?:including|among|mostly|many|some)$/.test(lowerAt(tokens, comma + 1))
  )
    return comma;
  for (let i = comma + 2; i < Math.min(limit, comma + MAX_ASIDE); i++)
    if (textAt(tokens, i) === ',') return i + 1;
  return comma;
}

/** Decides by the first word or mark alone; undefined where that says nothing. */
function frameOfOpener(token: Token, frames: string): Frame | null | undefined {
  const when = (pattern: RegExp, frame: Frame): Frame | null => (pattern.test(frames) ? frame : null);
  if (token.lower === 'that') return when(/[srqc]/, 'clause');
  if (token.lower === 'to') return when(/[to]/, 'infinitive');
  if (token.quote >= 0) return when(/[snqo]/, 'quotation');
  if (QUESTION.holds(token)) return when(/[sno]/, 'clause');
  if (token.text === ':') return when(/[sq]/, 'colon');
  if (token.kind === 'punct' && !/^[$(]$/.test(token.text)) return null;
  return undefined;
}

/** A verb stands within reach: what follows can be a clause. */
export function hasVerb(tokens: readonly Token[], from: number, limit: number): boolean {
  for (let i = from; i < Math.min(limit, from + 30); i++) {
    if (/^(?:VERB|AUX)$/.test(posAt(tokens, i))) return true;
    if (SENTENCE_END.test(textAt(tokens, i))) return false;
  }
  return false;
}

import type { Token } from '../text/document.js';
import { isQuotedAt, lowerAt, textAt } from '../text/token-at.js';
import { ROLE_NOUNS, SENTENCE_NAMES } from './name-words.js';
import { isTokenKind, tokenKind } from '../text/token-kinds.js';
import { wordList } from '../words/word-list.js';

/** Tokens `first` to before `end`. */
export interface Phrase {
  readonly first: number;
  readonly end: number;
}

export const SUBJECT_PRONOUNS = wordList('he she it they we i you who which that');
/** Prepositions that join a noun phrase to the one before. */
const LINKS = wordList('of for in at from with on to against near behind inside across around under about');
const DETERMINERS = wordList(
  'the a an his her its their our my your this that these those some many several most all both each every no any one two three four five six seven eight nine ten dozens hundreds thousands few others other',
);
const STANDALONE = wordList(
  'some many others another most several few both all one none those critics percent %',
);
const STARTS = wordList('the a an his her their its our my these those');
const QUANTITY = /^(?:several|some|many|most|dozens|hundreds|thousands)$/;
const HYPHENS = wordList('- ‐ ‑ –');
const INNER_MARKS = wordList("'s ' % &");
const LOOSE = wordList(
  "and or but that something when while as if because then so , - – — 's ' of for in at from with on to about",
);
export const TIME_WORD =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|tonight|overnight|earlier|later|recently|last|morning|afternoon|evening|night|week|month|year|january|february|march|april|may|june|july|august|september|october|november|december|jan\.|feb\.|aug\.|sept\.|oct\.|nov\.|dec\.)$/;
const PART_OF_DAY = wordList('morning afternoon evening night week month year');
/** Occasions of speaking: "in a statement", "at the hearing". */
export const VENUE = wordList(
  'statement update bulletin communique communiqué dispatch newsletter broadcast announcement interview interviews speech conference briefing tweet tweets post letter email e-mail report release message video address remarks memo call twitter facebook television tv radio testimony article telephone phone stage hearing meeting debate press',
);
/** Ends no noun phrase that acts: "there were reports", "on Tuesday said". */
const NO_SUBJECT = wordList(
  'there monday tuesday wednesday thursday friday saturday sunday today yesterday tonight overnight',
);
const MAX_PHRASE = 40;
/** Tokens of an aside in brackets. */
const MAX_BRACKET = 24;
const JOINS = wordList('and by');
const RELATIVE = wordList('who which');

export function isHyphen(token: Token | undefined): boolean {
  return token !== undefined && !token.spaced && token.kind !== 'word' && HYPHENS.holds(token);
}

export const UPPER = tokenKind((_, text) => /^\p{Lu}/u.test(text));
const DETERMINER = tokenKind(DETERMINERS);
const ALONE = tokenKind(STANDALONE);
const LINK = tokenKind(new Set([...LINKS, 'and', 'or']));
export const TIME = tokenKind(TIME_WORD);

const isNaming = ({ pos }: Token): boolean =>
  pos === 'NOUN' || pos === 'PROPN' || pos === 'PRON' || pos === 'NUM';

const isNoun = (token: Token | undefined): boolean => token?.pos === 'NOUN' || token?.pos === 'PROPN';

const isNominal = (token: Token): boolean => isNaming(token) || token.pos === 'ADJ' || token.pos === 'DET';

function isHead(token: Token | undefined): boolean {
  if (!token) return false;
  if (token.kind === 'word' && (token.is & (UPPER | DETERMINER)) === UPPER) return true;
  if (token.lower === 'old' && !token.spaced) return true;
  return (token.is & ALONE) !== 0 || isNaming(token);
}

function isInside(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (!token) return false;
  if (isNominal(token) || token.kind === 'number' || INNER_MARKS.holds(token)) return true;
  if (isHyphen(token) || isHyphen(tokens[i + 1]) || isSecondHalf(tokens, i)) return true;
  if (token.kind === 'word' && (token.is & UPPER) !== 0 && token.pos !== 'AUX') return true;
  return isParticipleBeforeNoun(tokens, i);
}

/** "hit" in "the worst-hit town", whatever the tagger takes it for. */
function isSecondHalf(tokens: readonly Token[], i: number): boolean {
  return tokens[i]?.spaced === false && isHyphen(tokens[i - 1]) && tokens[i - 1]?.spaced === false;
}

/** "the opposing sides", "registered voters" */
function isParticipleBeforeNoun(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  const next = tokens[i + 1];
  return (
    token !== undefined && token.pos === 'VERB' && /(?:ing|ed)$/.test(token.lower) && next?.pos === 'NOUN'
  );
}

/** "Evening" in "the Evening Post" is a part of a name. */
function isTime(token: Token | undefined): boolean {
  if (token === undefined || (token.is & TIME) === 0) return false;
  return (token.is & UPPER) === 0 || !PART_OF_DAY.holds(token);
}

/** Behind a time, where one stands: "last year", "on Monday", "Tuesday night". */
export function behindTime(tokens: readonly Token[], at: number): number {
  let end = /^(?:on|in|late|early)$/.test(lowerAt(tokens, at)) ? at + 1 : at;
  const first = end;
  while (isTokenKind(tokens, end, TIME)) end++;
  return end > first ? end : at;
}

/**
 * The noun phrase that ends with token `last`, walking left within its sentence; null where there is none.
 * Prepositional phrases and "and" join what stands before them; a comma only inside a list.
 */
export function phraseEndingAt(tokens: readonly Token[], last: number, floor: number): Phrase | null {
  const end = tokens[last];
  if (!end || last < floor || NO_SUBJECT.holds(end)) return null;
  if (SUBJECT_PRONOUNS.holds(end)) return { first: last, end: last + 1 };
  if (end.text === ')') return phraseBeforeBracket(tokens, last, floor);
  if (!isHead(end) && !isTakenForAdjective(tokens, last)) return null;
  if (endsSentenceName(tokens, last, floor)) return { first: last - 2, end: last + 1 };
  return trimLeft(tokens, {
    first: walkLeft(tokens, last, Math.max(floor, last - MAX_PHRASE)),
    end: last + 1,
  });
}

/** The tagger takes many a noun for an adjective ("the aid chief", "the ministry of interior"): one that ends a phrase is its head. */
function isTakenForAdjective(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.pos === 'ADJ' && (isInside(tokens, at - 1) || lowerAt(tokens, at - 1) === 'of');
}

/** "Save the Children" */
function endsSentenceName(tokens: readonly Token[], last: number, floor: number): boolean {
  if (last - 2 < floor || !isTokenKind(tokens, last - 2, UPPER)) return false;
  return SENTENCE_NAMES.has([last - 2, last - 1, last].map((at) => lowerAt(tokens, at)).join(' '));
}

function walkLeft(tokens: readonly Token[], last: number, stop: number): number {
  let first = last;
  while (first > stop) {
    if (opensPostmodifier(tokens, first - 2, stop)) first -= 2;
    else if (extendsLeft(tokens, first - 1, stop)) first--;
    else break;
  }
  return first;
}

function phraseBeforeBracket(tokens: readonly Token[], last: number, floor: number): Phrase | null {
  for (let i = last - 1; i > Math.max(floor, last - MAX_BRACKET); i--) {
    if (textAt(tokens, i) !== '(') continue;
    const inner = phraseEndingAt(tokens, i - 1, floor);
    return inner && { first: inner.first, end: i };
  }
  return null;
}

/** Whether the phrase that starts at `i + 1` reaches on to token `i`. */
function extendsLeft(tokens: readonly Token[], i: number, floor: number): boolean {
  const token = tokens[i];
  if (!token || token.quote >= 0) return false;
  if (isLink(token)) return isLinked(tokens, i, floor);
  if (endsOther(tokens, i)) return false;
  if (!isInside(tokens, i)) return i > floor && token.text === ',' && isListComma(tokens, i);
  // "the" starts a phrase: only a link may go on to its left.
  if (STARTS.at(tokens, i + 1)) return (token.is & ALONE) !== 0;
  return !SUBJECT_PRONOUNS.holds(token) || token.lower === 'that';
}

/** "told the Evening Post several men ...", "said on Monday that rebels ...": something else ends with the token. */
function endsOther(tokens: readonly Token[], i: number): boolean {
  // Behind a noun "that" opens a clause: "told the council that workers".
  if (lowerAt(tokens, i) === 'that') return isTime(tokens[i - 1]) || isNoun(tokens[i - 1]);
  return isTokenKind(tokens, i, UPPER) && QUANTITY.test(lowerAt(tokens, i + 1));
}

/** A link joins a head to what follows, or lies inside a word ("dad-of-three"). */
function isLinked(tokens: readonly Token[], i: number, floor: number): boolean {
  if (tokens[i]?.spaced === false && isHyphen(tokens[i - 1])) return true;
  return i > floor && (isHead(tokens[i - 1]) || isOffice(tokens[i - 1])) && !isTime(tokens[i - 1]);
}

/** "the chief of staff": the tagger takes the office for an adjective. */
function isOffice(token: Token | undefined): boolean {
  return token?.pos === 'ADJ' && ROLE_NOUNS.holds(token);
}

/** "people close to" before what the walk has reached. */
function opensPostmodifier(tokens: readonly Token[], i: number, floor: number): boolean {
  return i > floor && isHead(tokens[i - 1]) && isPostmodifier(tokens, i);
}

function isLink({ is }: Token): boolean {
  return (is & LINK) !== 0;
}

/** "Ruiz, Okoro and Lind": capitals on both sides of the comma and "and" within reach. */
function isListComma(tokens: readonly Token[], i: number): boolean {
  if (!isTokenKind(tokens, i - 1, UPPER) || !isTokenKind(tokens, i + 1, UPPER)) return false;
  for (let at = i + 1; at < i + 7; at++) if (lowerAt(tokens, at) === 'and') return true;
  return false;
}

/** "a claim", "an allegation": an apposition that judges what stands before. */
export function opensVerdict(tokens: readonly Token[], at: number): boolean {
  return (
    /^an?$/.test(lowerAt(tokens, at)) &&
    /^(?:claim|allegation|accusation|charge)$/.test(lowerAt(tokens, at + 1))
  );
}

/** "a claim Ada Lind rejected": the name is no part of what she rejects. */
function isJudgedBy(tokens: readonly Token[], at: number, end: number): boolean {
  return end - at > 2 && opensVerdict(tokens, at) && isTokenKind(tokens, at + 2, UPPER);
}

/** Cuts a leading conjunction, preposition or time ("Tuesday Okoro" -> "Okoro"). */
function trimLeft(tokens: readonly Token[], { first, end }: Phrase): Phrase | null {
  let at = first;
  for (let i = first; i < end - 1; i++) {
    if (isTime(tokens[i]) && isTokenKind(tokens, i + 1, UPPER) && !isTime(tokens[i + 1])) at = i + 1;
  }
  while (at < end && LOOSE.at(tokens, at)) at++;
  if (isJudgedBy(tokens, at, end)) at += 2;
  return at < end ? { first: at, end } : null;
}

/**
 * The noun phrase that starts at token `first`, walking right to before `limit`; null where there is none.
 * `sure`: the context leaves no doubt that one starts here ("according to state media"), whatever the tagger says.
 */
export function phraseStartingAt(
  tokens: readonly Token[],
  first: number,
  limit: number,
  sure = false,
): Phrase | null {
  const token = tokens[first];
  if (!token || first >= limit || token.quote >= 0) return null;
  if (isTime(token) && !(sure && /^(?:earlier|later|last)$/.test(token.lower))) return null;
  if (token.pos === 'PRON' && SUBJECT_PRONOUNS.holds(token)) return { first, end: first + 1 };
  return walkRight(tokens, first, sure && token.kind === 'word' ? first + 1 : first, limit);
}

/** Walks right from `first`; the tokens before `least` belong to the phrase in any case. */
function walkRight(tokens: readonly Token[], first: number, least: number, limit: number): Phrase | null {
  let end = least;
  const stop = Math.min(limit, first + MAX_PHRASE);
  while (end < stop) {
    if (isPostmodifier(tokens, end) && isHead(tokens[end - 1])) end += 2;
    else if (goesOnRight(tokens, end, least, limit)) end++;
    else break;
  }
  while (end > least && !isHead(tokens[end - 1]) && textAt(tokens, end - 1) !== ')') end--;
  return end > first ? { first, end } : null;
}

/** "a person close to the mayor", "a source familiar with the talks", "a guard known as Bob". */
function isPostmodifier(tokens: readonly Token[], i: number): boolean {
  const link = lowerAt(tokens, i + 1);
  if (!isInside(tokens, i + 2) || isQuotedAt(tokens, i + 2)) return false;
  switch (lowerAt(tokens, i)) {
    case 'close':
      return link === 'to';
    case 'familiar':
    case 'connected':
      return link === 'with';
    case 'briefed':
      return link === 'on';
    case 'known':
    case 'identified':
      return link === 'as';
    default:
      return false;
  }
}

function mayFollow(tokens: readonly Token[], i: number): boolean {
  return isInside(tokens, i) && !isTime(tokens[i]) && !isQuotedAt(tokens, i);
}

function goesOnRight(tokens: readonly Token[], i: number, least: number, limit: number): boolean {
  const token = tokens[i];
  if (!token || token.quote >= 0 || (isTime(token) && token.spaced)) return false;
  if (RELATIVE.holds(token)) return false;
  if (!JOINS.holds(token) && !LINKS.holds(token)) return isInside(tokens, i);
  return i + 1 < limit && mayFollow(tokens, i + 1) && (isHead(tokens[i - 1]) || i === least);
}

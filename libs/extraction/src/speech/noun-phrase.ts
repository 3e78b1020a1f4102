import type { Token } from '../text/document.js';
import { ROLE_NOUNS } from './name-words.js';

/** Tokens `first` to before `end`. */
export interface Phrase {
  readonly first: number;
  readonly end: number;
}

const NOMINAL = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'DET', 'PRON']);
const HEAD = new Set(['NOUN', 'PROPN', 'PRON', 'NUM']);
export const SUBJECT_PRONOUNS: ReadonlySet<string> = new Set(
  'he she it they we i you who which that'.split(' '),
);
const LINKS = new Set(
  'of for in at from with on to against near behind inside across around under near about'.split(' '),
);
const DETERMINERS = new Set(
  'the a an his her its their our my your this that these those some many several most all both each every no any one two three four five six seven eight nine ten dozens hundreds thousands few others other'.split(
    ' ',
  ),
);
const STANDALONE = new Set('some many others most several few both all one none those critics'.split(' '));
export const TIME_WORD =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|tonight|overnight|earlier|later|recently|last|morning|afternoon|evening|night|week|month|year|january|february|march|april|may|june|july|august|september|october|november|december|jan\.|feb\.|aug\.|sept\.|oct\.|nov\.|dec\.)$/;
/** Occasions of speaking: "in a statement", "at the hearing". */
export const VENUE =
  /^(?:statement|interview|interviews|speech|conference|briefing|tweet|tweets|post|letter|email|e-mail|report|release|message|video|address|remarks|memo|call|twitter|facebook|television|tv|radio|testimony|article|telephone|phone|stage|hearing|meeting|debate|press)$/;
const MAX_PHRASE = 40;

export function isHyphen(token: Token | undefined): boolean {
  return token !== undefined && /^[-‐‑–]$/.test(token.text) && !token.spaced;
}

function isHead(token: Token | undefined): boolean {
  if (!token) return false;
  if (token.kind === 'word' && /^\p{Lu}/u.test(token.text) && !DETERMINERS.has(token.lower)) return true;
  if (token.pos === 'ADJ' && ROLE_NOUNS.has(token.lower)) return true;
  return HEAD.has(token.pos) || STANDALONE.has(token.lower) || /^(?:percent|%)$/.test(token.lower);
}

function isInside(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (!token) return false;
  if (NOMINAL.has(token.pos) || token.kind === 'number') return true;
  if (isHyphen(token) || (tokens[i + 1] && isHyphen(tokens[i + 1]))) return true;
  if (token.lower === "'s" || token.lower === "'" || token.lower === '%' || token.lower === '&') return true;
  if (token.kind === 'word' && /^\p{Lu}/u.test(token.text) && token.pos !== 'AUX') return true;
  // "the opposing sides", "registered voters": a participle before its noun.
  return token.pos === 'VERB' && /(?:ing|ed)$/.test(token.lower) && tokens[i + 1]?.pos === 'NOUN' && i > 0;
}

/**
 * The noun phrase that ends with token `last`, walking left within its sentence; null where there is none.
 * Prepositional phrases and "and" join what stands before them; a comma only inside a list.
 */
export function phraseEndingAt(tokens: readonly Token[], last: number, floor: number): Phrase | null {
  const end = tokens[last];
  if (!end || last < floor) return null;
  if (SUBJECT_PRONOUNS.has(end.lower)) return { first: last, end: last + 1 };
  if (end.text === ')') return phraseBeforeBracket(tokens, last, floor);
  if (!isHead(end) && !(end.pos === 'ADJ' && tokens[last - 1] && isInside(tokens, last - 1))) return null;
  let first = last;
  const stop = Math.max(floor, last - MAX_PHRASE);
  while (first > stop && extendsLeft(tokens, first - 1, first, stop)) first--;
  return trimLeft(tokens, { first, end: last + 1 });
}

function phraseBeforeBracket(tokens: readonly Token[], last: number, floor: number): Phrase | null {
  for (let i = last - 1; i > Math.max(floor, last - 8); i--) {
    if (tokens[i]?.text !== '(') continue;
    const inner = phraseEndingAt(tokens, i - 1, floor);
    return inner && { first: inner.first, end: i };
  }
  return null;
}

function extendsLeft(tokens: readonly Token[], i: number, from: number, floor: number): boolean {
  const token = tokens[i];
  const before = tokens[i - 1];
  if (!token || token.quote >= 0) return false;
  const next = tokens[from];
  // "the" starts a phrase: only a link may go on to its left.
  if (next && isArticle(next) && isInside(tokens, i) && !LINKS.has(token.lower))
    return STANDALONE.has(token.lower);
  if (SUBJECT_PRONOUNS.has(token.lower) && token.lower !== 'that') return false;
  if (isInside(tokens, i)) return true;
  if (i <= floor) return false;
  if (LINKS.has(token.lower) || token.lower === 'and' || token.lower === 'or')
    return isHead(before) && !isTime(before);
  return token.text === ',' && isListComma(tokens, i, from);
}

function isArticle(token: Token): boolean {
  return /^(?:the|a|an|his|her|their|its|our|my|these|those)$/.test(token.lower);
}

function isTime(token: Token | undefined): boolean {
  return token !== undefined && TIME_WORD.test(token.lower);
}

/** "Ruiz, Okoro and Lind": capitals on both sides of the comma and "and" within reach. */
function isListComma(tokens: readonly Token[], i: number, from: number): boolean {
  const before = tokens[i - 1];
  if (!before || !/^\p{Lu}/u.test(before.text) || !/^\p{Lu}/u.test(tokens[from]?.text ?? '')) return false;
  for (let at = from; at < from + 6; at++) {
    const lower = tokens[at]?.lower;
    if (lower === 'and') return true;
    if (lower === undefined) return false;
  }
  return false;
}

/** Cuts a leading conjunction, adverb or time ("Tuesday Okoro" -> "Okoro"). */
function trimLeft(tokens: readonly Token[], { first, end }: Phrase): Phrase | null {
  let at = first;
  for (let i = first; i < end - 1; i++) {
    const next = tokens[i + 1];
    if (isTime(tokens[i]) && next && /^\p{Lu}/u.test(next.text) && !isTime(next)) at = i + 1;
  }
  while (
    at < end &&
    /^(?:and|or|but|that|when|while|as|if|because|then|so|,|-|–|—|'s|'|of|for|in|at|from|with|on|to|about)$/.test(
      tokens[at]?.lower ?? '',
    )
  )
    at++;
  return at < end ? { first: at, end } : null;
}

/** The noun phrase that starts at token `first`, walking right to before `limit`; null where there is none. */
export function phraseStartingAt(
  tokens: readonly Token[],
  first: number,
  limit: number,
  sure = false,
): Phrase | null {
  const token = tokens[first];
  if (!token || first >= limit || token.quote >= 0) return null;
  if (token.pos === 'PRON' && SUBJECT_PRONOUNS.has(token.lower)) return { first, end: first + 1 };
  if (isTime(token)) return null;
  let end = sure && token.kind === 'word' ? first + 1 : first;
  while (end < limit && end - first < MAX_PHRASE && goesOnRight(tokens, end, first, limit)) end++;
  while (end > first && !isHead(tokens[end - 1]) && tokens[end - 1]?.text !== ')') end--;
  return end > first ? { first, end } : null;
}

function goesOnRight(tokens: readonly Token[], i: number, first: number, limit: number): boolean {
  const token = tokens[i];
  if (!token || token.quote >= 0) return false;
  if (i > first && isTime(token)) return false;
  if (isInside(tokens, i)) return true;
  if (i === first || i + 1 >= limit) return false;
  const joins = LINKS.has(token.lower) || token.lower === 'and' || token.lower === 'by';
  return (
    joins &&
    isHead(tokens[i - 1]) &&
    isInside(tokens, i + 1) &&
    !isTime(tokens[i + 1]) &&
    tokens[i + 1]?.quote === -1
  );
}

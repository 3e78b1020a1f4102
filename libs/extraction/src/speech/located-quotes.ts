import type { TextRange } from '#domain';
import type { Document, QuoteRegion, Sentence, Token } from '../text/document.js';
import { isQuotedAt, lowerAt, textAt } from '../text/token-at.js';
import type { Cue } from './find-cues.js';

/** A region with its tokens (marks included), the sentence it lies in, and its words without the marks. */
export interface Quote {
  readonly region: QuoteRegion;
  readonly first: number;
  readonly end: number;
  readonly sentence: Sentence;
  readonly range: TextRange;
}

const MIN_WHOLE_WORDS = 3;
/** Characters of a heading that are looked at. */
const MAX_CROSSHEAD = 80;
/** Characters of a title. */
const MAX_TITLE = 40;

export function locateQuotes(document: Document): Quote[] {
  const { tokens } = document;
  const located: Quote[] = [];
  let at = 0;
  for (const region of document.quotes) {
    const first = skipTokens(tokens, at, (quote) => quote !== region.index);
    at = skipTokens(tokens, first, (quote) => quote === region.index);
    const sentence = document.sentences[tokens[first]?.sentence ?? -1];
    const range = innerRange(document, region);
    if (sentence && range && at > first) located.push({ region, first, end: at, sentence, range });
  }
  return located;
}

function skipTokens(tokens: readonly Token[], from: number, skips: (quote: number) => boolean): number {
  let at = from;
  for (let token = tokens[at]; token && skips(token.quote); token = tokens[at]) at++;
  return at;
}

/** The words inside the marks, without white space at the edges. */
function innerRange(document: Document, region: QuoteRegion): TextRange | null {
  const inner = document.text.slice(region.innerStart, region.innerEnd);
  const start = region.innerStart + (inner.length - inner.trimStart().length);
  const end = start + inner.trim().length;
  return end > start ? { start, end } : null;
}

/** Its first word has a capital (or is a number). */
export function startsUpper(document: Document, { region }: Quote): boolean {
  return opensUpper(document, region);
}

export function opensUpper({ text }: Document, { innerStart }: QuoteRegion): boolean {
  return /^[\s'‘(…[]*[\p{Lu}\p{N}]/u.test(text.slice(innerStart, innerStart + 10));
}

/** 'told "Morning in Melbury"': the name of a programme or work, all capitals but for small words. */
export function isTitle({ text }: Document, { range }: Quote): boolean {
  const words = text.slice(range.start, Math.min(range.end, range.start + MAX_TITLE + 1)).split(/\s+/);
  if (range.end - range.start > MAX_TITLE || /[.!?]$/.test(words.at(-1) ?? '')) return false;
  return words.every(
    (word) => /^[^\p{L}]*\p{Lu}/u.test(word) || /^(?:a|an|and|at|for|in|of|on|the|to|with)$/.test(word),
  );
}

/** A sentence of its own: it opens its sentence, and ends it, comes to a stop or breaks off with the comma of speech. */
export function isWhole(document: Document, quote: Quote, leastWords = MIN_WHOLE_WORDS): boolean {
  if (!opensSentence(document, quote)) return false;
  const text = document.text.slice(quote.range.start, quote.range.end);
  if (text.split(/\s+/, leastWords).length < leastWords) return false;
  if (!quote.region.closed || /[.!?…]$/.test(text) || quote.end === quote.sentence.endToken) return true;
  if (/[.!?] \p{Lu}/u.test(text) && textAt(document.tokens, quote.end) !== '(') return true;
  return text.endsWith(',') && startsUpper(document, quote) && !isTitle(document, quote);
}

function opensSentence({ tokens }: Document, { first, sentence }: Quote): boolean {
  const lead = first - sentence.firstToken;
  return (
    lead === 0 ||
    (lead === 1 && /^(?:and|but|so|or|—|–|-|\.\.\.|…)$/.test(lowerAt(tokens, sentence.firstToken)))
  );
}

/**
 * `The crews were “rowing for two,”`: a fragment that ends its clause; the clause from the sentence's start, else null. What a cue
 * before gives is none of it.
 */
export function clauseWith(
  { tokens }: Document,
  { first, sentence, range }: Quote,
  cues: readonly Cue[],
): TextRange | null {
  const before = tokens[first - 1];
  if (first === sentence.firstToken || !before || before.quote >= 0 || before.kind === 'punct') return null;
  if (cues.some(({ verb }) => verb < first) && hasQuoted(tokens, sentence.firstToken, first)) return null;
  const start = tokens[sentence.firstToken]?.start ?? range.start;
  return { start, end: range.end };
}

function hasQuoted(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isQuotedAt(tokens, i)) return true;
  return false;
}

/** A line in capitals, or in single marks in an article that quotes in double ones: a heading, said by nobody there. */
export function isCrosshead(
  { quotes, paragraphs, text }: Document,
  { region, sentence, range }: Quote,
): boolean {
  const line = paragraphs[sentence.paragraph];
  if (region.start !== line?.start || region.end !== line.end) return false;
  if (region.mark === 'single' && quotes[0]?.mark === 'double') return true;
  return !/\p{Ll}/u.test(text.slice(range.start, Math.min(range.end, range.start + MAX_CROSSHEAD)));
}

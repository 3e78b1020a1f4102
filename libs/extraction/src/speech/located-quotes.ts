import type { TextRange } from '#domain';
import type { Document, QuoteRegion, Sentence, Token } from '../text/document.js';
import { isQuotedAt, lowerAt } from '../text/token-at.js';

/** A region with its tokens (marks included), the sentence it lies in, and its words without the marks. */
export interface Quote {
  readonly region: QuoteRegion;
  readonly first: number;
  readonly end: number;
  readonly sentence: Sentence;
  readonly range: TextRange;
}

const MIN_WHOLE_WORDS = 3;

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
  return /^[\s'‘(…[]*[\p{Lu}\p{N}]/u.test(document.text.slice(region.innerStart, region.innerStart + 10));
}

/** A sentence of its own: it opens its sentence, and ends it or comes to a stop. */
export function isWhole(document: Document, quote: Quote): boolean {
  const text = document.text.slice(quote.range.start, quote.range.end);
  const stops = !quote.region.closed || /[.!?…]$/.test(text) || quote.end === quote.sentence.endToken;
  return (
    stops && opensSentence(document, quote) && text.split(/\s+/, MIN_WHOLE_WORDS).length >= MIN_WHOLE_WORDS
  );
}

function opensSentence({ tokens }: Document, { first, sentence }: Quote): boolean {
  const lead = first - sentence.firstToken;
  return (
    lead === 0 ||
    (lead === 1 && /^(?:and|but|so|or|—|–|-|\.\.\.|…)$/.test(lowerAt(tokens, sentence.firstToken)))
  );
}

/** `The crews were “rowing for two,”`: a fragment that ends its clause; the clause from the sentence's start, else null. */
export function clauseWith({ tokens }: Document, { first, sentence, range }: Quote): TextRange | null {
  const before = tokens[first - 1];
  if (first === sentence.firstToken || !before || before.quote >= 0 || before.kind === 'punct') return null;
  for (let i = sentence.firstToken; i < first; i++) if (isQuotedAt(tokens, i)) return null;
  const start = tokens[sentence.firstToken]?.start ?? range.start;
  return { start, end: range.end };
}

import type { ReadableArticle } from '../extraction.js';
import type { Document, QuoteRegion, Sentence, Token } from './model.js';
import { splitParagraphs } from './paragraphs.js';
import { readQuotes } from './quotes.js';
import { splitSentences } from './sentences.js';
import { tag } from './tagger.js';
import { tokenize } from './tokens.js';

export { MAX_SENTENCE } from './model.js';
export type { Token, Sentence, ParagraphKind, Paragraph, QuoteRegion, Document } from './model.js';

/** Whether a sentence is the article's own text: no furniture of the page, by-line or dateline, in which nothing is told. */
export function isToldIn(
  { paragraphs }: Pick<Document, 'paragraphs'>,
  { paragraph }: Pick<Sentence, 'paragraph'>,
): boolean {
  const kind = paragraphs[paragraph]?.kind;
  return kind !== 'boilerplate' && kind !== 'byline' && kind !== 'dateline';
}

/** Reads an article into paragraphs, sentences, tokens and quotations, all with exact offsets into the raw text. Pure; linear. */
export function readDocument(article: ReadableArticle): Document {
  const { text } = article;
  const title = article.title ?? null;
  const paragraphs = splitParagraphs(text, title);
  const tagged = tag(text);
  const tokens = tokenize(text, tagged, paragraphs);
  const quotes = readQuotes(text, paragraphs);
  markQuoted(tokens, quotes);
  const sentences = splitSentences(tokens, paragraphs, quotes);
  return {
    text,
    runs: tagged.runs,
    tokens,
    sentences,
    paragraphs,
    quotes,
    title,
    outlet: article.outlet ?? null,
    publishedAt: article.publishedAt ?? null,
  };
}

function markQuoted(tokens: readonly Token[], quotes: readonly QuoteRegion[]): void {
  let at = 0;
  for (const token of tokens) {
    while (at < quotes.length && (quotes[at]?.end ?? 0) <= token.start) at++;
    const quote = quotes[at];
    if (quote && token.start >= quote.start) token.quote = quote.index;
  }
}

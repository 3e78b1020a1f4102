import { findClaims } from './claims/find-claims.js';
import { findDateline } from './dates/index.js';
import type { Extraction, ReadableArticle } from './extraction.js';
import { asOfSaying, findFigures } from './figures/index.js';
import { Attributions } from './speech/attribution.js';
import { readSpeech } from './speech/read-speech.js';
import { findStatements } from './statements/find-statements.js';
import { readDocument } from './text/document.js';
import { withRanges } from './text/raw-ranges.js';
import { readingText } from './text/reading-text.js';

/** The name and version that every mention carries: the version changes whenever any article could be read differently. */
export const EXTRACTOR = 'claimtrail-rules';
export const EXTRACTOR_VERSION = '1.5.0';

/** Reads one article: pure, deterministic, linear in its length. All ranges are UTF-16 into `article.text`. */
export function extractArticle(article: ReadableArticle): Extraction {
  const { text, rawRange } = readingText(article.text);
  const title = article.title == null ? null : readingText(article.title).text;
  const extraction = extractPlain({ text, title, outlet: article.outlet, publishedAt: article.publishedAt });
  return rawRange ? withRanges(extraction, rawRange) : extraction;
}

function extractPlain(article: ReadableArticle): Extraction {
  const document = readDocument(article);
  const publishedOn = dayOf(article.publishedAt) ?? findDateline(article.text);
  const speech = readSpeech(document);
  const attributions = new Attributions(document, speech);
  const statements = findStatements(document, speech, attributions, publishedOn);
  return {
    extractor: EXTRACTOR,
    extractorVersion: EXTRACTOR_VERSION,
    publishedOn,
    figures: asOfSaying(findFigures(document, attributions, publishedOn), statements, publishedOn),
    statements,
    claims: findClaims(document, speech, attributions, statements),
  };
}

/** The calendar day of YYYY-MM-DD or an RFC 3339 time, as written. */
function dayOf(publishedAt: string | null | undefined): string | null {
  return /^\d{4}-\d{2}-\d{2}/.exec(publishedAt ?? '')?.[0] ?? null;
}

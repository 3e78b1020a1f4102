import type { Extraction, ReadableArticle } from './extraction.js';

/** What a reader gives for an article that it does not read. */
export function noExtraction(
  extractor: string,
  extractorVersion: string,
  { publishedAt }: Pick<ReadableArticle, 'publishedAt'>,
): Extraction {
  return {
    extractor,
    extractorVersion,
    publishedOn: publishedAt?.slice(0, 10) ?? null,
    figures: [],
    statements: [],
    claims: [],
  };
}

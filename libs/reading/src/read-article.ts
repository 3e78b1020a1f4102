import { EXTRACTOR, EXTRACTOR_VERSION, extractArticle, type Extraction } from '#extraction';
import type { ArticleReading, ArticleToRead } from './article-reader.js';
import { recogniseLanguage } from './recognise-language.js';

/** Reads one article, unless its language is none that the extractor knows: then it says so, and extracts nothing. */
export function readArticle(article: ArticleToRead): ArticleReading {
  const { language, notExtracted } = recogniseLanguage(article.text, article.language ?? null);
  const extraction = notExtracted ? nothingExtracted(article) : extractArticle(article);
  return { language, notExtracted, extraction };
}

const nothingExtracted = ({ publishedAt }: ArticleToRead): Extraction => ({
  extractor: EXTRACTOR,
  extractorVersion: EXTRACTOR_VERSION,
  publishedOn: publishedAt?.slice(0, 10) ?? null,
  figures: [],
  statements: [],
  claims: [],
});

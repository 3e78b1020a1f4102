import { EXTRACTOR, EXTRACTOR_VERSION, extractArticle, noExtraction } from '#extraction';
import type { ArticleReading, ArticleToRead } from './article-reader.js';
import { recogniseLanguage } from './recognise-language.js';

/** Reads one article, unless its language is none that the extractor knows: then it says so, and extracts nothing. */
export function readArticle(article: ArticleToRead): ArticleReading {
  const { language, notExtracted } = recogniseLanguage(article.text, article.language ?? null);
  const extraction = notExtracted
    ? noExtraction(EXTRACTOR, EXTRACTOR_VERSION, article)
    : extractArticle(article);
  return { language, notExtracted, extraction };
}

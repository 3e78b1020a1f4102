/** Articles as they come: what turns files, pages, feeds and archives into the fields of a submission. Parsers run on threads. */
export * from './errors.js';
export {
  ARTICLE_FORMATS,
  asItCame,
  isAsItCame,
  titleFirst,
  type ArticleFields,
  type ArticleFormat,
  type FoundArticle,
  type Making,
} from './found-article.js';
export { decodeText } from './bytes/decode-text.js';
export { readLines } from './bytes/read-lines.js';
export { unpackBody } from './bytes/unpack.js';
export type { ReadPage } from './page/read-page.js';
export { FormatReader, type DocumentHints, type FormatReaderOptions } from './thread/format-reader.js';
export { readArticles, type ArticleSource } from './read-articles.js';

export type * from './extraction.js';
export { EXTRACTOR, EXTRACTOR_VERSION, extractArticle } from './extract-article.js';
export { toScorerRecord, type ScorerRecord } from './scorer-record.js';

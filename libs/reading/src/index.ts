/** Reads articles off the event loop: recognises their language, then extracts. The pure reader itself is libs/extraction. */
export * from './article-reader.js';
export { defaultThreads, openArticleReader, type ReaderOptions } from './open-article-reader.js';
export { loadLanguageRecogniser } from './load-language-recogniser.js';
export { ReadAhead } from './read-ahead.js';

import { noExtraction } from '#extraction';
import {
  loadLanguageRecogniser,
  type ArticleReader,
  type ArticleReading,
  type ArticleToRead,
} from '#reading';
import type { LlmReader } from './llm-reader.js';
import { PROMPT_VERSION } from './prompt.js';

/** The model in the place of the rules. It may know more languages; what checks its answers knows English. */
export class LlmArticleReader implements ArticleReader {
  constructor(private readonly reader: LlmReader) {}

  /** @throws {LlmError} the model could not be used */
  async read(article: ArticleToRead): Promise<ArticleReading> {
    const recogniseLanguage = await loadLanguageRecogniser();
    const { language, notExtracted } = recogniseLanguage(article.text, article.language ?? null);
    if (notExtracted)
      return { language, notExtracted, extraction: noExtraction(this.reader.name, PROMPT_VERSION, article) };
    const { extraction, refused } = await this.reader.read(article);
    return { language, notExtracted, extraction, refused };
  }

  async close(): Promise<void> {}
}

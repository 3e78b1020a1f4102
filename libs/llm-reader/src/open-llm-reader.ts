import type { Config } from '#platform';
import { openArticleReader, type ArticleReader } from '#reading';
import { LlmNotConfigured } from './errors.js';
import type { LlmReader } from './llm-reader.js';

// Loaded when configured: what checks a model's answers brings the rules and their language model onto this thread, which the rules
// alone keep to threads of their own.

/** @throws {LlmNotConfigured} no server or no model is named */
export async function openLlmReader(config: Config): Promise<LlmReader> {
  const { llmUrl, llmModel } = config;
  if (!llmUrl || !llmModel) throw new LlmNotConfigured();
  const [{ ChatClient }, { LlmReader }] = await Promise.all([
    import('./chat-client.js'),
    import('./llm-reader.js'),
  ]);
  const client = new ChatClient({
    url: llmUrl,
    model: llmModel,
    apiKey: config.llmApiKey,
    timeoutMs: config.llmTimeoutMs,
    maxAnswerTokens: config.llmMaxAnswerTokens,
    attempts: config.llmAttempts,
  });
  return new LlmReader(client, {
    model: llmModel,
    partCharacters: config.llmPartCharacters,
    tokenBudget: config.llmTokenBudget,
  });
}

/**
 * The reader that the configuration names: the rules on threads, or the model.
 * @throws {LlmNotConfigured} the model is named as reader, and no server or no model
 */
export async function openConfiguredReader(config: Config): Promise<ArticleReader> {
  const { reader, readerThreads, readingBudgetMs } = config;
  if (reader !== 'llm') return openArticleReader({ threads: readerThreads, budgetMs: readingBudgetMs });
  const { LlmArticleReader } = await import('./llm-article-reader.js');
  return new LlmArticleReader(await openLlmReader(config));
}

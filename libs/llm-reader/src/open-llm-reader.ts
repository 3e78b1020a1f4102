import type { Config } from '#platform';
import { openArticleReader, type ArticleReader } from '#reading';
import { ChatClient } from './chat-client.js';
import { LlmNotConfigured } from './errors.js';
import { LlmArticleReader } from './llm-article-reader.js';
import { LlmReader } from './llm-reader.js';

/** @throws {LlmNotConfigured} no server or no model is named */
export function openLlmReader(config: Config): LlmReader {
  const { llmUrl, llmModel } = config;
  if (!llmUrl || !llmModel) throw new LlmNotConfigured();
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

/** The reader that the configuration names: the rules on threads, or the model. */
export function openConfiguredReader(config: Config): ArticleReader {
  const { reader, readerThreads, readingBudgetMs } = config;
  return reader === 'llm'
    ? new LlmArticleReader(openLlmReader(config))
    : openArticleReader({ threads: readerThreads, budgetMs: readingBudgetMs });
}

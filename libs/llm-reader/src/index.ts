export * from './errors.js';
export type { LlmReader, LlmReaderOptions, LlmReading } from './llm-reader.js';
export { openConfiguredReader, openLlmReader } from './open-llm-reader.js';

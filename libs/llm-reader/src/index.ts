export { ChatClient, type ChatServer } from './chat-client.js';
export * from './errors.js';
export { LlmReader, type LlmReaderOptions, type LlmReading } from './llm-reader.js';
export { openConfiguredReader, openLlmReader } from './open-llm-reader.js';

import { setTimeout as waitFor } from 'node:timers/promises';
import { LlmAnswerUnreadable, LlmRequestRefused, LlmUnavailable } from './errors.js';

export interface ChatServer {
  /** Base URL of the API, as Ollama ("http://127.0.0.1:11434/v1"), vLLM and vendors give it. */
  readonly url: string;
  readonly model: string;
  readonly apiKey?: string;
  /** For one answer, from the request to its last byte. */
  readonly timeoutMs: number;
  readonly maxAnswerTokens: number;
  /** Tries in all where the server is busy, fails or does not answer. */
  readonly attempts: number;
}

export interface ChatMessage {
  readonly role: 'system' | 'user';
  readonly content: string;
}

export interface ChatAnswer {
  readonly content: string;
  /** Of question and answer, as the server counts them. */
  readonly tokens: number;
  /** The answer reached the limit and stops in the middle. */
  readonly cut: boolean;
}

const MAX_ANSWER_BYTES = 4 * 1024 * 1024;
const MAX_WAIT_MS = 30_000;

export type Wait = (milliseconds: number) => Promise<unknown>;

/** Speaks the chat completions protocol of OpenAI-compatible servers with structured output. Follows no redirect. */
export class ChatClient {
  /** Turned off for good where the server knows no JSON schema: then it is asked for any JSON object. */
  private structured = true;

  constructor(
    private readonly server: ChatServer,
    private readonly wait: Wait = waitFor,
  ) {}

  /** @throws {LlmUnavailable | LlmRequestRefused | LlmAnswerUnreadable} */
  async complete(messages: readonly ChatMessage[], schema: object): Promise<ChatAnswer> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.ask(messages, schema);
      } catch (error) {
        if (!(error instanceof Passing)) throw error;
        if (attempt >= this.server.attempts) throw new LlmUnavailable(error.message, { cause: error.cause });
        await this.wait(Math.min(error.retryAfterMs ?? 500 * 2 ** attempt, MAX_WAIT_MS));
      }
    }
  }

  private async ask(messages: readonly ChatMessage[], schema: object): Promise<ChatAnswer> {
    const response = await this.post(messages, schema);
    const body = await readBounded(response);
    if (response.ok) return readAnswer(body);
    if (response.status === 429 || response.status >= 500) {
      throw new Passing(`it answered ${response.status}`, retryAfter(response));
    }
    if (this.structured && response.status === 400 && /response_format|json_schema|schema/i.test(body)) {
      this.structured = false;
      return this.ask(messages, schema);
    }
    throw new LlmRequestRefused(response.status, problemOf(body));
  }

  private async post(messages: readonly ChatMessage[], schema: object): Promise<Response> {
    const { url, model, apiKey, timeoutMs, maxAnswerTokens } = this.server;
    try {
      return await fetch(`${url.replace(/\/+$/, '')}/chat/completions`, {
        method: 'POST',
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          'content-type': 'application/json',
          ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}),
        },
        body: JSON.stringify({
          model,
          messages,
          temperature: 0,
          seed: 0,
          max_tokens: maxAnswerTokens,
          response_format: this.structured
            ? { type: 'json_schema', json_schema: { name: 'reading', strict: true, schema } }
            : { type: 'json_object' },
        }),
      });
    } catch (error) {
      throw passing(error);
    }
  }
}

/** What may be over at the next try. */
class Passing extends Error {
  constructor(
    message: string,
    readonly retryAfterMs: number | null,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

function passing(error: unknown): Passing {
  const { name, message, cause } = error as Error;
  const reason = name === 'TimeoutError' ? 'it took longer than CLAIMTRAIL_LLM_TIMEOUT_MS' : message;
  return new Passing(cause instanceof Error ? cause.message || reason : reason, null, { cause: error });
}

async function readBounded(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      size += (chunk as Uint8Array).length;
      if (size > MAX_ANSWER_BYTES)
        throw new LlmAnswerUnreadable(`it is longer than ${MAX_ANSWER_BYTES} bytes`);
      chunks.push(chunk as Uint8Array);
    }
  } catch (error) {
    throw error instanceof LlmAnswerUnreadable ? error : passing(error);
  }
  return Buffer.concat(chunks).toString('utf8');
}

interface Completion {
  readonly choices?: readonly {
    readonly finish_reason?: string;
    readonly message?: { readonly content?: unknown };
  }[];
  readonly usage?: { readonly total_tokens?: unknown };
}

function readAnswer(body: string): ChatAnswer {
  const completion = parseJson(body) as Completion | null;
  const choice = completion?.choices?.[0];
  const content = choice?.message?.content;
  if (typeof content !== 'string') throw new LlmAnswerUnreadable('it is no chat completion with text');
  const tokens = Number(completion?.usage?.total_tokens ?? 0);
  return { content, tokens: Number.isFinite(tokens) ? tokens : 0, cut: choice?.finish_reason === 'length' };
}

function problemOf(body: string): string {
  const answer = parseJson(body) as { error?: { message?: unknown } | string } | null;
  const message = typeof answer?.error === 'object' ? answer.error.message : answer?.error;
  return (typeof message === 'string' ? message : body).slice(0, 300);
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** Seconds, or a date. */
function retryAfter(response: Response): number | null {
  const value = response.headers.get('retry-after');
  const seconds = Number(value ?? NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : null;
}

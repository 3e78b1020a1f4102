import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ChatRequest {
  readonly authorization: string | undefined;
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly max_tokens: number;
    readonly response_format: { readonly type: string };
  };
}

/** What the server does with a request: an answer of the model, or anything a broken server may send. */
export type Answering = (request: ChatRequest, response: ServerResponse) => void;

/** A server that speaks the chat completions protocol on loopback; the test is the model. */
export class ChatServerDouble {
  readonly requests: ChatRequest[] = [];
  private readonly server = createServer((request, response) => void this.receive(request, response));

  private constructor(private answering: Answering) {}

  static async start(answering: Answering): Promise<ChatServerDouble> {
    const double = new ChatServerDouble(answering);
    double.server.listen(0, '127.0.0.1');
    await once(double.server, 'listening');
    return double;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  answer(answering: Answering): void {
    this.answering = answering;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as ChatRequest['body'];
    const received = { authorization: request.headers.authorization, body };
    this.requests.push(received);
    if (request.url !== '/v1/chat/completions') response.writeHead(404).end();
    else this.answering(received, response);
  }
}

/** The model says `content`; strings go out as they are. */
export const says =
  (content: unknown, { finish = 'stop', tokens = 100 } = {}): Answering =>
  (_request, response) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    response.setHeader('content-type', 'application/json').end(
      JSON.stringify({
        choices: [{ finish_reason: finish, message: { role: 'assistant', content: text } }],
        usage: { total_tokens: tokens },
      }),
    );
  };

export const fails =
  (status: number, message: string, headers: Record<string, string> = {}): Answering =>
  (_request, response) => {
    response.writeHead(status, headers).end(JSON.stringify({ error: { message } }));
  };

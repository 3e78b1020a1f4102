import { ChatClient, type ChatServer } from './chat-client.js';
import { ChatServerDouble, fails, says } from './testing/index.js';

const MESSAGES = [{ role: 'user', content: 'Read this.' }] as const;

describe('ChatClient', () => {
  let server: ChatServerDouble;
  let waited: number[];

  beforeEach(async () => {
    waited = [];
    server = await ChatServerDouble.start(says({ figures: [] }));
  });
  afterEach(() => server.stop());

  const client = (options: Partial<ChatServer> = {}) =>
    new ChatClient(
      {
        url: server.url,
        model: 'small',
        timeoutMs: 5_000,
        maxAnswerTokens: 1_000,
        attempts: 3,
        ...options,
      },
      (milliseconds) => {
        waited.push(milliseconds);
        return Promise.resolve();
      },
    );
  const ask = (options?: Partial<ChatServer>) => client(options).complete(MESSAGES, { type: 'object' });

  it('asks for structured output, without chance, with the key', async () => {
    await expect(ask({ apiKey: 'secret' })).resolves.toEqual({
      content: '{"figures":[]}',
      tokens: 100,
      cut: false,
    });
    expect(server.requests[0]).toMatchObject({
      authorization: 'Bearer secret',
      body: {
        model: 'small',
        temperature: 0,
        max_tokens: 1_000,
        response_format: { type: 'json_schema', json_schema: { strict: true } },
      },
    });
  });

  it('sends no key where none is set', async () => {
    await ask();
    expect(server.requests[0]?.authorization).toBeUndefined();
  });

  it('says when the answer was cut', async () => {
    server.answer(says('{', { finish: 'length' }));
    await expect(ask()).resolves.toMatchObject({ cut: true });
  });

  it('asks for plain JSON, from then on, where the server knows no schema', async () => {
    server.answer((request, response) =>
      (request.body.response_format.type === 'json_schema'
        ? fails(400, 'response_format json_schema is not supported')
        : says('{}'))(request, response),
    );
    const asking = client();
    await asking.complete(MESSAGES, {});
    await asking.complete(MESSAGES, {});
    expect(server.requests.map(({ body }) => body.response_format.type)).toEqual([
      'json_schema',
      'json_object',
      'json_object',
    ]);
  });

  it('waits as long as a busy server asks, then tries again', async () => {
    server.answer((request, response) => {
      const busy = server.requests.length < 3;
      (busy ? fails(429, 'slow down', { 'retry-after': '2' }) : says('{}'))(request, response);
    });
    await ask();
    expect(waited).toEqual([2_000, 2_000]);
  });

  it('waits longer each time, and gives up with what happened', async () => {
    server.answer(fails(503, 'loading'));
    await expect(ask()).rejects.toMatchObject({
      code: 'LLM.UNAVAILABLE',
      message: expect.stringContaining('503') as string,
    });
    expect(waited).toEqual([1_000, 2_000]);
  });

  it('tries again after a connection that broke, and says so when it goes on', async () => {
    server.answer((_request, response) => response.destroy());
    await expect(ask()).rejects.toMatchObject({ code: 'LLM.UNAVAILABLE' });
    expect(server.requests).toHaveLength(3);
  });

  it('gives up an answer that takes too long', async () => {
    server.answer(() => undefined);
    await expect(ask({ timeoutMs: 50, attempts: 1 })).rejects.toThrow('CLAIMTRAIL_LLM_TIMEOUT_MS');
  });

  it('gives up an answer that begins and never ends', async () => {
    server.answer((_request, response) => void response.write('{'));
    await expect(ask({ timeoutMs: 200, attempts: 1 })).rejects.toMatchObject({ code: 'LLM.UNAVAILABLE' });
  });

  it('does not repeat what the server refused', async () => {
    server.answer(fails(401, 'no such key'));
    await expect(ask()).rejects.toMatchObject({
      code: 'LLM.REQUEST_REFUSED',
      message: expect.stringContaining('no such key') as string,
    });
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    ['no JSON', '<html>'],
    ['no choice', '{"choices":[]}'],
    ['no text', '{"choices":[{"message":{"content":null}}]}'],
  ])('refuses a body with %s', async (_name, body) => {
    server.answer((_request, response) => void response.end(body));
    await expect(ask()).rejects.toMatchObject({ code: 'LLM.ANSWER_UNREADABLE' });
  });

  it('stops reading an endless answer', async () => {
    server.answer((_request, response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536, 97)));
      };
      response.on('drain', more);
      more();
    });
    await expect(ask()).rejects.toThrow('longer than');
  });

  it('follows no redirect', async () => {
    server.answer((_request, response) => {
      response.writeHead(302, { location: `${server.url}/chat/completions` }).end();
    });
    await expect(ask({ attempts: 1 })).rejects.toMatchObject({ code: 'LLM.UNAVAILABLE' });
    expect(server.requests).toHaveLength(1);
  });
});

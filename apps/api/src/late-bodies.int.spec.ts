import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { fastify, type FastifyInstance } from 'fastify';
import { createLogger, loadConfig } from '#platform';
import { answerThenDrain, type DrainLimits } from './late-bodies.js';
import { ProblemAdapter } from './problems/problem.adapter.js';
import type { ApiResources } from './resources.js';

const BODY_LIMIT = 64 * 1024;
/** More than the buffers of a loopback socket hold, so that the client still writes when it is refused. */
const BODY = Buffer.alloc(8 * 1024 * 1024, 'x');
const JSON_TYPE = 'content-type: application/json';
const LENGTH = `content-length: ${BODY.length}`;
const CHUNKED = 'transfer-encoding: chunked';
const chunk = Buffer.concat([
  Buffer.from(`${BODY.length.toString(16)}\r\n`),
  BODY,
  Buffer.from('\r\n0\r\n\r\n'),
]);

const servers: FastifyInstance[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

async function portOf(server: FastifyInstance): Promise<number> {
  servers.push(server);
  server.post('/', () => Promise.resolve('taken'));
  await server.listen({ host: '127.0.0.1', port: 0 });
  return (server.server.address() as AddressInfo).port;
}

/** The server of the API, as far as it refuses before any route is reached. */
function api(): Promise<number> {
  const config = { ...loadConfig({}), bodyLimitBytes: BODY_LIMIT };
  const adapter = new ProblemAdapter({ config, logger: createLogger('silent') } as ApiResources);
  return portOf(adapter.getInstance());
}

/** The status a client hears, null for none. It reads nothing before it has written everything, as most clients do. */
async function send(port: number, head: readonly string[], body: Buffer, path = '/'): Promise<number | null> {
  const socket = connect({ host: '127.0.0.1', port }).pause();
  await once(socket, 'connect');
  const broken = new Promise<void>((resolve) => socket.once('error', () => resolve()).once('close', resolve));
  socket.write(`POST ${path} HTTP/1.1\r\nhost: x\r\n${head.join('\r\n')}\r\n\r\n`);
  const written = new Promise<void>((resolve) => socket.write(body, () => resolve()));
  await Promise.race([written, broken]);
  let answer = '';
  socket.on('data', (bytes: Buffer) => (answer += bytes.toString()));
  const answered = new Promise<void>((resolve) => socket.once('data', () => resolve()).resume());
  await Promise.race([answered, broken]);
  const status = /^HTTP\/1\.1 (\d+)/.exec(answer)?.[1];
  socket.destroy();
  return status === undefined ? null : Number(status);
}

describe('an answer given before the whole body came', () => {
  it.each([
    ['of a length over the limit', 413, [JSON_TYPE, LENGTH], BODY, '/'],
    ['over the limit in chunks', 413, [JSON_TYPE, CHUNKED], chunk, '/'],
    ['of a type that is not taken', 415, ['content-type: image/png', LENGTH], BODY, '/'],
    ['of no type', 415, [LENGTH], BODY, '/'],
    ['for a path that is none', 404, ['content-type: image/png', LENGTH], BODY, '/nowhere'],
  ])('reaches a client that is still writing a body %s', async (_case, status, head, body, path) => {
    const port = await api();
    for (let round = 0; round < 5; round++) expect(await send(port, head, body, path)).toBe(status);
  });

  it('CONTROL: is lost with the connection where nothing is drained', async () => {
    const port = await portOf(fastify({ bodyLimit: BODY_LIMIT }));
    for (let round = 0; round < 5; round++) expect(await send(port, [JSON_TYPE, LENGTH], BODY)).toBeNull();
  });

  it('leaves the connection to the next request where the body ends and nothing asked to close it', async () => {
    const port = await api();
    const url = `http://127.0.0.1:${port}/`;
    const png = () => fetch(url, { method: 'POST', headers: { 'content-type': 'image/png' }, body: 'x' });
    const { status, headers } = await png();
    expect({ status, connection: headers.get('connection') }).toEqual({
      status: 415,
      connection: 'keep-alive',
    });
    expect((await png()).status).toBe(415);
  });
});

describe('a body without end', () => {
  async function draining(limits: DrainLimits): Promise<{ port: number; closed: Promise<Socket> }> {
    const server = fastify({ bodyLimit: BODY_LIMIT });
    server.addHook('onSend', (request, reply, payload, done) =>
      done(null, answerThenDrain(request, reply, payload, limits)),
    );
    const closed = new Promise<Socket>((resolve) =>
      server.server.once('connection', (socket: Socket) => socket.once('close', () => resolve(socket))),
    );
    return { port: await portOf(server), closed };
  }
  const endless = (port: number, type: string, body: Buffer) => {
    const socket = connect({ host: '127.0.0.1', port }).on('error', () => undefined);
    socket.write(`POST / HTTP/1.1\r\nhost: x\r\n${type}\r\ncontent-length: 1000000000\r\n\r\n`);
    socket.write(body);
    return socket;
  };

  it.each([[JSON_TYPE], ['content-type: image/png']])(
    'is taken up to the limit of bytes (%s)',
    async (type) => {
      const { port, closed } = await draining({ bytes: 1024 * 1024, milliseconds: 60_000 });
      const socket = endless(port, type, BODY);
      const { bytesRead } = await closed;
      expect(bytesRead).toBeGreaterThan(1024 * 1024);
      expect(bytesRead).toBeLessThan(2 * 1024 * 1024);
      socket.destroy();
    },
  );

  it.each([[JSON_TYPE], ['content-type: image/png']])(
    'is waited for up to the limit of time (%s)',
    async (type) => {
      const { port, closed } = await draining({ bytes: 1024 * 1024, milliseconds: 20 });
      const socket = endless(port, type, Buffer.from('x'));
      const [answer] = (await once(socket, 'data')) as [Buffer];
      expect(answer.toString()).toMatch(/^HTTP\/1\.1 41[35] /);
      await closed;
      socket.destroy();
    },
  );
});

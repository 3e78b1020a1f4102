import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { guardedFetch, type FetchLimits } from './guarded-fetch.js';

const UNKNOWN = { etag: null, lastModified: null };
const limits: FetchLimits = { maxBytes: 1_000, timeoutMs: 500, trustedHosts: ['127.0.0.1'] };

let server: Server;
let url: string;
let answer: RequestListener;

beforeEach(async () => {
  server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

describe('guardedFetch', () => {
  it('asks whether a page is what it was', async () => {
    answer = ({ headers }, response) => {
      if (headers['if-none-match'] === '"1"' && headers['if-modified-since'])
        return response.writeHead(304).end();
      const known = { etag: '"1"', 'last-modified': 'Fri, 07 Mar 2031 10:00:00 GMT' };
      return response
        .writeHead(200, { ...known, 'content-type': 'text/html; charset=iso-8859-1' })
        .end('news');
    };
    const first = await guardedFetch(url, UNKNOWN, limits);
    if (first.status !== 'fetched') throw new Error('It is there.');
    expect(Buffer.from(first.bytes).toString()).toBe('news');
    expect(first.charset).toBe('iso-8859-1');
    expect(await guardedFetch(url, first, limits)).toEqual({ status: 'unchanged' });
  });

  it.each([
    ['a private address', () => url, []],
    ['a name that leads to one', () => url.replace('127.0.0.1', 'localhost'), []],
    ['an address in other words', () => url.replace('127.0.0.1', '0x7f000001'), []],
    ['another protocol', () => 'file:///etc/passwd', limits.trustedHosts],
  ])('refuses %s', async (_case, address, trustedHosts) => {
    let asked = 0;
    answer = (_, response) => void ((asked += 1), response.end('secret'));
    const refused = guardedFetch(address(), UNKNOWN, { ...limits, trustedHosts });
    await expect(refused).rejects.toMatchObject({ code: 'FEEDS.ADDRESS_REFUSED' });
    expect(asked).toBe(0);
  });

  it('refuses a redirect into a private network, and follows others', async () => {
    answer = (request, response) =>
      request.url === '/'
        ? response.writeHead(302, { location: '/moved' }).end()
        : response.writeHead(302, { location: 'http://169.254.169.254/secret' }).end();
    await expect(guardedFetch(url, UNKNOWN, limits)).rejects.toMatchObject({ code: 'FEEDS.ADDRESS_REFUSED' });
    answer = (request, response) =>
      request.url === '/' ? response.writeHead(302, { location: '/moved' }).end() : response.end('news');
    expect((await guardedFetch(url, UNKNOWN, limits)).status).toBe('fetched');
  });

  it.each<[string, RequestListener, string]>([
    ['is too long', (_, response) => void response.end('x'.repeat(1_001)), 'FEEDS.TOO_LARGE'],
    ['never ends', (_, response) => void response.write('x'), 'FEEDS.FETCH_FAILED'],
    [
      'is redirected for ever',
      (_, response) => void response.writeHead(302, { location: '/' }).end(),
      'FEEDS.FETCH_FAILED',
    ],
    ['is gone', (_, response) => void response.writeHead(410).end(), 'FEEDS.FETCH_FAILED'],
    ['breaks off', (_, response) => void response.destroy(), 'FEEDS.FETCH_FAILED'],
  ])('refuses a page that %s', async (_case, listener, code) => {
    answer = listener;
    await expect(guardedFetch(url, UNKNOWN, limits)).rejects.toMatchObject({ code });
  });
});

import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { unpackBody } from '#article-formats';
import { InvalidFields } from '#domain';
import { ARTICLES_PATH, HtmlBody } from './articles/html-body.js';
import { UnsupportedMediaType } from './problems/unsupported-media-type.js';

type Done = (error: Error | null, body?: unknown) => void;
type Parser = (request: FastifyRequest, body: Buffer, done: Done) => void;

/**
 * JSON is taken, and only as UTF-8: other bytes would be replaced in silence, and the record would hold what nobody wrote. HTML is
 * taken where articles are. A form or plain text may be posted by any web page, without asking.
 */
export function takeJsonAndPages(app: NestFastifyApplication, bodyLimit: number): void {
  const fastify = app.getHttpAdapter().getInstance();
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  const take = (type: string, parser: Parser) =>
    app.useBodyParser(type, { bodyLimit }, (request, body: Buffer, done) =>
      parser(request as FastifyRequest, body, done as Done),
    );
  take(
    'application/json',
    unpacked((request, body, done) => {
      const text = decode(body);
      if (text === null) done(new InvalidFields('request', { body: 'is not UTF-8 text' }));
      else void parseJson(request, text, done as never);
    }),
  );
  for (const type of ['text/html', 'application/xhtml+xml']) take(type, unpacked(takePage));
  fastify.removeContentTypeParser('text/plain');
}

function takePage(request: FastifyRequest, body: Buffer, done: Done): void {
  if (request.url.split('?', 1)[0] !== ARTICLES_PATH) done(new UnsupportedMediaType('application/json'));
  else done(null, new HtmlBody(body, request.headers['content-type'] ?? ''));
}

/** A body with a Content-Encoding grows before it is parsed, within bounds. */
const unpacked =
  (parser: Parser): Parser =>
  (request, body, done) => {
    const encoding = request.headers['content-encoding'];
    if (encoding === undefined) return parser(request, body, done);
    unpackBody(body, encoding).then((bytes) => parser(request, Buffer.from(bytes), done), done);
  };

function decode(body: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return null;
  }
}

import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { InvalidFields } from '#domain';

/**
 * JSON alone is taken, and only as UTF-8: other bytes would be replaced in silence, and the record would hold what nobody
 * wrote. A form or plain text may be posted by any web page, without asking.
 */
export function takeJsonBodiesAlone(app: NestFastifyApplication, bodyLimit: number): void {
  const fastify = app.getHttpAdapter().getInstance();
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  app.useBodyParser('application/json', { bodyLimit }, (request, body: Buffer, done) => {
    const text = decode(body);
    if (text === null) done(new InvalidFields('request', { body: 'is not UTF-8 text' }));
    else void parseJson(request as FastifyRequest, text, done);
  });
  fastify.removeContentTypeParser('text/plain');
}

function decode(body: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return null;
  }
}

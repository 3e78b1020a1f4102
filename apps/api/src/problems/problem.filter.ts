import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '#platform';
import { LOGGER } from '../resources.js';
import { toProblem } from './to-problem.js';

const RETRY_AFTER_SECONDS = '1';

/** Every error of a REST request leaves as application/problem+json; GraphQL formats its own. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType<string>() === 'graphql') throw error;
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const problem = toProblem(error, request.url);
    if (problem.status >= 500) this.logger.error({ err: error, url: request.url }, problem.title);
    const reply = http.getResponse<FastifyReply>().status(problem.status).type('application/problem+json');
    if (problem.status === 503) void reply.header('Retry-After', RETRY_AFTER_SECONDS);
    void reply.send(JSON.stringify(problem));
  }
}

import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '#platform';
import { LOGGER } from '../resources.js';
import { toProblem } from './to-problem.js';

const RETRY_AFTER_SECONDS = '1';

/** Every error of a route leaves as application/problem+json; GraphQL formats its own. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType<string>() === 'graphql') throw error;
    const http = host.switchToHttp();
    answerProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>(), this.logger);
  }
}

/** Also called by Fastify itself, for what it refuses before any route is reached: a broken or too large body. */
export function answerProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  logger: Logger,
): void {
  const problem = toProblem(error, request.url);
  if (problem.status >= 500) logger.error({ err: error, url: request.url }, problem.title);
  if (problem.status === 503) void reply.header('Retry-After', RETRY_AFTER_SECONDS);
  void reply.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ACTOR_HEADER, actAs } from '../actor.js';
import { endConnections } from '../end-connections.js';
import { answerThenDrain } from '../late-bodies.js';
import type { ApiResources } from '../resources.js';
import { answerProblem } from './problem.filter.js';

/**
 * Fastify with our problems for what it refuses before any route is reached: a broken, empty or too large body.
 * The handler is set before the first plugin: registering Mercurius boots Fastify, and what is set later is not heard.
 */
export class ProblemAdapter extends FastifyAdapter {
  constructor({ config, logger }: ApiResources) {
    super({ bodyLimit: config.bodyLimitBytes });
    this.instance.setErrorHandler((error, request, reply) =>
      answerProblem(error, request as FastifyRequest, reply as FastifyReply, logger),
    );
    this.instance.addHook('onRequest', (request, _reply, done) => actAs(request.headers[ACTOR_HEADER], done));
    this.instance.addHook('onSend', (request, reply, payload, done) =>
      done(null, answerThenDrain(request as FastifyRequest, reply as FastifyReply, payload)),
    );
    this.instance.addHook('preClose', (done) => {
      endConnections(this.instance.server);
      done();
    });
  }

  /** Ours stays: Nest's would pass the same errors to the filter that we call ourselves. */
  override setErrorHandler() {
    return this.instance;
  }
}

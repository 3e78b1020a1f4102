import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { FastifyRequest } from 'fastify';
import { InvalidFields } from '#domain';

const CLOCKS = ['recordedBy', 'assertedBy', 'validOn'];

/** Refuses clocks where a route takes no parameters at all: an answer of today would pass for one of then. */
@Injectable()
export class UntakenClocks implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    const { query } = context.switchToHttp().getRequest<FastifyRequest>();
    const asked = CLOCKS.filter((clock) => Object.hasOwn(query as object, clock));
    if (asked.length === 0 || takesParameters(context)) return true;
    const problem = 'is not taken here: the answer is of the record as it is. Leave it out';
    throw new InvalidFields('request', Object.fromEntries(asked.map((clock) => [clock, problem])));
  }
}

/** What a route takes is known by the decorators of its arguments. */
function takesParameters(context: ExecutionContext): boolean {
  const taken = Reflect.getMetadata(
    ROUTE_ARGS_METADATA,
    context.getClass(),
    context.getHandler().name,
  ) as unknown;
  return Object.keys(taken ?? {}).some((key) => key.startsWith(`${RouteParamtypes.QUERY}:`));
}

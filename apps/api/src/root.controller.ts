import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';

/** The front door: where to go from here. */
@ApiExcludeController()
@Controller()
export class RootController {
  @Get()
  links(): Record<string, string> {
    return {
      name: 'Claimtrail',
      figures: '/v1/figures',
      statements: '/v1/statements',
      claims: '/v1/claims',
      claimCards: '/v1/claim-cards',
      changes: '/v1/changes',
      articles: '/v1/articles',
      events: '/v1/events',
      graphql: '/graphql',
      documentation: '/docs',
      openapi: '/openapi.json',
      health: '/health/ready',
    };
  }
}

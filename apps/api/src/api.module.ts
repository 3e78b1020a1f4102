import { Module, ValidationPipe, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { GraphQLModule } from '@nestjs/graphql';
import { MercuriusDriver, type MercuriusDriverConfig } from '@nestjs/mercurius';
import { describeProblems, InvalidFields } from '#domain';
import { EVENT_APPENDER, EVENT_READER, ProofReader, type PostgresEventStore } from '#event-store';
import { Gazetteer } from '#gazetteer';
import { commandHandlers } from '#ingestion';
import { registerLinkingMetrics } from '#linking';
import { createMetrics, registerPoolMetrics, type Config, type Database, type Registry } from '#platform';
import { queryHandlers, registerLagMetrics, ViewsReader } from '#query';
import { ARTICLE_READER } from '#reading';
import { Answers } from './answers.js';
import { ArticlesController } from './articles/articles.controller.js';
import { ArticlesResolver } from './articles/articles.resolver.js';
import { ClaimsController } from './claims/claims.controller.js';
import { ClaimsResolver } from './claims/claims.resolver.js';
import { decisionControllers } from './decisions/decisions.controllers.js';
import { DecisionsResolver } from './decisions/decisions.resolver.js';
import { Decisions } from './decisions/decisions.service.js';
import { EntitiesController, EntityProposalsController } from './entities/entities.controller.js';
import { EntitiesResolver } from './entities/entities.resolver.js';
import { EventsController } from './events/events.controller.js';
import { EventsResolver } from './events/events.resolver.js';
import { JsonScalar } from './events/json.scalar.js';
import { FactsController } from './facts/facts.controller.js';
import { FactsResolver } from './facts/facts.resolver.js';
import { FiguresController } from './figures/figures.controller.js';
import { FiguresResolver } from './figures/figures.resolver.js';
import { formatGraphqlErrors } from './graphql-errors.js';
import { HealthController } from './health/health.controller.js';
import { MetricsController } from './health/metrics.controller.js';
import { ProblemFilter } from './problems/problem.filter.js';
import { LogController, ProofsController } from './proofs/proofs.controller.js';
import { CONFIG, DATABASE, FORMAT_READER, LOGGER, METRICS, type ApiResources } from './resources.js';
import { RootController } from './root.controller.js';
import { StatementsController } from './statements/statements.controller.js';
import { StatementsResolver } from './statements/statements.resolver.js';
import { trackingControllers, trackingResolvers } from './tracking/index.js';
import { UntakenClocks } from './untaken-clocks.guard.js';
import { Workspace } from './workspace.js';

const MAX_QUERY_DEPTH = 12;

const controllers = [
  RootController,
  ArticlesController,
  FiguresController,
  StatementsController,
  ClaimsController,
  ...trackingControllers,
  EntitiesController,
  EntityProposalsController,
  ...decisionControllers,
  EventsController,
  ProofsController,
  LogController,
  FactsController,
  HealthController,
  MetricsController,
];

const resolvers = [
  ArticlesResolver,
  FiguresResolver,
  StatementsResolver,
  ClaimsResolver,
  ...trackingResolvers,
  DecisionsResolver,
  EntitiesResolver,
  EventsResolver,
  FactsResolver,
  JsonScalar,
];

/** Composition only: commands and queries do the work. */
@Module({})
export class ApiModule {
  static of({ config, database, store, logger, articleReader, formatReader }: ApiResources): DynamicModule {
    const views = new ViewsReader(database.reader);
    return {
      module: ApiModule,
      imports: [
        CqrsModule.forRoot(),
        GraphQLModule.forRoot<MercuriusDriverConfig>({
          driver: MercuriusDriver,
          autoSchemaFile: true,
          sortSchema: true,
          queryDepth: MAX_QUERY_DEPTH,
          errorFormatter: (execution) => formatGraphqlErrors(execution, logger),
        }),
      ],
      controllers,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: LOGGER, useValue: logger },
        { provide: METRICS, useValue: metricsOf(config, database, store) },
        { provide: DATABASE, useValue: database },
        { provide: EVENT_APPENDER, useValue: store },
        { provide: EVENT_READER, useValue: store },
        { provide: ARTICLE_READER, useValue: articleReader },
        { provide: FORMAT_READER, useValue: formatReader },
        { provide: ViewsReader, useValue: views },
        { provide: Gazetteer, useValue: new Gazetteer(views) },
        { provide: ProofReader, useValue: new ProofReader(database.reader) },
        { provide: Workspace, useValue: new Workspace(config.workspace) },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useValue: requestPipe },
        { provide: APP_GUARD, useClass: UntakenClocks },
        Answers,
        Decisions,
        ...commandHandlers,
        ...queryHandlers,
        ...resolvers,
      ],
    };
  }
}

/** Checks query parameters and GraphQL arguments alike; a parameter that does not exist is an error, not ignored. */
const requestPipe = new ValidationPipe({
  transform: true,
  whitelist: true,
  forbidNonWhitelisted: true,
  exceptionFactory: (problems) => new InvalidFields('request', describeProblems(problems)),
});

function metricsOf(config: Config, database: Database, store: PostgresEventStore): Registry {
  const registry = createMetrics();
  registerPoolMetrics(registry, database);
  const source = { pool: database.reader, reader: store, workspace: config.workspace };
  registerLagMetrics(registry, source);
  registerLinkingMetrics(registry, source);
  return registry;
}

import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { ApiModule } from './api.module.js';
import { NestLogger } from './nest-logger.js';
import { ProblemAdapter } from './problems/problem.adapter.js';
import type { ApiResources } from './resources.js';
import { takeJsonAndPages } from './request-bodies.js';

/** The HTTP application, initialised but not yet listening. It owns none of its resources. */
export async function createApi(resources: ApiResources): Promise<NestFastifyApplication> {
  const adapter = new ProblemAdapter(resources);
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.of(resources), adapter, {
    logger: new NestLogger(resources.logger),
    abortOnError: false,
    bodyParser: false,
  });
  takeJsonAndPages(app, resources.config.bodyLimitBytes);
  const document = SwaggerModule.createDocument(app, openApi());
  SwaggerModule.setup('docs', app, document, {
    jsonDocumentUrl: 'openapi.json',
    yamlDocumentUrl: 'openapi.yaml',
  });
  await app.init();
  return app;
}

const openApi = () =>
  new DocumentBuilder()
    .setTitle('Claimtrail')
    .setDescription(
      'Who reported which figure, statement, claim or denial, in which sentence of which article.',
    )
    .setVersion('1')
    .build();

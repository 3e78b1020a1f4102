import { Controller, Get, Inject, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Database } from '#platform';
import { GetLag, type ViewLag } from '#query';
import { DATABASE } from '../resources.js';
import { Workspace } from '../workspace.js';

interface Readiness {
  readonly status: 'ready' | 'not_ready';
  readonly database: 'up' | 'down';
  readonly views: readonly ViewLag[];
}

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(DATABASE) private readonly database: Database,
    private readonly workspace: Workspace,
  ) {}

  @Get('live')
  @ApiOperation({ summary: 'The process answers.' })
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  @Get('ready')
  @ApiOperation({
    summary: 'The database answers and the views are there; with the lag of each view. 503 where not.',
  })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const database = await this.databaseState();
    const views = database === 'up' ? await this.lagOfViews() : [];
    const status = views.length > 0 ? 'ready' : 'not_ready';
    void reply.status(status === 'ready' ? 200 : 503);
    return { status, database, views };
  }

  private databaseState(): Promise<'up' | 'down'> {
    return this.database.reader.query('SELECT 1').then(
      () => 'up' as const,
      () => 'down' as const,
    );
  }

  private lagOfViews(): Promise<ViewLag[]> {
    return this.queries.execute(new GetLag(this.workspace.name)).catch(() => []);
  }
}

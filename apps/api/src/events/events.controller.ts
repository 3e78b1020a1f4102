import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ListEvents, type EventView } from '#query';
import { toList, type List } from '../schema/page.type.js';
import { Workspace } from '../workspace.js';
import { EventArguments, toEventFilter } from './event.arguments.js';
import { EventList } from './event.type.js';

@ApiTags('events')
@Controller('v1/events')
export class EventsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly workspace: Workspace,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What was recorded, in the order of the log?' })
  @ApiOkResponse({ type: EventList })
  async events(@Query() asked: EventArguments): Promise<List<EventView>> {
    const filter = { ...toEventFilter(asked), workspace: this.workspace.name };
    return toList(await this.queries.execute(new ListEvents(filter)), null);
  }
}

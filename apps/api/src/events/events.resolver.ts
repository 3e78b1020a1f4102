import { QueryBus } from '@nestjs/cqrs';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { ListEvents, type EventView } from '#query';
import { toConnection, type Connection } from '../schema/page.type.js';
import { Workspace } from '../workspace.js';
import { EventArguments, toEventFilter } from './event.arguments.js';
import { EventConnection, EventObjectType } from './event.type.js';

@Resolver(() => EventObjectType)
export class EventsResolver {
  constructor(
    private readonly queries: QueryBus,
    private readonly workspace: Workspace,
  ) {}

  @Query(() => EventConnection, { description: 'What was recorded, in the order of the log?' })
  async events(@Args() asked: EventArguments): Promise<Connection<EventView>> {
    const filter = { ...toEventFilter(asked), workspace: this.workspace.name };
    return toConnection(await this.queries.execute(new ListEvents(filter)), null);
  }
}

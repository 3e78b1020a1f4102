import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { EVENT_READER, type EventFilter as LogFilter, type EventReader } from '#event-store';
import { pageOf, pageSize, seqAfter, type Page, type PageRequest } from '../page.js';
import { eventView, type EventView } from './event.js';

export interface EventFilter extends PageRequest, Omit<LogFilter, 'exceptTypes'> {
  readonly workspace: string;
}

/** What was recorded, in the order of the log? */
export class ListEvents extends Query<Page<EventView>> {
  constructor(readonly filter: EventFilter) {
    super();
  }
}

@QueryHandler(ListEvents)
export class ListEventsHandler implements IQueryHandler<ListEvents> {
  constructor(@Inject(EVENT_READER) private readonly reader: EventReader) {}

  async execute({ filter }: ListEvents): Promise<Page<EventView>> {
    const size = pageSize(filter);
    const { types, categories, correlationId } = filter;
    const events = await this.reader.readAll(filter.workspace, {
      afterSeq: BigInt(seqAfter(filter)),
      limit: size + 1,
      types,
      categories,
      correlationId,
    });
    return pageOf(events.map(eventView), size);
  }
}

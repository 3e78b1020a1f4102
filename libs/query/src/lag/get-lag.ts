import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { EVENT_READER, type EventReader } from '#event-store';
import { readLag, type ViewLag } from '#projections';
import { ViewsReader } from '../views-reader.js';

export type { ViewLag };

/** How far is each view behind? */
export class GetLag extends Query<ViewLag[]> {
  constructor(readonly workspace: string) {
    super();
  }
}

@QueryHandler(GetLag)
export class GetLagHandler implements IQueryHandler<GetLag> {
  constructor(
    private readonly views: ViewsReader,
    @Inject(EVENT_READER) private readonly reader: EventReader,
  ) {}

  execute({ workspace }: GetLag): Promise<ViewLag[]> {
    return readLag((sql, values) => this.views.select(sql, values), this.reader, workspace);
  }
}

import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { EVENT_READER, type EventReader } from '#event-store';
import { ViewsReader } from '../views-reader.js';

/** How far a view is behind the log. */
export interface ViewLag {
  readonly view: string;
  readonly version: number;
  readonly seq: string;
  readonly head: string;
  /** Events not yet in the view. */
  readonly events: number;
}

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

  async execute({ workspace }: GetLag): Promise<ViewLag[]> {
    const rows = await this.views.select<{ view: string; version: number; seq: bigint }>(
      `SELECT view.name AS view, view.live_version AS version, coalesce(held.seq, 0) AS seq
       FROM views.registered_view view
       LEFT JOIN views.checkpoint held ON held.view = view.name AND held.version = view.live_version AND held.workspace = $1
       ORDER BY view.name`,
      [workspace],
    );
    const head = await this.reader.head(workspace);
    return rows.map(({ view, version, seq }) => ({
      view,
      version,
      seq: seq.toString(),
      head: head.toString(),
      events: Number(head > seq ? head - seq : 0n),
    }));
  }
}

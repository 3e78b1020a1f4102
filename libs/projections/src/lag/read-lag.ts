import type { QueryResultRow } from 'pg';
import type { EventReader } from '#event-store';

/** How far a view is behind the log. */
export interface ViewLag {
  readonly view: string;
  readonly version: number;
  readonly seq: string;
  readonly head: string;
  /** Events not yet in the view. */
  readonly events: number;
  /** Age of the oldest event not yet in the view, by its `recordedAt` and the database's clock; 0 where none is missing. */
  readonly seconds: number;
  /** Events that the view could not fold, and those of their streams that wait behind them. */
  readonly parked: number;
}

type Select = <T extends QueryResultRow>(sql: string, values: readonly unknown[]) => Promise<T[]>;

interface Place extends QueryResultRow {
  readonly view: string;
  readonly version: number;
  readonly seq: bigint;
  readonly parked: number;
  readonly now: Date;
}

/** The lag of every live view in a workspace. */
export async function readLag(select: Select, reader: EventReader, workspace: string): Promise<ViewLag[]> {
  const places = await select<Place>(
    `SELECT view.name AS view, view.live_version AS version, coalesce(held.seq, 0) AS seq, clock_timestamp() AS now,
            (SELECT count(*)::int FROM views.parked_event parked
             WHERE parked.view = view.name AND parked.version = view.live_version AND parked.workspace = $1) AS parked
     FROM views.registered_view view
     LEFT JOIN views.checkpoint held ON held.view = view.name AND held.version = view.live_version AND held.workspace = $1
     ORDER BY view.name`,
    [workspace],
  );
  const head = await reader.head(workspace);
  return Promise.all(
    places.map(async ({ view, version, seq, parked, now }) => ({
      view,
      version,
      seq: seq.toString(),
      head: head.toString(),
      events: Number(head > seq ? head - seq : 0n),
      seconds: head > seq ? await ageOfNext(reader, workspace, seq, now) : 0,
      parked,
    })),
  );
}

async function ageOfNext(reader: EventReader, workspace: string, seq: bigint, now: Date): Promise<number> {
  const [next] = await reader.readAll(workspace, { afterSeq: seq, limit: 1 });
  return next ? Math.max(0, (now.getTime() - next.recordedAt.getTime()) / 1000) : 0;
}

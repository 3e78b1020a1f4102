import type { EventReader, StoredEvent } from '#event-store';

/** A part of a workspace's log, and where the log stood. */
export interface LogPart {
  readonly from: bigint;
  readonly to: bigint;
  readonly head: bigint;
}

/** The events after `from` up to `to` that are wanted. */
export interface LogPage extends LogPart {
  readonly events: readonly StoredEvent[];
}

/** A workspace's log page by page up to its head, or up to a part's end; the reader has the next pages ready. */
export class LogPages {
  constructor(
    private readonly reader: EventReader,
    private readonly workspace: string,
    private readonly batchSize: number,
    private readonly exceptTypes: readonly string[],
  ) {}

  async *after(start: bigint): AsyncGenerator<LogPage> {
    for (let from = start; ;) {
      const head = await this.reader.head(this.workspace);
      if (from >= head) return;
      yield* this.part({ from, to: head, head });
      from = head;
    }
  }

  async *part({ from: start, to: until, head }: LogPart): AsyncGenerator<LogPage> {
    const { reader, workspace, batchSize, exceptTypes } = this;
    let from = start;
    for await (const { events, to } of reader.readLog(workspace, {
      afterSeq: from,
      until,
      batchSize,
      exceptTypes,
    })) {
      yield { from, to, head, events };
      from = to;
    }
  }
}

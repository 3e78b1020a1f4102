import type { EventReader, StoredEvent } from '#event-store';

/** The events after `from` up to `to` that are wanted; `head` is where the log stood. */
export interface LogPage {
  readonly from: bigint;
  readonly to: bigint;
  readonly head: bigint;
  readonly events: readonly StoredEvent[];
}

/** A workspace's log page by page up to its head, one page ahead of whoever takes them: two pages in memory at the most. */
export class LogPages {
  private head = 0n;

  constructor(
    private readonly reader: EventReader,
    private readonly workspace: string,
    private readonly size: number,
    private readonly exceptTypes: readonly string[],
  ) {}

  async *after(start: bigint): AsyncGenerator<LogPage> {
    let coming = this.read(start);
    for (;;) {
      const page = await coming;
      if (!page) return;
      coming = this.read(page.to);
      // Its failure is met when the page is awaited; whoever stops before that does not want to know.
      coming.catch(() => undefined);
      yield page;
    }
  }

  /** Null at the head. */
  private async read(from: bigint): Promise<LogPage | null> {
    if (from >= this.head) this.head = await this.reader.head(this.workspace);
    if (from >= this.head) return null;
    const end = from + BigInt(this.size);
    const to = end < this.head ? end : this.head;
    const { workspace, exceptTypes, head } = this;
    const events = await this.reader.readAll(workspace, {
      afterSeq: from,
      limit: Number(to - from),
      exceptTypes,
    });
    return { from, to, head, events };
  }
}

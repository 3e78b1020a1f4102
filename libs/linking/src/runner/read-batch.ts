import { isErased, upcasterChains } from '#domain';
import type { EventReader, StoredEvent } from '#event-store';
import { isFolded, isOwn, type DecisionProcess } from './decision-process.js';
import type { Position } from './position.js';

/** More than any append has events, so that a page of it never ends within the first. */
const LARGEST_APPEND = 10_000;

export interface Batch {
  readonly events: readonly StoredEvent[];
  readonly to: bigint;
  readonly folding: boolean;
}

/** The next events for a process, up to `head` at most, and never a part of what was appended together. */
export async function readBatch(
  reader: EventReader,
  process: DecisionProcess,
  workspace: string,
  { seq, folding, decidedTo, foldedTo }: Position,
  head: bigint,
  limit: number,
): Promise<Batch> {
  const types = [...new Set([...process.reads, ...process.folds])];
  const read = async (size: number) => {
    const page = await reader.readAll(workspace, { afterSeq: seq, limit: size, types });
    return { page, whole: page.length < size, cut: page.length < size ? page : withoutLastRun(page) };
  };
  let { page, whole, cut } = await read(limit);
  if (cut.length === 0 && !whole) ({ page, whole, cut } = await read(LARGEST_APPEND));
  const taken = cut.length > 0 ? cut : page;
  const last = taken.at(-1)?.seq ?? seq;
  // Only a page that was not full says that nothing follows before the head.
  const to = whole && head > last ? head : last;
  const isWanted = (event: StoredEvent): boolean => {
    if (isErased(event.data)) return false;
    if (folding) return event.seq <= decidedTo || (event.seq <= foldedTo && isFolded(process, event));
    return !isFolded(process, event) || (event.seq > foldedTo && !isOwn(process, event));
  };
  return { events: taken.filter(isWanted).map((event) => upcasterChains.lift(event)), to, folding };
}

/** The events of one append stand side by side in one stream: the last run of a full page may go on behind it. */
function withoutLastRun(page: readonly StoredEvent[]): readonly StoredEvent[] {
  const stream = page.at(-1)?.stream;
  return page.slice(0, page.findLastIndex((event) => event.stream !== stream) + 1);
}

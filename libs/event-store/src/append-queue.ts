import type { AppendOutcome } from './append-outcome.js';
import type { EncodedAppend } from './encode-append.js';
import { EventStoreClosed, EventStoreOverloaded } from './errors.js';
import type { AppendResult } from './event-store.js';

export interface QueueLimits {
  /** A batch stops growing at either; a single larger request still travels, alone. */
  readonly batchEvents: number;
  readonly batchBytes: number;
  /** Requests beyond either are refused. */
  readonly waitingEvents: number;
  readonly waitingBytes: number;
}

export const DEFAULT_QUEUE_LIMITS: QueueLimits = {
  batchEvents: 1_000,
  batchBytes: 1024 * 1024,
  waitingEvents: 20_000,
  waitingBytes: 64 * 1024 * 1024,
};

interface Waiting {
  readonly append: EncodedAppend;
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Group commit within a process: what arrives while a call is in flight waits and travels together in the next one.
 * One call at a time for a workspace, since its head row admits one anyway; workspaces go beside each other.
 */
export class AppendQueue {
  private readonly lanes = new Map<string, Waiting[]>();
  private readonly draining = new Map<string, Promise<void>>();
  private waitingEvents = 0;
  private waitingBytes = 0;
  private closed = false;

  constructor(
    private readonly write: (batch: readonly EncodedAppend[]) => Promise<AppendOutcome[]>,
    private readonly limits: QueueLimits = DEFAULT_QUEUE_LIMITS,
  ) {}

  /** @throws {EventStoreOverloaded | EventStoreClosed} at once; else what the write makes of it */
  async submit(append: EncodedAppend): Promise<AppendResult> {
    if (this.closed) throw new EventStoreClosed();
    this.admit(append);
    return new Promise((resolve, reject) => {
      const lane = this.lanes.get(append.workspace) ?? [];
      lane.push({ append, resolve, reject });
      this.lanes.set(append.workspace, lane);
      if (!this.draining.has(append.workspace))
        this.draining.set(append.workspace, this.drain(append.workspace));
    });
  }

  /** Refuses what comes from now on; resolves when all that waited is answered. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.all(this.draining.values());
  }

  private admit({ eventCount, bytes }: EncodedAppend): void {
    const { waitingEvents, waitingBytes, limits } = this;
    const full =
      waitingEvents + eventCount > limits.waitingEvents || waitingBytes + bytes > limits.waitingBytes;
    if (full && waitingEvents > 0) throw new EventStoreOverloaded(waitingEvents, waitingBytes);
    this.waitingEvents += eventCount;
    this.waitingBytes += bytes;
  }

  private async drain(workspace: string): Promise<void> {
    const lane = this.lanes.get(workspace) ?? [];
    // Lets what is appended in this very turn travel together.
    await Promise.resolve();
    while (lane.length > 0) {
      await this.writeNext(lane);
      // The callers just answered often append again at once: a turn of the event loop lets them join the next batch,
      // which would else be as small as what had waited. It costs microseconds; half of the batches would be near empty.
      await new Promise(setImmediate);
    }
    this.lanes.delete(workspace);
    this.draining.delete(workspace);
  }

  private async writeNext(lane: Waiting[]): Promise<void> {
    const batch = this.takeBatch(lane);
    try {
      const outcomes = await this.write(batch.map(({ append }) => append));
      batch.forEach((waiting, i) => settle(waiting, outcomes[i]));
    } catch (error) {
      batch.forEach(({ reject }) => reject(error as Error));
    } finally {
      for (const { append } of batch) {
        this.waitingEvents -= append.eventCount;
        this.waitingBytes -= append.bytes;
      }
    }
  }

  private takeBatch(lane: Waiting[]): Waiting[] {
    let events = 0;
    let bytes = 0;
    let size = 0;
    for (const { append } of lane) {
      events += append.eventCount;
      bytes += append.bytes;
      if (size > 0 && (events > this.limits.batchEvents || bytes > this.limits.batchBytes)) break;
      size++;
    }
    return lane.splice(0, size);
  }
}

function settle({ resolve, reject }: Waiting, outcome: AppendOutcome | undefined): void {
  if (outcome === undefined) return reject(new Error('The write gave no outcome for a request.'));
  if (outcome instanceof Error) return reject(outcome);
  resolve(outcome);
}

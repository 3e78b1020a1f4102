import { isErased, type UpcasterChains } from '#domain';
import type { StoredEvent } from '#event-store';
import type { PoolClient } from 'pg';
import { inSavepoint } from '#platform';
import type { Projection } from '../projection.js';
import type { ViewWriter } from '../writing/view-writer.js';
import { isPassingTrouble } from './passing-trouble.js';

/** An event left out of a batch: its own failure, or null where it waits behind one of its stream. */
export interface LeftOut {
  readonly event: StoredEvent;
  readonly failure: Error | null;
}

export interface Attempt {
  readonly projection: Projection;
  readonly chains: UpcasterChains;
  readonly client: PoolClient;
  readonly view: ViewWriter;
  /** Streams that wait behind a parked event already. */
  readonly parked: ReadonlySet<string>;
  /** Called before a part of the batch is tried again, for a writer that remembers. */
  readonly undone?: () => void;
}

/**
 * Applies what can be applied of a batch and gives what cannot, in the order of the log. The whole batch is one attempt; only where
 * that fails is it halved until the events that fail stand alone (8 bad ones in 2,000: some 100 attempts). Events of a stream never
 * pass one another: behind a failed one they wait.
 * @throws trouble that would come whatever the event
 */
export async function applyAroundFailures(
  attempt: Attempt,
  batch: readonly StoredEvent[],
): Promise<LeftOut[]> {
  const isolation = new Isolation(attempt);
  await isolation.apply(isolation.admit(batch));
  return isolation.leftOut.sort((a, b) => (a.event.seq < b.event.seq ? -1 : 1));
}

/** The event if the view folds it and its words are there, in its current form. @throws {UnknownEventType | UnknownEventVersion} */
export function foldable(
  { projection, chains }: Pick<Attempt, 'projection' | 'chains'>,
  event: StoredEvent,
): StoredEvent | null {
  const lifted = chains.lift(event);
  if (isErased(event.data)) return null;
  return (projection.types as readonly string[]).includes(lifted.type) ? lifted : null;
}

class Isolation {
  readonly leftOut: LeftOut[] = [];
  /** Stream -> the seq its events wait behind. */
  private readonly stoppedAt = new Map<string, bigint>();
  private viewWorks = false;

  constructor(private readonly attempt: Attempt) {
    for (const stream of attempt.parked) this.stoppedAt.set(stream, 0n);
  }

  /** Lifts the events to their current form; those of unknown types stop their streams. */
  admit(batch: readonly StoredEvent[]): StoredEvent[] {
    const admitted: StoredEvent[] = [];
    for (const event of batch) {
      try {
        const lifted = foldable(this.attempt, event);
        if (lifted && !this.waits(event)) admitted.push(lifted);
        else if (lifted) this.leftOut.push({ event, failure: null });
      } catch (error) {
        this.stop(event, error as Error);
      }
    }
    return admitted;
  }

  async apply(batch: readonly StoredEvent[]): Promise<void> {
    const { projection, client, view, undone } = this.attempt;
    const ready = batch.filter((event) => !this.waitsNow(event));
    if (ready.length === 0) return;
    try {
      await inSavepoint(client, () => projection.apply(ready, view));
    } catch (error) {
      if (isPassingTrouble(error)) throw error;
      undone?.();
      await this.checkView(error);
      const [first] = ready;
      if (ready.length === 1 && first) return this.stop(first, asError(error));
      const half = Math.ceil(ready.length / 2);
      await this.apply(ready.slice(0, half));
      await this.apply(ready.slice(half));
    }
  }

  /** A view that cannot even take an empty batch is broken itself: parking the log event by event would hide that. */
  private async checkView(failure: unknown): Promise<void> {
    if (this.viewWorks) return;
    const { projection, client, view } = this.attempt;
    await inSavepoint(client, () => projection.apply([], view)).catch(() => {
      throw failure;
    });
    this.viewWorks = true;
  }

  private waits({ stream, seq }: StoredEvent): boolean {
    const at = this.stoppedAt.get(stream);
    return at !== undefined && seq > at;
  }

  private waitsNow(event: StoredEvent): boolean {
    if (!this.waits(event)) return false;
    this.leftOut.push({ event, failure: null });
    return true;
  }

  /** Keeps the earliest stop: an unknown type found first may stand behind an event that fails later. */
  private stop(event: StoredEvent, failure: Error): void {
    const at = this.stoppedAt.get(event.stream);
    if (at === undefined || event.seq < at) this.stoppedAt.set(event.stream, event.seq);
    this.leftOut.push({ event, failure });
  }
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

import type { StoredEvent } from '#event-store';
import { ChangedMeanwhile, type Meanwhile } from '../errors.js';
import type { History } from './history.js';

interface Worded {
  readonly reason?: string;
  readonly comment?: string;
  readonly reasons?: readonly string[];
  readonly changes?: unknown;
}

/** What somebody decided, as another is told of it. */
export function describeDecision({ eventId, seq, type, actor, recordedAt, data }: StoredEvent): Meanwhile {
  const { reason, comment, reasons, changes } = data as Worded;
  return {
    decisionId: eventId,
    seq: seq.toString(),
    type,
    actor,
    recordedAt: recordedAt.toISOString(),
    reason: reason ?? comment ?? reasons?.join('; ') ?? null,
    changes: changes ?? null,
  };
}

/** @throws {ChangedMeanwhile} the stream is not where the caller saw it */
export function requireVersion({ stream, version, events }: History, expected: number | undefined): void {
  if (expected === undefined || expected === version) return;
  const since = events.filter((event) => event.version > expected).map(describeDecision);
  throw new ChangedMeanwhile(stream, expected, version, since);
}

import type { StoredEvent } from '#event-store';
import { isCorrectionUndone } from '../runner/decision-process.js';
import { MEMBERSHIP_TYPES } from './fold-decisions.js';

export interface BatchPart {
  readonly kind: 'facts' | 'correction' | 'decision' | 'erasure';
  /** One where the part is no run of facts. */
  readonly events: readonly StoredEvent[];
}

const kindOf = (event: StoredEvent): BatchPart['kind'] => {
  const { type } = event;
  if (type === 'ErasureRecorded') return 'erasure';
  if (type === 'ReportCorrected' || isCorrectionUndone(event)) return 'correction';
  return (MEMBERSHIP_TYPES as readonly string[]).includes(type) ? 'decision' : 'facts';
};

/** Whether nothing of the batch changes what is known before it. */
export const isOfFacts = (batch: readonly StoredEvent[]): boolean =>
  batch.every((event) => kindOf(event) === 'facts');

/** Runs of facts, which are decided on together, and between them what changes what is known. */
export function partsOf(batch: readonly StoredEvent[]): BatchPart[] {
  const parts: { kind: BatchPart['kind']; events: StoredEvent[] }[] = [];
  for (const event of batch) {
    const kind = kindOf(event);
    const last = parts.at(-1);
    if (kind === 'facts' && last?.kind === kind) last.events.push(event);
    else parts.push({ kind, events: [event] });
  }
  return parts;
}

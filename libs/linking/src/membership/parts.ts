import type { DecisionReverted } from '#domain';
import type { StoredEvent } from '#event-store';
import { MEMBERSHIP_TYPES } from './fold-decisions.js';

export interface BatchPart {
  readonly kind: 'facts' | 'correction' | 'decision' | 'erasure';
  /** One where the part is no run of facts. */
  readonly events: readonly StoredEvent[];
}

const kindOf = ({ type, data }: StoredEvent): BatchPart['kind'] => {
  if (type === 'ErasureRecorded') return 'erasure';
  if (type === 'ReportCorrected') return 'correction';
  if (type === 'DecisionReverted' && (data as DecisionReverted).decisionType === 'ReportCorrected')
    return 'correction';
  return (MEMBERSHIP_TYPES as readonly string[]).includes(type) ? 'decision' : 'facts';
};

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

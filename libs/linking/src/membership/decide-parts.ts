import type { ErasureRecorded } from '#domain';
import type { StoredEvent } from '#event-store';
import {
  isOwn,
  type Decided,
  type DecisionContext,
  type DecisionProcess,
} from '../runner/decision-process.js';
import type { MemoryOf } from './claim-reports.js';
import { foldPeople } from './fold-people.js';
import { OwnLinks } from './overtaken.js';
import { partsOf } from './parts.js';

/** What tells one linker from another; what people decide binds all of them in one way. */
export interface LinkerParts {
  link(memory: MemoryOf, facts: readonly StoredEvent[]): Promise<Decided[]>;
  /** Takes over a decision of the linker itself, where its memory was lost. */
  foldOwn(memory: MemoryOf, event: StoredEvent): Promise<void>;
  forget(memory: MemoryOf, articleId: string): Promise<void>;
  /** Decides on what a person corrected, where a correction can change what a report is of. */
  correct?(memory: MemoryOf, event: StoredEvent, context: DecisionContext): Promise<Decided[]>;
}

/** Decides on a batch part by part, in the order of the log. */
export async function decideParts(
  process: DecisionProcess,
  linker: LinkerParts,
  batch: readonly StoredEvent[],
  context: DecisionContext,
): Promise<Decided[]> {
  const memory: MemoryOf = { ...context, process: process.name };
  const decided: Decided[] = [];
  const links = new OwnLinks(process, context.reader, decided);
  for (const { kind, events } of partsOf(batch)) {
    const [first] = events;
    if (!first) continue;
    if (kind === 'facts') decided.push(...(await linker.link(memory, events)));
    else if (kind === 'erasure') await linker.forget(memory, (first.data as ErasureRecorded).articleId);
    else if (kind === 'correction') decided.push(...((await linker.correct?.(memory, first, context)) ?? []));
    else if (isOwn(process, first)) await linker.foldOwn(memory, first);
    else decided.push(...(await foldPeople(process, memory, first, context, links)));
  }
  return decided;
}

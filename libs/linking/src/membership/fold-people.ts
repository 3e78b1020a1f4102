import type { StoredEvent } from '#event-store';
import {
  actorOf,
  type Decided,
  type DecisionContext,
  type DecisionProcess,
} from '../runner/decision-process.js';
import type { MemoryOf } from './claim-reports.js';
import { foldDecision } from './fold-decisions.js';
import { linked, unlinked } from './link-events.js';
import { overtaken, type OwnLinks } from './overtaken.js';

/** Takes over a person's decision, and takes back what the process decided behind it without knowing. */
export async function foldPeople(
  process: DecisionProcess,
  memory: MemoryOf,
  event: StoredEvent,
  { reader }: DecisionContext,
  links: OwnLinks,
): Promise<Decided[]> {
  const late = await overtaken(memory, event, links);
  await foldDecision(memory, event, reader);
  if (!late) return [];
  const decision = { decidedBy: actorOf(process), reasons: ['a person linked it here meanwhile'] };
  const { reportId, from, to } = late;
  return [
    {
      cause: event,
      events: [unlinked(from, reportId, decision), linked(to, reportId, { ...decision, score: null })],
    },
  ];
}

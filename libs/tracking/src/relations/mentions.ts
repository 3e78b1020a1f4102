import { groupBy } from '../group-by.js';
import type { TimelineEntry } from './claim-timeline.js';

/**
 * One report for every time that a claim stands printed, in their order. Words that somebody says unnamed, or denies, are read as a
 * statement and as a claim: of one origin in one article the two kinds are the same words.
 */
export function mentionsIn(entries: readonly TimelineEntry[]): TimelineEntry[] {
  const told = groupBy(entries, ({ articleId, origin, side }) =>
    JSON.stringify([articleId, origin.key, side]),
  );
  const counted = new Set([...told.values()].flatMap(withoutTheSameWords));
  return entries.filter((entry) => counted.has(entry));
}

function withoutTheSameWords(told: readonly TimelineEntry[]): TimelineEntry[] {
  const of = (kind: TimelineEntry['kind']) => told.filter((entry) => entry.kind === kind);
  const [figures, statements, claims] = [of('figure'), of('statement'), of('claim')];
  return [...figures, ...(statements.length > claims.length ? statements : claims)];
}

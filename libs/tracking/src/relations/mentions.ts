import type { TimelineEntry } from './claim-timeline.js';

/**
 * How often a claim stands printed. Words that somebody says unnamed, or denies, are read as a statement and as a claim: of one origin in
 * one article the two kinds are the same words.
 */
export function mentionsIn(entries: readonly TimelineEntry[]): number {
  const counts = new Map<string, Record<TimelineEntry['kind'], number>>();
  for (const { articleId, origin, side, kind } of entries) {
    const key = JSON.stringify([articleId, origin.key, side]);
    const count = counts.get(key) ?? { figure: 0, statement: 0, claim: 0 };
    count[kind] += 1;
    counts.set(key, count);
  }
  return [...counts.values()].reduce(
    (sum, { figure, statement, claim }) => sum + figure + Math.max(statement, claim),
    0,
  );
}

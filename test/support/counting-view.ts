import { buildEvent } from '#domain';
import type { EventAppender } from '#event-store';
import type { Projection, ViewTable } from '#projections';
import { articleIdOf, WORKSPACE } from './invented-articles.js';

/** One row a stream with the number of its events: an event that is applied twice or not at all shows. */
export const countedTable: ViewTable = {
  name: 'counted',
  columns: { workspace: 'text NOT NULL', stream: 'text NOT NULL', events: 'int NOT NULL' },
  primaryKey: ['workspace', 'stream'],
  indexes: [],
  firstBy: null,
};

/** `meanwhile` runs between reading the rows and writing them, the moment that hurts most. */
export const countingView = (meanwhile: () => Promise<void> | void = () => undefined): Projection => ({
  name: 'counting',
  codeVersion: 1,
  tables: [countedTable],
  types: ['ArticleWithdrawn'],
  async apply(batch, view) {
    const streams = [...new Set(batch.map(({ stream }) => stream))];
    const rows = await view.load(countedTable, WORKSPACE, 'stream', streams);
    await meanwhile();
    const counts = new Map(rows.map((row) => [row['stream'] as string, row['events'] as number]));
    for (const { stream } of batch) counts.set(stream, (counts.get(stream) ?? 0) + 1);
    const counted = streams.map((stream) => ({ workspace: WORKSPACE, stream, events: counts.get(stream) }));
    await view.upsert(countedTable, counted);
  },
});

/** Appends one event to each stream in turn, `rounds` times. */
export async function appendRounds(
  store: EventAppender,
  streams: readonly string[],
  rounds: number,
): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    for (const name of streams) {
      const event = buildEvent('ArticleWithdrawn', {
        articleId: articleIdOf(name),
        reason: `round ${round}`,
      });
      await store.append({
        workspace: WORKSPACE,
        actor: 'test',
        streams: [{ stream: `count-${name}`, expectedVersion: 'any', events: [event] }],
      });
    }
  }
}

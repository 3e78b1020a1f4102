import type { EventReader, StoredEvent } from '#event-store';
import type { ViewsReader } from '../views-reader.js';
import { ListDecisions, ListDecisionsHandler } from './list-decisions.js';

/** A report that was remarked on five times; the third remark was undone by the fifth event. */
const events = [1, 2, 3, 4, 5].map((version) => ({
  seq: BigInt(10 * version),
  version,
  eventId: `event ${version}`,
  type: version === 5 ? 'DecisionReverted' : 'FieldCommented',
  actor: 'editor',
  recordedAt: new Date(0),
  data: version === 5 ? { decisionId: 'event 3' } : {},
  meta: {},
})) as unknown as StoredEvent[];

async function* none(): AsyncGenerator<StoredEvent> {}
async function* stream(): AsyncGenerator<StoredEvent> {
  for (const event of events) yield await Promise.resolve(event);
}
const nothing = { select: () => Promise.resolve([]) } as unknown as ViewsReader;
const handler = new ListDecisionsHandler(nothing, {
  readStream: (_workspace, name) => (name === 'report-report' ? stream() : none()),
} as Partial<EventReader> as EventReader);
const list = async (page: object) =>
  (await handler.execute(new ListDecisions('test', 'report', 'report', page)))!;

describe('what was decided', () => {
  it.each(['report', 'claim', 'entity', 'article'] as const)(
    'is null of a %s that is not there',
    async (subject) => {
      expect(await handler.execute(new ListDecisions('test', subject, 'unknown'))).toBeNull();
    },
  );

  it('comes a page at a time, each decision with what undid it later', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const found = await list({ first: 2, ...(after !== null && { after }) });
      expect(found.version).toBe(5);
      seen.push(...found.decisions.map(({ id, revertedBy }) => `${id}: ${revertedBy}`));
      after = found.pageInfo.hasNextPage ? found.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual([
      'event 1: null',
      'event 2: null',
      'event 3: event 5',
      'event 4: null',
      'event 5: null',
    ]);
  });

  it('is refused behind what is no cursor', () =>
    expect(list({ after: 'nonsense' })).rejects.toMatchObject({ code: 'QUERY.INVALID_CURSOR' }));
});

import type { StoredEvent } from '#event-store';
import type { MemoryOf } from '../membership/claim-reports.js';
import type { DecisionContext } from '../runner/decision-process.js';
import type { AnchorMemory } from './anchor-memory.js';
import { KeptAnchors } from './kept-anchors.js';

const memory = {} as MemoryOf;
const facts = [{ type: 'ExtractionCompleted', data: {} }] as unknown as StoredEvent[];
const linked = [{ type: 'ReportLinked', data: {} }] as unknown as StoredEvent[];

/** The memory that a batch is given. */
const during = (kept: KeptAnchors, before: string, after: string, batch = facts): Promise<AnchorMemory> =>
  kept.during(batch, { state: { before, after } } as DecisionContext, () =>
    Promise.resolve(kept.open(memory)),
  );

describe('anchors that are kept from batch to batch', () => {
  it('stay where the tables are what the last batch left', async () => {
    const kept = new KeptAnchors();
    const first = await during(kept, 'a', 'b');
    expect(await during(kept, 'b', 'c')).toBe(first);
  });

  it.each<[string, (kept: KeptAnchors) => unknown, string]>([
    ['somebody else wrote the tables', () => undefined, 'x'],
    ['a decision of a person came', (kept) => during(kept, 'b', 'c', linked), 'c'],
    [
      'a batch failed',
      (kept) =>
        kept
          .during(facts, { state: { before: 'b', after: 'c' } } as DecisionContext, () =>
            Promise.reject(new Error('killed')),
          )
          .catch(() => undefined),
      'b',
    ],
  ])('go where %s', async (_, happens, before) => {
    const kept = new KeptAnchors();
    const first = await during(kept, 'a', 'b');
    await happens(kept);
    expect(await during(kept, before, 'z')).not.toBe(first);
  });
});

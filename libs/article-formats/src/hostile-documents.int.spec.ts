import { withProcessorTime } from '../../../test/support/processor-time.js';
import { THREAD_OPTIONS } from '../../../test/support/thread-options.js';
import { siblingModule, WorkerPool } from '#worker-pool';
import { FormatReader } from './index.js';
import { HOSTILE_DOCUMENTS, type HostileDocument } from './testing/index.js';
import { BUDGET_MS } from './thread/format-reader.js';

/** Wall clock, of which a busy machine takes most away: the budget that is shipped is held against processor time instead. */
const PATIENCE_MS = 50_000;
const PARAGRAPH = '<p>At least 40 people fled Westhaven on Sunday, Mayor Ada Moreno said.</p>';
const HARMLESS = Buffer.from(`<html><body><article>${PARAGRAPH.repeat(5)}</article></body></html>`);

let reader: FormatReader;
beforeAll(() => {
  reader = new FormatReader({ execArgv: THREAD_OPTIONS, budgetMs: PATIENCE_MS });
  return reader.page(HARMLESS);
});
afterAll(() => reader.close());

async function hand(document: HostileDocument): Promise<unknown> {
  const bytes = Buffer.from(document.build());
  try {
    if (document.kind === 'page') return await reader.page(bytes);
    return await (document.kind === 'feed' ? reader.feed(bytes) : reader.reliefWeb(bytes));
  } catch (error) {
    return (error as { code?: string }).code;
  }
}

describe('a hostile document', () => {
  it.each(HOSTILE_DOCUMENTS.map((document) => [document.name, document] as const))(
    'is refused in time, and its thread goes on: %s',
    async (_name, document) => {
      const { result, ms } = await withProcessorTime(() => hand(document));
      expect(result).toBe(document.code);
      expect(ms).toBeLessThan(BUDGET_MS);
      expect((await reader.page(HARMLESS)).fields.text).toContain('At least 40 people');
      expect(reader.threads).toBe(1);
    },
  );

  it.each(['100,000 elements inside each other', 'elements that never end', 'tables inside each other'])(
    'CONTROL: is more than a thread may take where no guard stands before it: %s',
    async (name) => {
      const unguarded = new WorkerPool<{ html: string }, number>({
        entry: siblingModule(import.meta.url, 'testing/unguarded-thread'),
        job: 'reading without a guard',
        threads: 1,
        maxWaiting: 1,
        budgetMs: BUDGET_MS,
        maxMemoryMb: 256,
        execArgv: THREAD_OPTIONS,
      });
      const { build } = HOSTILE_DOCUMENTS.find((document) => document.name === name)!;
      try {
        expect(await unguarded.run({ html: HARMLESS.toString() })).toBeGreaterThan(100);
        await expect(unguarded.run({ html: build() })).rejects.toMatchObject({
          code: expect.stringMatching(/^WORKER_POOL\.(OVER_BUDGET|CRASHED)$/) as string,
        });
      } finally {
        await unguarded.close();
      }
    },
  );
});

describe('a page that the guard lets through', () => {
  it('ends with its thread where it takes too long all the same, and the next one is read', async () => {
    const hasty = new FormatReader({ execArgv: THREAD_OPTIONS, budgetMs: 25 });
    const wide = Buffer.from(`<html><body>${'<div><a href="#">a, b</a></div>'.repeat(20_000)}</body></html>`);
    try {
      await expect(hasty.page(wide)).rejects.toMatchObject({ code: 'WORKER_POOL.OVER_BUDGET' });
      expect(hasty.threads).toBeLessThanOrEqual(1);
    } finally {
      await hasty.close();
    }
  });
});

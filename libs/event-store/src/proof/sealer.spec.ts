import type { Pool } from 'pg';
import { createLogger } from '#platform';
import { Sealer } from './sealer.js';
import type { NoteSigner } from './signed-note.js';

/** What a sealer logs on a database that fails in these ways, one after the other. */
async function loggedOf(failures: readonly string[]): Promise<string[]> {
  const lines: string[] = [];
  let attempts = 0;
  const reader = {
    query: () => Promise.reject(new Error(failures[attempts++] ?? failures.at(-1))),
  } as unknown as Pool;
  const ended = new Promise<void>((end) => {
    const sealer = new Sealer({
      workspace: 'default',
      pools: { reader, writer: reader },
      signer: {} as NoteSigner,
      logger: createLogger('warn', { write: (line) => void lines.push(line) }),
      pause: async () => {
        if (attempts >= failures.length) void sealer.stop().then(end);
        await Promise.resolve();
      },
    });
    sealer.start();
  });
  await ended;
  return lines.map((line) => (JSON.parse(line) as { err: { message: string } }).err.message);
}

describe('a sealer whose database is away', () => {
  it('says once what is wrong while it lasts, and says it when something else is wrong', async () => {
    const logged = await loggedOf(['disk full', 'disk full', 'disk full', 'no such table', 'disk full']);
    expect(logged).toEqual([
      expect.stringContaining('disk full'),
      expect.stringContaining('no such table'),
      expect.stringContaining('disk full'),
    ]);
  });
});

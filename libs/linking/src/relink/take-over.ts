import type { Pool } from 'pg';
import type { EventAppender } from '#event-store';
import { inTransaction } from '#platform';
import { appendDecided } from '../runner/outbox.js';
import type { DecisionProcess } from '../runner/decision-process.js';

/** What each process remembers that is not decided anew on the whole log. */
const TABLES: Readonly<Record<string, readonly string[]>> = {
  'wire-clusters': ['printing_pair', 'printing'],
  'entity-resolver': ['entity_pair', 'acronym_tie', 'entity_name_article', 'entity_name', 'entity'],
};

export interface TakeOverOptions {
  readonly process: DecisionProcess;
  readonly store: EventAppender;
  readonly pool: Pool;
  readonly workspace: string;
}

/**
 * Lets a new version go on from what another version decided: its memory is dropped, so that the next run reads the log again, takes
 * over the decisions in it as they stand, and decides behind them.
 */
export async function takeOver({ process, store, pool, workspace }: TakeOverOptions): Promise<void> {
  await appendDecided(pool, store, process, workspace);
  await inTransaction(pool, async (client) => {
    await client.query('DELETE FROM linking.process WHERE process = $1 AND workspace = $2', [
      process.name,
      workspace,
    ]);
    for (const table of TABLES[process.name] ?? [])
      await client.query(`DELETE FROM linking.${table} WHERE workspace = $1`, [workspace]);
  });
}

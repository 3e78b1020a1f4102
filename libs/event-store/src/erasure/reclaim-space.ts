import type { Pool } from 'pg';
import { OWNER_ROLE } from '#platform';
import { PARTITION_SIZE } from '../migrations/log-protection.js';
import { toEventStoreError } from '../postgres-error.js';

/**
 * Lets the server forget the rows that an erasure left behind as dead: until then the old words stand in the files of the
 * tables. Waits for no reader, and stops none.
 */
export async function reclaimErased(login: Pool, seqs: readonly bigint[]): Promise<void> {
  const partitions = new Set(seqs.map((seq) => `event_store.event_p${seq / BigInt(PARTITION_SIZE)}`));
  const client = await login.connect();
  try {
    await client.query(`SET ROLE ${OWNER_ROLE}`);
    for (const table of [...partitions, 'event_store.append_key'])
      await client.query(`VACUUM (ANALYZE) ${table}`);
    await client.query('RESET ROLE');
  } catch (error) {
    throw toEventStoreError(error);
  } finally {
    client.release(true);
  }
}

import type { Pool, PoolClient } from 'pg';

/**
 * Reads the database as it stands at one moment, however long it takes. The connection is thrown away where the reader
 * stops in the middle: what is on its way to it belongs to nobody.
 */
export async function inSnapshot<T>(pool: Pool, read: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query('SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0');
    // Read in the order of the index: a sort of the whole log would go through files of the server.
    await client.query(
      'SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off; SET LOCAL enable_bitmapscan = off',
    );
    const result = await read(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    broken = error as Error;
    throw error;
  } finally {
    client.release(broken);
  }
}

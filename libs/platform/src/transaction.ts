import type { Pool, PoolClient } from 'pg';

/** A connection that breaks between two statements says so on the client; the next statement then fails, which is enough. */
const heardLater = (): void => undefined;

/** Runs `work` in one transaction; rolls back and rethrows on any error. */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  client.on('error', heardLater);
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    release(client, true);
    return result;
  } catch (error) {
    // A connection whose ROLLBACK fails is broken: it is destroyed, never handed out again.
    const rolledBack = await client.query('ROLLBACK').then(
      () => true,
      () => false,
    );
    release(client, rolledBack);
    throw error;
  }
}

function release(client: PoolClient, usable: boolean): void {
  client.off('error', heardLater);
  client.release(!usable);
}

/**
 * Lets the server end a transaction whose process stopped in the middle of it, so that its locks do not outlive its lease.
 * A stopped process cannot do that itself.
 */
export async function endWhenIdle(client: PoolClient, milliseconds: number): Promise<void> {
  await client.query(`SELECT set_config('idle_in_transaction_session_timeout', $1, true)`, [
    `${Math.ceil(milliseconds)}ms`,
  ]);
}

/** Runs `work` so that its failure undoes it alone and the transaction goes on. */
export async function inSavepoint<T>(client: PoolClient, work: () => Promise<T>): Promise<T> {
  await client.query('SAVEPOINT attempt');
  try {
    const result = await work();
    await client.query('RELEASE SAVEPOINT attempt');
    return result;
  } catch (error) {
    await client.query('ROLLBACK TO SAVEPOINT attempt; RELEASE SAVEPOINT attempt');
    throw error;
  }
}

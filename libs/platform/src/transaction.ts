import type { Pool, PoolClient } from 'pg';

/** Runs `work` in one transaction; rolls back and rethrows on any error. */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  // A connection that breaks between two statements says why here alone; the next statement fails without a reason.
  let broken: Error | undefined;
  const hear = (error: Error): void => void (broken ??= error);
  client.on('error', hear);
  const release = (usable: boolean): void => {
    client.off('error', hear);
    client.release(!usable);
  };
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    release(true);
    return result;
  } catch (error) {
    // A connection whose ROLLBACK fails is broken: it is destroyed, never handed out again.
    const rolledBack = await client.query('ROLLBACK').then(
      () => true,
      () => false,
    );
    release(rolledBack);
    if (broken && error instanceof Error && error !== broken) error.cause ??= broken;
    throw error;
  }
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

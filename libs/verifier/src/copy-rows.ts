import type { PoolClient } from 'pg';

/** What `pg` sends messages to while a query of ours runs on its connection. */
interface Wire {
  query(text: string): void;
}

/**
 * `COPY ... TO STDOUT (FORMAT binary)`: each row as the server sent it, handed over at once and never kept, for the buffer
 * behind it is used again. PostgreSQL sends one row a message ("always one per row": Message Flow, COPY Operations).
 */
class CopyRows {
  private failure: Error | undefined;

  constructor(
    private readonly sql: string,
    private readonly onMessage: (message: Buffer) => void,
    private readonly settle: (error?: Error) => void,
  ) {}

  submit(wire: Wire): void {
    wire.query(this.sql);
  }

  handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    if (this.failure) return;
    try {
      this.onMessage(chunk);
    } catch (error) {
      this.failure = error as Error;
    }
  }

  handleError(error: Error): void {
    this.failure ??= error;
    this.settle(this.failure);
  }

  handleReadyForQuery(): void {
    this.settle(this.failure);
  }

  handleRowDescription(): void {}
  handleCommandComplete(): void {}
}

export function copyRows(
  client: PoolClient,
  sql: string,
  onMessage: (message: Buffer) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error?: Error): void => (error ? reject(error) : resolve());
    client.query(new CopyRows(sql, onMessage, settle) as never);
  });
}

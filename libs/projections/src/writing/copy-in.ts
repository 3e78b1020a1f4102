import { Query, type Connection, type PoolClient } from 'pg';

/** Sends a COPY ... FROM STDIN with its rows. pg hands us the moment the server waits for data, and no more. */
class CopyInQuery extends Query {
  constructor(
    statement: string,
    private readonly chunks: readonly Buffer[],
  ) {
    super(statement);
  }

  handleCopyInResponse(connection: Connection): void {
    const copying = connection as unknown as {
      sendCopyFromChunk(chunk: Buffer): void;
      endCopyFrom(): void;
    };
    for (const chunk of this.chunks) copying.sendCopyFromChunk(chunk);
    copying.endCopyFrom();
  }
}

/** Copies rows in COPY text format with `statement`; rejects with the server's error, as a query does. */
export function copyIn(client: PoolClient, statement: string, rows: readonly Buffer[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const query = new CopyInQuery(statement, rows);
    query.on('end', () => resolve());
    query.on('error', reject);
    client.query(query);
  });
}

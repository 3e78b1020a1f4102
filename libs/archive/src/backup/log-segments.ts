import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';

/** Events of one workspace in a row that make up one file. */
export interface Segment {
  /**
   * The same name is the same rows: a log only grows, and the id of the last event and the number of erased ones tell the
   * rest. So a file that is there needs not be written again.
   */
  readonly name: string;
  readonly workspace: string;
  readonly first: bigint;
  readonly last: bigint;
}

const SEGMENT = 100_000n;
const SEQ_DIGITS = 12;
const PLAIN_NAME = /^[a-z0-9_-]{1,63}$/;

export async function listSegments(client: PoolClient): Promise<Segment[]> {
  const { rows } = await client.query<{ workspace: string; seq: string }>(
    'SELECT workspace, seq::text FROM event_store.workspace_head ORDER BY workspace',
  );
  const segments: Segment[] = [];
  for (const { workspace, seq } of rows) {
    const head = BigInt(seq);
    for (let first = 1n; first <= head; first += SEGMENT) {
      const last = first + SEGMENT - 1n < head ? first + SEGMENT - 1n : head;
      segments.push({ name: await nameOf(client, workspace, first, last), workspace, first, last });
    }
  }
  return segments;
}

async function nameOf(client: PoolClient, workspace: string, first: bigint, last: bigint): Promise<string> {
  const { rows } = await client.query<{ id: string; erased: string }>(
    `SELECT (SELECT event_id::text FROM event_store.event WHERE workspace = $1 AND seq = $3) AS id,
            (SELECT count(*)::text FROM event_store.erased_payload WHERE workspace = $1 AND seq BETWEEN $2 AND $3) AS erased`,
    [workspace, first.toString(), last.toString()],
  );
  const { id, erased } = rows[0] ?? {};
  const range = [first, last].map((seq) => String(seq).padStart(SEQ_DIGITS, '0')).join('-');
  const gone = erased === '0' ? '' : `-erased-${erased}`;
  return `log-${fileNameOf(workspace)}-${range}-${id?.slice(-12)}${gone}.copy`;
}

const fileNameOf = (workspace: string): string =>
  PLAIN_NAME.test(workspace) ? workspace : createHash('sha256').update(workspace).digest('hex').slice(0, 16);

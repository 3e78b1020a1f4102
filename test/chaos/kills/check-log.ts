import { readFileSync } from 'node:fs';
import type { Database } from '#platform';
import { WORKSPACE } from '../../support/invented-articles.js';

export interface Acknowledged {
  readonly key: string;
  readonly first: number;
  readonly last: number;
  /** duplicate: it had been written, and only the answer was lost. */
  readonly outcome: 'appended' | 'duplicate';
}

/** What the writers were promised, from the file they noted it in; a line that a kill tore was not noted. */
export function readAcknowledged(file: string): Acknowledged[] {
  const lines = readFileSync(file, { encoding: 'utf8', flag: 'a+' }).split('\n');
  return lines.slice(0, -1).map((line) => JSON.parse(line) as Acknowledged);
}

export interface LogState {
  readonly events: number;
  /** Acknowledged appends that are not where their writers were told. */
  readonly lost: number;
  /** Keys whose events stand there more than once. */
  readonly doubled: number;
  /** Seqs that are missing below the head, and streams whose versions are not 1, 2, 3 ... */
  readonly holes: number;
}

interface Place {
  readonly key: string;
  readonly first: bigint;
  readonly last: bigint;
  readonly count: bigint;
}

/** Compares the log with what was acknowledged; every append has its key as the correlation of its events. */
export async function checkLog(
  { reader }: Database,
  acknowledged: readonly Acknowledged[],
): Promise<LogState> {
  const { rows } = await reader.query<Place>(
    `SELECT correlation_id AS key, min(seq) AS first, max(seq) AS last, count(*) AS count
       FROM event_store.event WHERE workspace = $1 GROUP BY correlation_id`,
    [WORKSPACE],
  );
  const places = new Map(rows.map((row) => [row.key, row]));
  const isThere = ({ key, first, last }: Acknowledged) => {
    const place = places.get(key);
    return place !== undefined && Number(place.first) === first && Number(place.last) === last;
  };
  return {
    events: Number(rows.reduce((sum, { count }) => sum + count, 0n)),
    lost: acknowledged.filter((append) => !isThere(append)).length,
    doubled: rows.filter(({ first, last, count }) => last - first + 1n !== count).length,
    holes: await countHoles(reader),
  };
}

async function countHoles(reader: Database['reader']): Promise<number> {
  const { rows } = await reader.query<{ holes: bigint }>(
    `SELECT (SELECT greatest(max(seq), (SELECT seq FROM event_store.workspace_head WHERE workspace = $1)) - count(*)
               FROM event_store.event WHERE workspace = $1)
          + (SELECT count(*) FROM (SELECT stream_id FROM event_store.event WHERE workspace = $1
               GROUP BY stream_id HAVING max(version) <> count(*) OR count(DISTINCT version) <> count(*)) AS broken) AS holes`,
    [WORKSPACE],
  );
  return Number(rows[0]?.holes);
}

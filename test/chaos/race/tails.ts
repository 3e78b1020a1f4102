import type { EventReader } from '#event-store';
import type { Database } from '#platform';
import type { Read } from './history-checker.js';
import { pauseFor, RACE_WORKSPACE } from './writers.js';

/** Where a tail ends: undefined while the race is on, then the head of the log. */
export type Finish = () => bigint | undefined;

interface Withdrawn {
  readonly reason: string;
}

const IDLE_MS = 5;
const PAGE = 200;

export async function tailSql({ reader }: Database, finish: Finish): Promise<Read[]> {
  const reads: Read[] = [];
  for (let cursor = 0n; !isThere(cursor, finish);) {
    const { rows } = await reader.query<{ seq: bigint; value: string }>(
      `SELECT seq, data ->> 'reason' AS value FROM event_store.event
        WHERE workspace = $1 AND seq > $2 ORDER BY seq LIMIT 1000`,
      [RACE_WORKSPACE, cursor],
    );
    for (const { seq, value } of rows) reads.push({ seq: Number(seq), value });
    cursor = rows.at(-1)?.seq ?? cursor;
    if (rows.length === 0) await pauseFor(IDLE_MS);
  }
  return reads;
}

export async function tailSubscription(store: EventReader, finish: Finish): Promise<Read[]> {
  const reads: Read[] = [];
  const stop = new AbortController();
  const watch = setInterval(() => {
    if (isThere(BigInt(reads.at(-1)?.seq ?? 0), finish)) stop.abort();
  }, IDLE_MS);
  for await (const batch of store.subscribe(RACE_WORKSPACE, { batchSize: PAGE, signal: stop.signal })) {
    for (const { seq, data } of batch) reads.push({ seq: Number(seq), value: (data as Withdrawn).reason });
  }
  clearInterval(watch);
  return reads;
}

interface EventPage {
  readonly items: readonly { readonly seq: string; readonly data: Withdrawn }[];
  readonly pageInfo: { readonly endCursor: string | null };
}

export async function tailRest(url: string, finish: Finish): Promise<Read[]> {
  const reads: Read[] = [];
  for (let after = ''; !isThere(BigInt(reads.at(-1)?.seq ?? 0), finish);) {
    const answer = await fetch(`${url}/v1/events?first=${PAGE}${after && `&after=${after}`}`);
    if (!answer.ok) throw new Error(await answer.text());
    const { items, pageInfo } = (await answer.json()) as EventPage;
    for (const { seq, data } of items) reads.push({ seq: Number(seq), value: data.reason });
    after = pageInfo.endCursor ?? after;
    if (items.length === 0) await pauseFor(IDLE_MS);
  }
  return reads;
}

function isThere(cursor: bigint, finish: Finish): boolean {
  const head = finish();
  return head !== undefined && cursor >= head;
}

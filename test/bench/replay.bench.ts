import { eventStoreMigrations, PostgresEventStore } from '#event-store';
import type { Database } from '#platform';
import type { BenchContext } from './context.js';
import { drainCopy } from './drain-copy.js';
import { benchEvents, EVENTS_A_STREAM } from './events.js';
import { fillLog } from './fill-log.js';
import { measure, type Rival } from './measure.js';
import { openPeer, type Peer, type PeerName } from './peer.js';
import { print } from './print.js';

const WORKSPACE = 'bench';
const PAGE = 1_000;
const COLUMNS = `seq, stream_id, version, event_id, type, schema_version, recorded_at, occurred_at, actor, causation_id,
  correlation_id, data, meta`;
/** Emmett's consumer reads its whole table for each batch: more events would only make it slower. */
const PEERS: readonly { name: PeerName; label: string; events: number; goal: number }[] = [
  { name: 'emmett', label: "Emmett's consumer", events: 5_000, goal: 10 },
  { name: 'message-db', label: 'message-db get_category_messages', events: 20_000, goal: 1.5 },
];

type Figure = { readonly value: number };

/** Reads a whole log into a handler that looks at one field of each event's data. */
export async function bench(context: BenchContext): Promise<void> {
  const count = context.quick ? 3_000 : 200_000;
  const database = await context.openOurs('replay', eventStoreMigrations, {
    CLAIMTRAIL_STATEMENT_TIMEOUT_MS: '120000',
  });
  await fillLog(database, WORKSPACE, count);
  const store = new PostgresEventStore(database);
  context.atEnd(() => store.close());
  const replay = () => rate(count, () => replayOurs(store));
  const rivals: Rival[] = [
    {
      case: 'replay beside COPY',
      versus: 'text COPY TO STDOUT, bytes thrown away',
      goal: 1,
      unit: 'events/s',
      ours: replay,
      theirs: () => rate(count, () => copyText(database)),
    },
    {
      case: 'replay, data not asked for, beside COPY',
      versus: 'text COPY TO STDOUT, bytes thrown away',
      goal: 1,
      unit: 'events/s',
      ours: () => rate(count, () => replayHeads(store)),
      theirs: () => rate(count, () => copyText(database)),
    },
    {
      case: 'replay beside pages',
      versus: `pages of ${PAGE} rows by plain pg`,
      goal: 1.5,
      unit: 'events/s',
      ours: replay,
      theirs: () => rate(count, () => plainPages(database)),
    },
    {
      case: 'pages',
      versus: `pages of ${PAGE} rows by plain pg`,
      goal: 1,
      unit: 'events/s',
      ours: () => rate(count, () => ourPages(store)),
      theirs: () => rate(count, () => plainPages(database)),
    },
    ...(await peerRivals(context, replay)),
  ];
  print(context.name, await measure(rivals, context));
}

async function rate(count: number, read: () => Promise<number>): Promise<number> {
  const start = performance.now();
  const seen = await read();
  if (seen !== count || looked === 0) throw new Error(`${count} events were to be read, and ${seen} were.`);
  return (count / (performance.now() - start)) * 1_000;
}

let looked = 0;
const look = (data: unknown): void => {
  looked += (data as Figure).value;
};

async function replayOurs(store: PostgresEventStore): Promise<number> {
  let seen = 0;
  for await (const { events } of store.readLog(WORKSPACE)) {
    for (const event of events) look(event.data);
    seen += events.length;
  }
  return seen;
}

async function replayHeads(store: PostgresEventStore): Promise<number> {
  let seen = 0;
  for await (const { events } of store.readLog(WORKSPACE)) {
    for (const { version } of events) look({ value: version });
    seen += events.length;
  }
  return seen;
}

async function ourPages(store: PostgresEventStore): Promise<number> {
  for (let seen = 0; ;) {
    const page = await store.readAll(WORKSPACE, { afterSeq: BigInt(seen), limit: PAGE });
    if (page.length === 0) return seen;
    for (const event of page) look(event.data);
    seen += page.length;
  }
}

async function plainPages({ reader }: Database): Promise<number> {
  const text = `SELECT ${COLUMNS} FROM event_store.event WHERE workspace = $1 AND seq > $2 ORDER BY seq LIMIT ${PAGE}`;
  for (let seen = 0; ;) {
    const { rows } = await reader.query<{ data: Figure }>({ name: 'page', text, values: [WORKSPACE, seen] });
    if (rows.length === 0) return seen;
    for (const row of rows) look(row.data);
    seen += rows.length;
  }
}

async function copyText({ url, reader }: Database): Promise<number> {
  const rows = `FROM event_store.event WHERE workspace = '${WORKSPACE}'`;
  await drainCopy(url, `COPY (SELECT ${COLUMNS} ${rows} ORDER BY seq) TO STDOUT`);
  const { rows: head } = await reader.query<{ seq: bigint }>('SELECT seq FROM event_store.workspace_head');
  return Number(head[0]?.seq);
}

async function peerRivals(context: BenchContext, ours: () => Promise<number>): Promise<Rival[]> {
  const rivals: Rival[] = [];
  for (const { name, label, events, goal } of PEERS) {
    const count = context.quick ? 200 : events;
    const peer = await openPeer(name, await context.createDatabase(name));
    const replay = peer?.replay;
    if (!peer || !replay) continue;
    context.atEnd(() => peer.close());
    await fillPeer(peer, count);
    const theirs = () => rate(count, () => replay(look));
    rivals.push({ case: `replay beside ${name}`, versus: label, goal, unit: 'events/s', ours, theirs });
  }
  return rivals;
}

async function fillPeer(peer: Peer, count: number): Promise<void> {
  const events = benchEvents(EVENTS_A_STREAM);
  for (let at = 0; at < count; at += EVENTS_A_STREAM) await peer.append(`article-${at}`, 0, events);
}

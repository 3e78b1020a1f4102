import { eventStoreMigrations, PostgresEventStore } from '#event-store';
import type { BenchContext } from './context.js';
import { measure, type Rival } from './measure.js';
import { openPeer, type Peer, type PeerName } from './peer.js';
import { openRaw } from './raw.js';
import { print } from './print.js';
import { appendFor, type AppendTo, type Load } from './writers.js';

type Versus = PeerName | 'raw';

interface Case {
  readonly name: string;
  readonly writers: number;
  readonly size: number;
  readonly goals: Readonly<Partial<Record<Versus, number>>>;
}

const CASES: readonly Case[] = [
  {
    name: '32 writers x 1 event',
    writers: 32,
    size: 1,
    goals: { raw: 2.5, emmett: 6, castore: 3, 'message-db': 3 },
  },
  {
    name: '8 writers x 20 events',
    writers: 8,
    size: 20,
    goals: { raw: 0.8, emmett: 2.5, castore: 2.5, 'message-db': 2.5 },
  },
  {
    name: '1 writer x 1 event',
    writers: 1,
    size: 1,
    goals: { raw: 0.8, emmett: 1.5, castore: 1, 'message-db': 1 },
  },
];

const LABELS: Readonly<Record<Versus, string>> = {
  raw: 'raw pg, a transaction an append',
  emmett: 'emmett-postgresql',
  castore: 'castore-postgres',
  'message-db': 'message-db',
};

/** Appends with expected versions: ours beside what else there is, on one server with the same durability. */
export async function bench(context: BenchContext): Promise<void> {
  const ours = await openOurs(context);
  const peers = await openPeers(context);
  const milliseconds = context.quick ? 50 : 700;
  const rivals = CASES.flatMap(({ name, writers, size, goals }) =>
    [...peers].map(([versus, peer]): Rival => {
      const load: Load = { writers, size, milliseconds };
      return {
        case: name,
        versus: LABELS[versus],
        goal: goals[versus] ?? 1,
        unit: 'events/s',
        ours: () => appendFor(load, ours),
        theirs: () => appendFor(load, peer.append.bind(peer)),
      };
    }),
  );
  print(context.name, await measure(rivals, context));
}

async function openOurs(context: BenchContext): Promise<AppendTo> {
  const store = new PostgresEventStore(await context.openOurs('append', eventStoreMigrations));
  context.atEnd(() => store.close());
  return (stream, version, events) =>
    store.append({
      workspace: 'bench',
      actor: 'bench',
      streams: [{ stream, expectedVersion: version, events }],
    });
}

async function openPeers(context: BenchContext): Promise<Map<Versus, Peer>> {
  const peers = new Map<Versus, Peer>();
  for (const versus of Object.keys(LABELS) as Versus[]) {
    const url = await context.createDatabase(versus);
    const peer = versus === 'raw' ? await openRaw(url) : await openPeer(versus, url);
    if (!peer) continue;
    context.atEnd(() => peer.close());
    peers.set(versus, peer);
  }
  return peers;
}

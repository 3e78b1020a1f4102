import type { BenchEvent } from './events.js';

/** An event store by somebody else. All append to a stream that must stand at `version`: 0 is a new one. */
export interface Peer {
  append(stream: string, version: number, events: readonly BenchEvent[]): Promise<unknown>;
  /** Reads all events in order and gives `look` the data of each; resolves with their number. Not all peers can. */
  readonly replay?: (look: (data: unknown) => void) => Promise<number>;
  close(): Promise<unknown>;
}

export type PeerName = 'emmett' | 'castore' | 'message-db';

/**
 * Opens a peer on an empty database. Null, and a line on stderr, where the packages are not installed.
 * Connections at most: 10 each, their own default and ours.
 */
export async function openPeer(name: PeerName, url: string): Promise<Peer | null> {
  try {
    const { open } = (await import(`./peers/${name}.mjs`)) as { open: (url: string) => Promise<Peer> };
    return await open(url);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    process.stderr.write(`${name} is left out: run "npm ci --prefix test/bench/peers" to measure it too.\n`);
    return null;
  }
}

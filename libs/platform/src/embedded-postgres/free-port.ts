import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { EmbeddedPostgresFailed } from '../errors.js';

/**
 * Below the ports that systems lend to outgoing connections (Linux from 32,768; macOS, Windows and RFC 6335 from
 * 49,152). A port of those could be lent while the server is down, even to a client of its own that tries again and
 * then finds itself at the other end: the server could not come back where its clients look for it.
 */
export const SERVER_PORTS = { lowest: 20_000, highest: 32_767 } as const;

const ATTEMPTS = 100;

/** The wished port where it is free, else any free one of `SERVER_PORTS`. Throws `EmbeddedPostgresFailed`. */
export async function freePort(wished: number | undefined): Promise<number> {
  if (wished !== undefined && (await isFree(wished))) return wished;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const port = randomInt(SERVER_PORTS.lowest, SERVER_PORTS.highest + 1);
    if (await isFree(port)) return port;
  }
  throw new EmbeddedPostgresFailed(
    `No program may listen on 127.0.0.1, or ports ${SERVER_PORTS.lowest} to ${SERVER_PORTS.highest} are taken. Free some, or set DATABASE_URL to a server of yours.`,
  );
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

import type { Server } from 'node:http';

/** What is under way when the program stops gets this long to be answered. */
const ANSWER_WITHIN_MS = 5_000;
const LOOK_EVERY_MS = 100;

/**
 * Lets a server that was told to close come to its end: it waits for its connections, and a client that keeps one open
 * after its answer, or sent half of a request, would hold the whole program for more than a minute.
 */
export function endConnections(server: Server): void {
  const deadline = performance.now() + ANSWER_WITHIN_MS;
  const looking = setInterval(() => {
    if (performance.now() < deadline) server.closeIdleConnections();
    else server.closeAllConnections();
  }, LOOK_EVERY_MS);
  server.once('close', () => clearInterval(looking));
}

import { setImmediate } from 'node:timers/promises';

/** How long others wait at the most, in milliseconds. */
const SLICE_MS = 10;

/** Takes what is costly to make piece by piece, and lets the event loop go on in between: a health check is answered meanwhile. */
export async function collectUnhurried<T>(pieces: Iterable<T>): Promise<T[]> {
  const collected: T[] = [];
  let until = performance.now() + SLICE_MS;
  for (const piece of pieces) {
    collected.push(piece);
    if (performance.now() < until) continue;
    await setImmediate();
    until = performance.now() + SLICE_MS;
  }
  return collected;
}

import { benchEvents, type BenchEvent } from './events.js';

export interface Load {
  readonly writers: number;
  /** Events an append. */
  readonly size: number;
  readonly milliseconds: number;
}

/** Appends to a stream that must stand at `version`: 0 is a new one. */
export type AppendTo = (stream: string, version: number, events: readonly BenchEvent[]) => Promise<unknown>;

const EVENTS_A_STREAM = 20;
const events = benchEvents(1_000);
let runs = 0;

/** Concurrent writers, each on streams of its own of 20 events, until the time is over. Gives events a second. */
export async function appendFor({ writers, size, milliseconds }: Load, append: AppendTo): Promise<number> {
  const run = ++runs;
  const start = performance.now();
  let appended = 0;
  const write = async (writer: number) => {
    for (let at = 0; performance.now() - start < milliseconds; at += size) {
      const stream = `article-${run}-${writer}-${Math.floor(at / EVENTS_A_STREAM)}`;
      const first = (at * writers) % (events.length - size);
      await append(stream, at % EVENTS_A_STREAM, events.slice(first, first + size));
      appended += size;
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  return (appended / (performance.now() - start)) * 1_000;
}

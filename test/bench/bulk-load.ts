import type { StreamAppend } from '#event-store';
import { benchEvents, EVENTS_A_STREAM } from './events.js';

const events = benchEvents(1_000);

/** New streams of 20 events each, `count` events in all, made as they are asked for. */
export function* benchStreams(count: number, firstStream = 0): Generator<StreamAppend> {
  for (let at = 0; at < count; at += EVENTS_A_STREAM) {
    const first = at % events.length;
    yield {
      stream: `article-${firstStream + at / EVENTS_A_STREAM}`,
      expectedVersion: 'no_stream',
      events: events.slice(first, first + EVENTS_A_STREAM),
    };
  }
}

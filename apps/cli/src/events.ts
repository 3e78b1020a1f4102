import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { isEventType, UnknownEventType, InvalidFields } from '#domain';
import type { StoredEvent } from '#event-store';
import { withLog } from './open-log.js';

const PAGE = 1_000;

export interface EventsOptions {
  readonly after: string;
  readonly limit?: string;
  readonly type?: string;
  readonly category?: string;
  readonly correlation?: string;
}

/** `claimtrail events`: the log as NDJSON, a page in memory at a time. */
export async function events(options: EventsOptions, output: Writable): Promise<void> {
  const afterSeq = wholeNumber('after', options.after, 0);
  const limit = options.limit === undefined ? null : wholeNumber('limit', options.limit, 1);
  if (options.type !== undefined && !isEventType(options.type)) throw new UnknownEventType(options.type);
  const filter = {
    types: options.type === undefined ? undefined : [options.type],
    categories: options.category === undefined ? undefined : [options.category],
    correlationId: options.correlation,
  };
  await withLog(async ({ store, config }) => {
    let left = limit ?? null;
    for (let after = afterSeq; left === null || left > 0n;) {
      const page = await store.readAll(config.workspace, {
        afterSeq: after,
        limit: pageSize(left),
        ...filter,
      });
      for (const event of page) if (!output.write(`${toLine(event)}\n`)) await once(output, 'drain');
      const last = page.at(-1);
      if (!last) return;
      after = last.seq;
      if (left !== null) left -= BigInt(page.length);
    }
  });
}

const pageSize = (left: bigint | null): number =>
  left === null || left > BigInt(PAGE) ? PAGE : Number(left);

const toLine = (event: StoredEvent): string => JSON.stringify({ ...event, seq: event.seq.toString() });

function wholeNumber(option: string, value: string, least: number): bigint {
  if (!/^\d{1,18}$/.test(value) || BigInt(value) < least)
    throw new InvalidFields('events', {
      [`--${option}`]: `must be a whole number, ${least} or more, not "${value}"`,
    });
  return BigInt(value);
}

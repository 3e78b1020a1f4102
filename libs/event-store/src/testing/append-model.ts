import type { AppendResult, ExpectedVersion } from '../event-store.js';

export interface ModelAppend {
  readonly key: string | null;
  readonly streams: readonly {
    readonly stream: string;
    readonly expectedVersion: ExpectedVersion;
    readonly events: number;
  }[];
}

/** What an append comes to: its result, or the code of its error with the stream and version that stood in the way. */
export type ModelOutcome =
  AppendResult | { readonly code: string; readonly stream?: string; readonly actual?: number };

/** The rules of the log in memory, as plainly as they can be said: what the database is compared with. */
export class AppendModel {
  readonly log: { stream: string; version: number }[] = [];
  private readonly versions = new Map<string, number>();
  private readonly keys = new Map<string, { body: string; result: AppendResult }>();

  append({ key, streams }: ModelAppend): ModelOutcome {
    const body = JSON.stringify(streams.map(({ stream, events }) => [stream, events]));
    const known = key === null ? undefined : this.keys.get(key);
    if (known && known.body !== body) return { code: 'EVENT_STORE.IDEMPOTENCY_CONFLICT' };
    if (known) return { ...known.result, outcome: 'duplicate' };
    for (const { stream, expectedVersion } of streams) {
      const actual = this.versions.get(stream) ?? 0;
      if (!accepts(expectedVersion, actual)) {
        return { code: 'EVENT_STORE.WRONG_EXPECTED_VERSION', stream, actual };
      }
    }
    const firstSeq = BigInt(this.log.length + 1);
    const versions = streams.map(({ stream, events }) => this.write(stream, events));
    const result: AppendResult = {
      outcome: 'appended',
      firstSeq,
      lastSeq: BigInt(this.log.length),
      versions,
    };
    if (key !== null) this.keys.set(key, { body, result });
    return result;
  }

  private write(stream: string, events: number): number {
    let version = this.versions.get(stream) ?? 0;
    for (let i = 0; i < events; i++) this.log.push({ stream, version: ++version });
    if (events > 0) this.versions.set(stream, version);
    return version;
  }
}

function accepts(expected: ExpectedVersion, actual: number): boolean {
  if (expected === 'any') return true;
  if (expected === 'no_stream') return actual === 0;
  if (expected === 'stream_exists') return actual > 0;
  return expected === actual;
}

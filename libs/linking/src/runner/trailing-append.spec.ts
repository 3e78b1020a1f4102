import type { Waiting } from './outbox.js';
import { TrailingAppend } from './trailing-append.js';

const waitingFor = (ordinal: bigint): Waiting[] => [
  { ordinal, causeId: `cause-${ordinal}`, correlationId: null, streams: {} },
];

/** Appends that end when the test says so, with what happened when. */
function gated() {
  const happened: string[] = [];
  const gates = new Map<bigint, { readonly open: () => void; readonly fail: (error: Error) => void }>();
  const trailing = new TrailingAppend(async ([first]) => {
    const { ordinal } = first!;
    happened.push(`begins ${ordinal}`);
    await new Promise<void>((open, fail) => gates.set(ordinal, { open, fail }));
    happened.push(`ends ${ordinal}`);
  });
  return { trailing, happened, gates };
}

describe('TrailingAppend', () => {
  it('begins the decisions of a batch when those before stand in the log', async () => {
    const { trailing, happened, gates } = gated();
    trailing.start(waitingFor(1n), 10n);
    const next = trailing.settle().then(() => trailing.start(waitingFor(2n), 20n));
    await Promise.resolve();
    expect(happened).toEqual(['begins 1']);
    gates.get(1n)!.open();
    await next;
    expect(happened).toEqual(['begins 1', 'ends 1', 'begins 2']);
    gates.get(2n)!.open();
    expect(await trailing.settle()).toBe(true);
    expect(await trailing.settle()).toBe(false);
  });

  it('CONTROL: without settling, they begin before those before have ended', () => {
    const { trailing, happened } = gated();
    trailing.start(waitingFor(1n), 10n);
    trailing.start(waitingFor(2n), 20n);
    expect(happened).toEqual(['begins 1', 'begins 2']);
  });

  it('answers for what is on its way, and for nothing else', async () => {
    const { trailing, gates } = gated();
    trailing.start([], 5n);
    expect(trailing.coversUpTo(5n)).toBe(false);
    trailing.start(waitingFor(1n), 10n);
    expect(trailing.coversUpTo(10n)).toBe(true);
    // Another runner moved the position: what it left in the outbox is not on its way from here.
    expect(trailing.coversUpTo(20n)).toBe(false);
    gates.get(1n)!.open();
    await trailing.settle();
    expect(trailing.coversUpTo(10n)).toBe(false);
  });

  it('says what kept an append from the log, to whoever settles and once', async () => {
    const { trailing, gates } = gated();
    trailing.start(waitingFor(1n), 10n);
    gates.get(1n)!.fail(new Error('the log is gone'));
    await expect(trailing.settle()).rejects.toThrow('the log is gone');
    // It is read from the outbox from here on.
    expect(trailing.coversUpTo(10n)).toBe(false);
    expect(await trailing.settle()).toBe(false);
  });

  it('CONTROL: whoever only waits for its end hears of no failure', async () => {
    const { trailing, gates } = gated();
    trailing.start(waitingFor(1n), 10n);
    gates.get(1n)!.fail(new Error('the log is gone'));
    await expect(trailing.end()).resolves.toBeUndefined();
  });
});

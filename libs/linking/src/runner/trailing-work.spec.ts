import { TrailingWork } from './trailing-work.js';

/** Work that ends when the test says so, with what happened when. */
function gated() {
  const happened: string[] = [];
  const gates = new Map<number, { readonly open: () => void; readonly fail: (error: Error) => void }>();
  const trailing = new TrailingWork<number>();
  const start = (to: number): void => {
    happened.push(`begins ${to}`);
    const work = new Promise<void>((open, fail) => gates.set(to, { open, fail }));
    trailing.start(
      to,
      work.then(() => happened.push(`ends ${to}`)),
    );
  };
  return { trailing, start, happened, gates };
}

describe('TrailingWork', () => {
  it('begins what follows when that before has ended', async () => {
    const { trailing, start, happened, gates } = gated();
    start(1);
    const next = trailing.settle().then(() => start(2));
    await Promise.resolve();
    expect(happened).toEqual(['begins 1']);
    gates.get(1)!.open();
    await next;
    expect(happened).toEqual(['begins 1', 'ends 1', 'begins 2']);
    gates.get(2)!.open();
    expect(await trailing.settle()).toBe(true);
    expect(await trailing.settle()).toBe(false);
  });

  it('CONTROL: without settling, it begins before that before has ended', () => {
    const { start, happened } = gated();
    start(1);
    start(2);
    expect(happened).toEqual(['begins 1', 'begins 2']);
  });

  it('tells what it comes to as long as it goes on', async () => {
    const { trailing, start, gates } = gated();
    expect(trailing.to).toBeNull();
    start(10);
    expect(trailing.to).toBe(10);
    gates.get(10)!.open();
    await trailing.ended();
    expect(trailing.to).toBe(10);
    await trailing.settle();
    expect(trailing.to).toBeNull();
  });

  it('says what kept it from its end to all that wait for it, and to whoever settles once', async () => {
    const { trailing, start, gates } = gated();
    start(1);
    gates.get(1)!.fail(new Error('the log is gone'));
    await expect(trailing.ended()).rejects.toThrow('the log is gone');
    await expect(trailing.settle()).rejects.toThrow('the log is gone');
    expect(trailing.to).toBeNull();
    expect(await trailing.settle()).toBe(false);
  });

  it('CONTROL: whoever only waits for its end hears of no failure', async () => {
    const { trailing, start, gates } = gated();
    start(1);
    gates.get(1)!.fail(new Error('the log is gone'));
    await expect(trailing.end()).resolves.toBeUndefined();
  });
});

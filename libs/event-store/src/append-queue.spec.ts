import type { AppendOutcome } from './append-outcome.js';
import { AppendQueue, DEFAULT_QUEUE_LIMITS, type QueueLimits } from './append-queue.js';
import { encodeAppend, type EncodedAppend } from './encode-append.js';
import { EventStoreClosed, EventStoreOverloaded, WrongExpectedVersion } from './errors.js';
import { appendTo, newEvent, newEvents } from './testing/index.js';

const ids = { next: () => '00000000-0000-7000-8000-000000000001' };
const done: AppendOutcome = { outcome: 'appended', firstSeq: 1n, lastSeq: 1n, versions: [1] };

/** A database that answers when told to. */
function openQueue(limits: Partial<QueueLimits> = {}) {
  const calls: {
    batch: readonly EncodedAppend[];
    answer: (outcomes: AppendOutcome[]) => void;
    fail: (e: Error) => void;
  }[] = [];
  const queue = new AppendQueue(
    (batch) => new Promise((answer, fail) => calls.push({ batch, answer, fail })),
    { ...DEFAULT_QUEUE_LIMITS, ...limits },
  );
  const submit = (workspace = 'w', events = [newEvent()]) =>
    queue.submit(encodeAppend(appendTo(workspace, 'note-a', 'any', events), ids));
  const answerAll = (call: number) => calls[call]?.answer(calls[call].batch.map(() => done));
  const sizes = () => calls.map(({ batch }) => batch.length);
  return { queue, calls, submit, answerAll, sizes };
}

const turn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

describe('AppendQueue', () => {
  it('sends together what was submitted in one turn', async () => {
    const { submit, sizes, answerAll } = openQueue();
    const all = [submit(), submit(), submit()];
    await turn();
    expect(sizes()).toEqual([3]);
    answerAll(0);
    expect(await Promise.all(all)).toEqual([done, done, done]);
  });

  it('lets what comes while a call is in flight travel in the next one', async () => {
    const { submit, sizes, answerAll } = openQueue();
    const first = submit();
    await turn();
    const rest = [submit(), submit()];
    await turn();
    expect(sizes()).toEqual([1]);
    answerAll(0);
    await first;
    await turn();
    expect(sizes()).toEqual([1, 2]);
    answerAll(1);
    await Promise.all(rest);
  });

  it('lets the callers it has just answered join the next batch', async () => {
    const { submit, sizes, answerAll } = openQueue();
    const again = async () => {
      await submit();
      return submit();
    };
    const all = [again(), again()];
    await turn();
    const late = submit();
    answerAll(0);
    await turn();
    expect(sizes()).toEqual([2, 3]);
    answerAll(1);
    await Promise.all([...all, late]);
  });

  it('gives each its own answer', async () => {
    const { submit, calls } = openQueue();
    const all = Promise.allSettled([submit(), submit()]);
    await turn();
    const conflict = new WrongExpectedVersion('note-a', 0, 1);
    calls[0]?.answer([conflict, done]);
    expect(await all).toEqual([
      { status: 'rejected', reason: conflict },
      { status: 'fulfilled', value: done },
    ]);
  });

  it('sends workspaces beside each other', async () => {
    const { submit, sizes, answerAll } = openQueue();
    const all = [submit('a'), submit('b')];
    await turn();
    expect(sizes()).toEqual([1, 1]);
    answerAll(1);
    answerAll(0);
    await Promise.all(all);
  });

  it('bounds a batch by events and by bytes, yet sends a larger request alone', async () => {
    const { submit, sizes, answerAll } = openQueue({ batchEvents: 3, batchBytes: 2_000 });
    const long = [newEvent('x'.repeat(5_000))];
    const all = [submit('w', newEvents(2)), submit(), submit('w', newEvents(9)), submit('w', long), submit()];
    for (let call = 0; call < 4; call++) {
      await turn();
      answerAll(call);
    }
    await Promise.all(all);
    expect(sizes()).toEqual([2, 1, 1, 1]);
  });

  it('refuses at once when too much waits, and takes more when there is room again', async () => {
    const { submit, answerAll } = openQueue({ waitingEvents: 3 });
    const waiting = [submit('w', newEvents(2)), submit()];
    const refused = submit();
    await expect(refused).rejects.toBeInstanceOf(EventStoreOverloaded);
    await expect(refused).rejects.toMatchObject({ code: 'EVENT_STORE.OVERLOADED', waitingEvents: 3 });
    await turn();
    answerAll(0);
    await Promise.all(waiting);
    const next = submit();
    await turn();
    answerAll(1);
    await next;
  });

  it('refuses at once when too many bytes wait', async () => {
    const { submit, answerAll } = openQueue({ waitingBytes: 1_000 });
    const large = submit('w', [newEvent('x'.repeat(5_000))]);
    await expect(submit()).rejects.toBeInstanceOf(EventStoreOverloaded);
    await turn();
    answerAll(0);
    await large;
  });

  it('tells all of a batch when the call fails, and goes on', async () => {
    const { submit, calls, answerAll } = openQueue();
    const all = Promise.allSettled([submit(), submit()]);
    await turn();
    calls[0]?.fail(new Error('gone'));
    expect((await all).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const next = submit();
    await turn();
    answerAll(1);
    expect(await next).toBe(done);
  });

  it('drains on close and refuses what comes after', async () => {
    const { queue, submit, answerAll } = openQueue();
    const first = submit();
    await turn();
    const second = submit();
    const closing = queue.close();
    await expect(submit()).rejects.toBeInstanceOf(EventStoreClosed);
    answerAll(0);
    await turn();
    answerAll(1);
    await closing;
    expect(await Promise.all([first, second])).toEqual([done, done]);
  });
});

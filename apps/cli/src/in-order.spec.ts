import { inOrder } from './in-order.js';

const tasksOf = async function* (tasks: (() => Promise<string>)[]): AsyncIterable<() => Promise<string>> {
  for (const task of tasks) yield await Promise.resolve(task);
};

async function collect(tasks: AsyncIterable<() => Promise<string>>, ahead: number): Promise<string[]> {
  const results: string[] = [];
  for await (const result of inOrder(tasks, ahead)) results.push(result);
  return results;
}

describe('inOrder', () => {
  it('gives results in the order of the tasks, whichever ends first', async () => {
    const order: string[] = [];
    let endSlow = () => {};
    const slow = () => new Promise<string>((resolve) => (endSlow = () => resolve('slow')));
    const fast = () => {
      order.push('fast ran');
      endSlow();
      return Promise.resolve('fast');
    };
    expect(await collect(tasksOf([slow, fast]), 2)).toEqual(['slow', 'fast']);
    expect(order).toEqual(['fast ran']);
  });

  it('runs no more than it may at a time', async () => {
    let running = 0;
    let most = 0;
    const task = async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      return 'done';
    };
    expect(await collect(tasksOf(Array.from({ length: 20 }, () => task)), 3)).toHaveLength(20);
    expect(most).toBe(3);
  });

  it('gives a result while the next task is still awaited', async () => {
    let sendSecond = () => {};
    const waiting = async function* () {
      yield () => Promise.resolve('first');
      await new Promise<void>((resolve) => (sendSecond = resolve));
      yield () => Promise.resolve('second');
    };
    const results: string[] = [];
    for await (const result of inOrder(waiting(), 8)) {
      results.push(result);
      sendSecond();
    }
    expect(results).toEqual(['first', 'second']);
  });

  it('fails in its turn', async () => {
    const fail = () => Promise.reject(new Error('no'));
    await expect(
      collect(tasksOf([() => Promise.resolve('a'), fail, () => Promise.resolve('b')]), 3),
    ).rejects.toThrow('no');
  });
});

import { collectUnhurried } from './unhurried.js';

function* costly(count: number): Iterable<number> {
  for (let piece = 0; piece < count; piece++) {
    const until = performance.now() + 4;
    while (performance.now() < until) continue;
    yield piece;
  }
}

/** How often the event loop came round while something was made. */
async function turnsDuring(work: () => unknown): Promise<number> {
  let turns = 0;
  let over = false;
  const turn = () => {
    turns += 1;
    if (!over) setImmediate(turn);
  };
  setImmediate(turn);
  await work();
  over = true;
  return turns;
}

describe('collectUnhurried', () => {
  it('gives every piece in order, and others their turn meanwhile', async () => {
    let collected: number[] = [];
    expect(await turnsDuring(async () => (collected = await collectUnhurried(costly(50))))).toBeGreaterThan(
      8,
    );
    expect(collected).toEqual(Array.from({ length: 50 }, (_, piece) => piece));
  });

  it('CONTROL: a spread gives nobody a turn', async () => {
    expect(await turnsDuring(() => [...costly(50)])).toBe(0);
  });

  it('fails where a piece fails', async () => {
    const failing = function* () {
      yield 1;
      throw new Error('no');
    };
    await expect(collectUnhurried(failing())).rejects.toThrow('no');
  });
});

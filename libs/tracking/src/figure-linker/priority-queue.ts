/** Gives what was put into it in order, the first one first: a binary heap. */
export class PriorityQueue<T> {
  private readonly heap: T[] = [];

  constructor(private readonly compare: (a: T, b: T) => number) {}

  push(item: T): void {
    const { heap, compare } = this;
    let at = heap.push(item) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (compare(heap[above]!, item) <= 0) break;
      heap[at] = heap[above]!;
      at = above;
    }
    heap[at] = item;
  }

  pop(): T | undefined {
    const { heap } = this;
    const first = heap[0];
    const last = heap.pop();
    if (last !== undefined && heap.length > 0) this.sink(last);
    return first;
  }

  private sink(item: T): void {
    const { heap, compare } = this;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below + 1 < heap.length && compare(heap[below + 1]!, heap[below]!) < 0) below += 1;
      if (below >= heap.length || compare(item, heap[below]!) <= 0) break;
      heap[at] = heap[below]!;
      at = below;
    }
    heap[at] = item;
  }
}

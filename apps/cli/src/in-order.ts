type Step = 'another task' | 'first result';

/**
 * Runs up to `ahead` tasks at a time and gives their results in the order of the tasks, each as soon as it can be given: who
 * writes a task and waits for its result gets it. Memory is bounded by `ahead`.
 */
export async function* inOrder<T>(tasks: AsyncIterable<() => Promise<T>>, ahead: number): AsyncIterable<T> {
  const iterator = tasks[Symbol.asyncIterator]();
  const running: Promise<T>[] = [];
  let coming: Promise<IteratorResult<() => Promise<T>>> | null = iterator.next();
  while (coming || running.length > 0) {
    const step = await Promise.race<Step>([
      ...(coming && running.length < ahead ? [coming.then(() => 'another task' as const)] : []),
      ...running.slice(0, 1).map((result) => settled(result).then(() => 'first result' as const)),
    ]);
    if (step === 'first result') yield await running.shift()!;
    else {
      const next: IteratorResult<() => Promise<T>> = await coming!;
      if (!next.done) running.push(next.value());
      coming = next.done ? null : iterator.next();
    }
  }
}

/** Also keeps a failure that is asked for later from being unhandled meanwhile. */
const settled = (result: Promise<unknown>): Promise<void> =>
  result.then(
    () => undefined,
    () => undefined,
  );

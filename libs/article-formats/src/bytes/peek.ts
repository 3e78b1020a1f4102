/** The first bytes of a stream, and the whole stream again, the first bytes included. */
export interface Peeked {
  readonly head: Uint8Array;
  readonly all: AsyncIterable<Uint8Array>;
}

export async function peek(input: AsyncIterable<Uint8Array | string>, length: number): Promise<Peeked> {
  const iterator = input[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let size = 0;
  while (size < length) {
    const next = await iterator.next();
    if (next.done) break;
    const bytes = toBytes(next.value);
    chunks.push(bytes);
    size += bytes.length;
  }
  const head = Buffer.concat(chunks);
  const all = (async function* () {
    try {
      yield head as Uint8Array;
      for (;;) {
        const next = await iterator.next();
        if (next.done) return;
        yield toBytes(next.value);
      }
    } finally {
      await iterator.return?.();
    }
  })();
  return { head: head.subarray(0, length), all };
}

const toBytes = (chunk: Uint8Array | string): Uint8Array =>
  typeof chunk === 'string' ? Buffer.from(chunk) : chunk;

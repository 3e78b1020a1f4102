import { TextDecoder } from 'node:util';

/** The lines of a stream of UTF-8 text; bytes that are no UTF-8 are an error, never replaced in silence. */
export async function* readLines(input: AsyncIterable<Buffer | string>): AsyncIterable<string> {
  let rest = '';
  for await (const text of decode(input)) {
    const lines = (rest + text).split(/\r?\n/);
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

async function* decode(input: AsyncIterable<Buffer | string>): AsyncIterable<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for await (const chunk of input) {
    yield typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}

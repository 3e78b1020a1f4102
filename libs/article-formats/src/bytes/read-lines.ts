import { TextDecoder } from 'node:util';
import { TooLarge } from '../errors.js';

/** The longest line that is read: it is in memory as a whole. */
const MAX_LINE_CHARACTERS = 32 * 1024 * 1024;

/**
 * The lines of a stream of UTF-8 text; bytes that are no UTF-8 are an error, never replaced in silence.
 * @throws {TooLarge} a line that has no end for 32 million characters
 */
export async function* readLines(input: AsyncIterable<Uint8Array | string>): AsyncIterable<string> {
  let parts: string[] = [];
  let length = 0;
  for await (const text of decode(input)) {
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      yield withoutReturn(parts.join('') + text.slice(start, end));
      parts = [];
      length = 0;
      start = end + 1;
    }
    parts.push(text.slice(start));
    length += text.length - start;
    if (length > MAX_LINE_CHARACTERS)
      throw new TooLarge('A line is longer than 32 million characters; one article stands on one.');
  }
  const rest = parts.join('');
  if (rest !== '') yield rest;
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);

async function* decode(input: AsyncIterable<Uint8Array | string>): AsyncIterable<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for await (const chunk of input) {
    yield typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}

const LINE_FEED = 10;
/** The longest line that is read: far above the largest request that the API takes. */
const LONGEST_LINE = 256 * 1024 * 1024;

/** The lines of a stream of bytes, each with its line feed, as they come; a last one without is given as it is. */
export async function* byteLines(input: AsyncIterable<Buffer>): AsyncGenerator<Buffer[]> {
  let rest: Buffer[] = [];
  let length = 0;
  for await (const chunk of input) {
    const lines: Buffer[] = [];
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, from)) {
      const piece = chunk.subarray(from, end + 1);
      lines.push(length === 0 ? piece : Buffer.concat([...rest, piece]));
      rest = [];
      length = 0;
      from = end + 1;
    }
    rest.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > LONGEST_LINE) throw new Error(`a line is longer than ${LONGEST_LINE} bytes`);
    yield lines;
  }
  if (length > 0) yield [Buffer.concat(rest)];
}

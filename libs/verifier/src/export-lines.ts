import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { ExportUnreadable } from './errors.js';

const LINE_FEED = 10;
const READ_BYTES = 1 << 18;
/** No event is so long; whatever has no line ends is no export. */
const LONGEST_LINE = 256 * 1024 * 1024;

/**
 * Hands over each line of an export, with its line feed, and its number from 1; gives control back now and then. Only a line
 * feed ends a line: other characters that some take for line ends stand in texts as they are. A name that ends in .gz is unpacked.
 * @throws {ExportUnreadable} naming the line at which reading or `take` failed
 */
export async function* exportLines(
  path: string,
  take: (line: Buffer, number: number) => void,
): AsyncGenerator<undefined> {
  let number = 0;
  let rest: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of open(path)) {
      let from = 0;
      for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, from)) {
        const piece = chunk.subarray(from, end + 1);
        take(length === 0 ? piece : Buffer.concat([...rest, piece]), ++number);
        rest = [];
        length = 0;
        from = end + 1;
      }
      rest.push(chunk.subarray(from));
      length += chunk.length - from;
      if (length > LONGEST_LINE) throw new Error('the line does not end');
      yield;
    }
    if (length > 0) take(Buffer.concat(rest), ++number);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new ExportUnreadable(`There is no file ${path}. Check its name.`, { cause: error });
    throw new ExportUnreadable(`${path}, line ${number}: ${(error as Error).message}.`, { cause: error });
  }
}

function open(path: string): AsyncIterable<Buffer> {
  const file = createReadStream(path, { highWaterMark: READ_BYTES });
  if (!path.endsWith('.gz')) return file as AsyncIterable<Buffer>;
  const unpacked = createGunzip({ chunkSize: READ_BYTES });
  file.on('error', (error) => unpacked.destroy(error));
  return file.pipe(unpacked) as AsyncIterable<Buffer>;
}

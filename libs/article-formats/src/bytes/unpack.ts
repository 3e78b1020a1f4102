import { promisify } from 'node:util';
import { brotliDecompress, createGunzip, gunzip, inflate, type ZlibOptions } from 'node:zlib';
import { MalformedInput, TooLarge } from '../errors.js';
import { MAX_DOCUMENT_BYTES, MAX_UNPACKING_RATIO } from '../limits.js';

type Unpacker = (bytes: Uint8Array, options: ZlibOptions) => Promise<Buffer>;

const UNPACKERS: Readonly<Record<string, Unpacker>> = {
  gzip: promisify<Uint8Array, ZlibOptions, Buffer>(gunzip),
  'x-gzip': promisify<Uint8Array, ZlibOptions, Buffer>(gunzip),
  deflate: promisify<Uint8Array, ZlibOptions, Buffer>(inflate),
  br: promisify<Uint8Array, ZlibOptions, Buffer>(brotliDecompress),
};
/** What is this small when unpacked is never a bomb, however well it packs. */
const HARMLESS_BYTES = 1024 * 1024;
const MAX_ENCODINGS = 2;

/**
 * Undoes a Content-Encoding within bounds, off the event loop; an encoding of encodings is undone in turn.
 * @throws {TooLarge} it becomes larger than any document, or grows by a ratio that text never has
 * @throws {MalformedInput} an unknown encoding, or the bytes are none of it
 */
export async function unpackBody(
  bytes: Uint8Array,
  contentEncoding: string | undefined,
): Promise<Uint8Array> {
  const encodings = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  const packed = encodings.filter((name) => name !== '' && name !== 'identity').reverse();
  if (packed.length > MAX_ENCODINGS)
    throw new TooLarge('It is packed too many times over. Send it unpacked.');
  let unpacked = bytes;
  for (const encoding of packed) unpacked = await unpackOne(unpacked, encoding);
  return unpacked;
}

async function unpackOne(bytes: Uint8Array, encoding: string): Promise<Uint8Array> {
  const unpack = UNPACKERS[encoding];
  if (!unpack)
    throw new MalformedInput(`The encoding "${encoding}" is unknown. Use gzip, deflate, br or none.`);
  const maxOutputLength = Math.min(
    MAX_DOCUMENT_BYTES,
    Math.max(HARMLESS_BYTES, bytes.length * MAX_UNPACKING_RATIO),
  );
  try {
    return await unpack(bytes, { maxOutputLength });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(maxOutputLength);
    throw new MalformedInput(`The bytes are not ${encoding}: ${(error as Error).message}.`);
  }
}

const tooLarge = (bytes: number) =>
  new TooLarge(`Unpacked it is larger than ${Math.floor(bytes / 1024)} KB, which no text of its size is.`);

/**
 * Unpacks a gzip file of any size as a stream. Where it grows by a ratio that text never has, it is given up.
 * @throws {TooLarge | MalformedInput}
 */
export async function* gunzipStream(input: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const inflated = createGunzip();
  let bytesIn = 0;
  let bytesOut = 0;
  const feeding = (async () => {
    for await (const chunk of input) {
      bytesIn += chunk.length;
      if (!inflated.write(chunk)) await new Promise((resolve) => inflated.once('drain', resolve));
    }
    inflated.end();
  })();
  feeding.catch((error: Error) => inflated.destroy(error));
  try {
    for await (const chunk of inflated as AsyncIterable<Buffer>) {
      bytesOut += chunk.length;
      if (bytesOut > HARMLESS_BYTES && bytesOut > bytesIn * MAX_UNPACKING_RATIO) {
        throw new TooLarge(
          `It grows more than ${MAX_UNPACKING_RATIO} times when it is unpacked, which no text does.`,
        );
      }
      yield chunk;
    }
  } catch (error) {
    if (error instanceof TooLarge) throw error;
    throw new MalformedInput(`It is not gzip to its end: ${(error as Error).message}.`);
  } finally {
    inflated.destroy();
  }
}

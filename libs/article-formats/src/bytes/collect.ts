import { TooLarge } from '../errors.js';

/**
 * All bytes of a stream that is no longer than `maxBytes`.
 * @throws {TooLarge} it is; no more than that was held
 */
export async function collect(input: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of input) {
    size += chunk.length;
    if (size > maxBytes)
      throw new TooLarge(`It is larger than ${Math.floor(maxBytes / 1024 / 1024)} MB, which no article is.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

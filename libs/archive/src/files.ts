import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { syncFolder } from '#platform';

export interface Digested {
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

const PARTIAL = '.partial';
const READ_BYTES = 1 << 20;
const NO_ROOM = new Set([
  'ENOSPC',
  'EDQUOT',
  'EFBIG',
  'EIO',
  'EROFS',
  'EACCES',
  'EPERM',
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
]);

export const partialOf = (path: string): string => `${path}${PARTIAL}`;

/** An error of the disk or the folder, and not of what was to be written. Told by its code: it may be of another realm's Error. */
export const isOfFiles = (error: unknown): error is NodeJS.ErrnoException =>
  NO_ROOM.has((error as Partial<NodeJS.ErrnoException> | null)?.code ?? '');

/** Writes a file whole and to the disk before it gets its name. */
export async function writeWhole(path: string, parts: AsyncIterable<Buffer>): Promise<Digested> {
  const hash = createHash('sha256');
  let bytes = 0;
  await pipeline(
    parts,
    async function* (source: AsyncIterable<Buffer>) {
      for await (const part of source) {
        hash.update(part);
        bytes += part.length;
        yield part;
      }
    },
    createWriteStream(partialOf(path), { flush: true, highWaterMark: READ_BYTES }),
  );
  await giveName(path);
  return { bytes, sha256: hash.digest('hex') };
}

export async function writeTextWhole(path: string, text: string, mode = 0o644): Promise<void> {
  await writeFile(partialOf(path), text, { mode, flush: true });
  await giveName(path);
}

/** The partial file takes the name it was written for. */
export async function giveName(path: string): Promise<void> {
  await rename(partialOf(path), path);
  await syncFolder(dirname(path));
}

/** The parts of a file, for whoever wants them, and what they come to. */
export async function* readDigested(
  path: string,
  digested: (found: Digested) => void,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const part of createReadStream(path, { highWaterMark: READ_BYTES }) as AsyncIterable<Buffer>) {
    hash.update(part);
    bytes += part.length;
    yield part;
  }
  digested({ bytes, sha256: hash.digest('hex') });
}

export async function digestFile(path: string): Promise<Digested> {
  let found: Digested = { bytes: 0, sha256: '' };
  const parts = readDigested(path, (digested) => (found = digested));
  while (!(await parts.next()).done);
  return found;
}

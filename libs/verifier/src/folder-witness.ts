import { open, readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { CheckpointUnreadable } from './errors.js';
import { SHA256_BYTES, type Sha256 } from './merkle.js';
import { openCheckpoint, type SignedCheckpoint, type VerifierKey } from './signed-note.js';
import type { LeafCopy, Witness } from './witness.js';

const CHECKPOINT = '.checkpoint';
const LEAVES = '.leaves';
/** A checkpoint is a few hundred bytes; whatever is much larger is not one. */
const LARGEST_NOTE = 100_000;

/**
 * Checkpoints kept outside the database: a file, or a folder of them as the program publishes it.
 * @throws {CheckpointUnreadable}
 */
export async function folderWitness(path: string, keys: readonly VerifierKey[]): Promise<Witness> {
  const info = await stat(path).catch((error: unknown) => refuse(path, error));
  if (!info.isDirectory()) return { place: `in ${path}`, checkpoints: readAll([path], keys) };
  const names = (await readdir(path)).sort();
  const notes = names.filter((name) => name.endsWith(CHECKPOINT));
  if (notes.length === 0) throw new CheckpointUnreadable(`${path} holds no file that ends in ${CHECKPOINT}.`);
  return {
    place: `in ${path}`,
    checkpoints: readAll(
      notes.map((name) => join(path, name)),
      keys,
    ),
    copy: await LeafFiles.open(path, notes),
  };
}

async function* readAll(
  paths: readonly string[],
  keys: readonly VerifierKey[],
): AsyncGenerator<SignedCheckpoint> {
  for (const path of paths) yield await readCheckpoint(path, keys);
}

async function readCheckpoint(path: string, keys: readonly VerifierKey[]): Promise<SignedCheckpoint> {
  try {
    if ((await stat(path)).size > LARGEST_NOTE) throw new Error('it is too large for a checkpoint');
    const checkpoint = openCheckpoint(await readFile(path, 'utf8'), keys);
    if (checkpoint) return checkpoint;
  } catch (error) {
    return refuse(path, error);
  }
  throw new CheckpointUnreadable(
    `${path} is not signed by ${keys.map(({ name, id }) => `${name}+${id}`).join(' or ')}. Give the verifier key of this log with --key.`,
  );
}

function refuse(path: string, error: unknown): never {
  throw new CheckpointUnreadable(`${path} cannot be read as a checkpoint: ${(error as Error).message}.`, {
    cause: error,
  });
}

interface LeafFile {
  readonly path: string;
  /** Its first hash is that of event `from` + 1. */
  readonly from: number;
  readonly to: number;
}

/** "<size>.leaves" ends with the leaf hash of event <size>; its length tells where it begins. */
class LeafFiles implements LeafCopy {
  private constructor(
    readonly place: string,
    private readonly files: readonly LeafFile[],
  ) {}

  static async open(folder: string, notes: readonly string[]): Promise<LeafFiles> {
    const files: LeafFile[] = [];
    for (const note of notes) {
      const to = Number(basename(note, CHECKPOINT));
      const path = join(folder, basename(note, CHECKPOINT) + LEAVES);
      const size = await stat(path).then(
        (info) => info.size,
        () => 0,
      );
      if (size > 0 && Number.isSafeInteger(to)) files.push({ path, from: to - size / SHA256_BYTES, to });
    }
    return new LeafFiles(`in ${folder}`, files);
  }

  async leaves(from: number, to: number): Promise<Sha256> {
    let hashes = '';
    for (let at = from; at < to;) {
      const file = this.files.find((candidate) => candidate.from <= at && at < candidate.to);
      if (!file) break;
      const end = Math.min(to, file.to);
      const bytes = await readPart(file.path, (at - file.from) * SHA256_BYTES, (end - at) * SHA256_BYTES);
      if (bytes === '') break;
      hashes += bytes;
      at = end;
    }
    return hashes;
  }
}

async function readPart(path: string, position: number, length: number): Promise<Sha256> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await file.close();
  }
}

import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { InvalidErasureList } from '../errors.js';
import type { EventReader } from '../event-store.js';
import { writeFileDurably } from '../proof/write-file-durably.js';
import { ERASURE_TYPE } from './erase-payloads.js';

/** Beside the published checkpoints. */
export const ERASURE_LIST_FILE = 'erasures.ndjson';

const PAGE = 1_000;

/** One erasure, without a word of what or why: what an older backup needs to be erased again. */
export interface ListedErasure {
  readonly workspace: string;
  /** The ErasureRecorded event. */
  readonly seq: string;
  readonly recordedAt: string;
  readonly stream: string;
  /** First and last position of each run of erased events. */
  readonly seqs: readonly (readonly [first: number, last: number])[];
}

/** Writes every erasure of the workspace's log to a file, whole or not at all. Gives how many. */
export async function writeErasureList(
  reader: EventReader,
  workspace: string,
  path: string,
): Promise<number> {
  const lines: string[] = [];
  for (let afterSeq = 0n; ;) {
    const page = await reader.readAll(workspace, { afterSeq, limit: PAGE, types: [ERASURE_TYPE] });
    for (const { seq, recordedAt, stream, data } of page) {
      const { seqs } = data as Pick<ListedErasure, 'seqs'>;
      const listed = { workspace, seq: seq.toString(), recordedAt: recordedAt.toISOString(), stream, seqs };
      lines.push(`${JSON.stringify(listed satisfies ListedErasure)}\n`);
    }
    const last = page.at(-1);
    if (!last) break;
    afterSeq = last.seq;
  }
  await mkdir(dirname(path), { recursive: true });
  await writeFileDurably(path, lines.join(''));
  return lines.length;
}

/** @throws {InvalidErasureList} naming the line */
export async function readErasureList(path: string): Promise<ListedErasure[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new InvalidErasureList(`${path} cannot be read: ${(error as Error).message}.`, { cause: error });
  });
  return text
    .split('\n')
    .map((line, n) => ({ line, number: n + 1 }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, number }) => {
      const listed = parse(line);
      if (!listed) throw new InvalidErasureList(`${path}, line ${number} is no erasure.`);
      return listed;
    });
}

function parse(line: string): ListedErasure | null {
  try {
    const listed = JSON.parse(line) as Partial<ListedErasure> | null;
    const { workspace, stream, seqs } = listed ?? {};
    const isWhole = typeof workspace === 'string' && typeof stream === 'string' && Array.isArray(seqs);
    return isWhole && seqs.every((range) => Array.isArray(range) && range.every(Number.isSafeInteger))
      ? (listed as ListedErasure)
      : null;
  } catch {
    return null;
  }
}

import { createHash } from 'node:crypto';
import { ExportUnreadable } from './errors.js';
import { exportLines } from './export-lines.js';
import { openCheckpoint, type SignedCheckpoint, type VerifierKey } from './signed-note.js';
import type { Witness } from './witness.js';

/** What the first and the last record of an export say of the log. */
export interface ExportEnds {
  readonly workspace: string;
  /** The verifier keys that came with it: they prove nothing unless they are known from elsewhere. */
  readonly verifierKeys: readonly string[];
  /** The signed notes of its checkpoints, by ascending size. */
  readonly checkpoints: readonly string[];
  /** What is wrong with the file itself; undefined: nothing. */
  readonly problem: string | undefined;
}

interface Start {
  readonly formatVersion: number;
  readonly workspace: string;
  readonly firstSeq: string;
  readonly verifierKeys: readonly string[];
}

interface End {
  readonly checkpoints: readonly string[];
  readonly sha256: string;
}

const FORMAT_VERSION = 1;
const START = 'claimtrail.export.start';
const END = 'claimtrail.export.end';
/** Events are not looked into here. */
const CONTROL = Buffer.from('{"specversion":"1.0","type":"claimtrail.export.');

/**
 * Reads an export once through, for its ends and its SHA-256.
 * @throws {ExportUnreadable} it is no export, or not one from the first event on
 */
export async function readExportEnds(path: string): Promise<ExportEnds> {
  const hash = createHash('sha256');
  let start: Start | undefined;
  let end: End | undefined;
  let found = '';
  const take = (line: Buffer, number: number): void => {
    const record = line.subarray(0, CONTROL.length).equals(CONTROL) ? parse(line) : undefined;
    if (number === 1) start = readStart(record);
    if (record?.type === END) {
      end = record.data as End;
      found = hash.copy().digest('hex');
    }
    hash.update(line);
  };
  const lines = exportLines(path, take);
  while (!(await lines.next()).done);
  if (!start) throw new ExportUnreadable(`${path} is empty.`);
  return {
    workspace: start.workspace,
    verifierKeys: start.verifierKeys,
    checkpoints: end?.checkpoints ?? [],
    problem: problemOf(path, end, found),
  };
}

const parse = (line: Buffer): { type?: string; data?: unknown } =>
  JSON.parse(line.toString()) as { type?: string; data?: unknown };

function readStart(record: { readonly type?: string; readonly data?: unknown } | undefined): Start {
  if (record?.type !== START)
    throw new Error('it is no export: it does not begin with the record that starts one');
  const start = record.data as Start;
  if (start.formatVersion !== FORMAT_VERSION)
    throw new Error(`it is of format ${start.formatVersion}, which is not known here`);
  if (start.firstSeq !== '1') {
    throw new Error(`it begins at event ${start.firstSeq}, and a proof needs all events from the first on`);
  }
  return start;
}

function problemOf(path: string, end: End | undefined, found: string): string | undefined {
  if (!end) return `${path} ends before its last record: it was cut off, or the export is not finished.`;
  if (end.sha256 === found) return undefined;
  return `${path} is not as it was written: the SHA-256 of its records is not the one in the last.`;
}

/** The checkpoints that travel in the export itself. */
export function exportWitness(ends: ExportEnds, keys: readonly VerifierKey[]): Witness {
  const problems = ends.problem === undefined ? [] : [ends.problem];
  return { place: 'in the export', problems, checkpoints: checkpoints(ends.checkpoints, keys, problems) };
}

// eslint-disable-next-line @typescript-eslint/require-await -- a witness gives its checkpoints asynchronously, whatever they come from
async function* checkpoints(
  notes: readonly string[],
  keys: readonly VerifierKey[],
  problems: string[],
): AsyncGenerator<SignedCheckpoint> {
  for (const note of notes) {
    const checkpoint = openCheckpoint(note, keys);
    if (checkpoint) yield checkpoint;
    else {
      const size = note.split('\n')[1];
      problems.push(
        `The checkpoint of ${size} events in the export is not signed by ${keys.map(({ name, id }) => `${name}+${id}`).join(' or ')}: nothing vouches for it.`,
      );
    }
  }
}

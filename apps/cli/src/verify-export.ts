import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { verifierKeyFile } from '#event-store';
import type { Config } from '#platform';
import {
  exportLog,
  exportWitness,
  folderWitness,
  parseVerifierKeys,
  readExportEnds,
  verifyLog,
  type ExportEnds,
  type Verdict,
  type VerifierKey,
  type Witness,
} from '#verifier';
import { readKeys } from './read-keys.js';

export interface ExportToVerify {
  readonly path: string;
  /** Checkpoints kept elsewhere. */
  readonly checkpoint?: readonly string[];
  /** The file of the verifier key. */
  readonly key?: string;
  readonly onProgress?: (events: number) => void;
}

export interface VerifiedExport {
  readonly verdict: Verdict;
  readonly ends: ExportEnds;
  readonly outside: readonly Witness[];
  /** The keys that came with the export, where no other was at hand: somebody who forged it would send his own. */
  readonly borrowedKeys: readonly string[];
}

/** Checks an export against the checkpoints in it and those kept elsewhere, with no database. */
export async function verifyExport(
  { path, checkpoint = [], key, onProgress }: ExportToVerify,
  { dataDir }: Config,
): Promise<VerifiedExport> {
  const ends = await readExportEnds(path);
  const known = await knownKeys(ends, key, verifierKeyFile(dataDir, ends.workspace));
  const keys = known ?? parseVerifierKeys(ends.verifierKeys.join('\n'));
  const outside = await Promise.all(checkpoint.map((folder) => folderWitness(folder, keys)));
  const verdict = await verifyLog({
    pages: exportLog(path, ends.workspace),
    witnesses: [exportWitness(ends, keys), ...outside],
    onProgress,
  });
  return { verdict, ends, outside, borrowedKeys: known ? [] : ends.verifierKeys };
}

/** The key given, or that of the data folder where it is of this log; null: neither. */
async function knownKeys(
  { verifierKeys }: ExportEnds,
  given: string | undefined,
  local: string,
): Promise<VerifierKey[] | null> {
  if (given !== undefined) return readKeys(given);
  if (!existsSync(local)) return null;
  const lines = (await readFile(local, 'utf8')).split('\n');
  return verifierKeys.some((line) => lines.includes(line)) ? readKeys(local) : null;
}

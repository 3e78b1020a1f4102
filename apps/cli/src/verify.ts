import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { verifierKeyFile } from '#event-store';
import { loadConfig, type Config, type Database } from '#platform';
import {
  databaseEnds,
  databaseLog,
  databaseWitness,
  folderWitness,
  verifyLog,
  type Verdict,
  type VerifierKey,
  type Witness,
} from '#verifier';
import { describeVerdict } from './describe-verdict.js';
import { withLog } from './open-log.js';
import { readKeys } from './read-keys.js';
import { verifyExport } from './verify-export.js';

interface VerifyOptions {
  readonly checkpoint?: readonly string[];
  readonly key?: string;
  readonly export?: string;
}

const PROGRESS_EVERY_MS = 1_000;

/**
 * `claimtrail verify`: the log against its signed checkpoints, those in the database and those kept outside of it; or an
 * export against checkpoints, with no database. Exit code 1 where something was changed.
 */
export async function verify(options: VerifyOptions, output: Writable): Promise<void> {
  const config = loadConfig(process.env);
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  if (options.export !== undefined) {
    const { verdict, outside, borrowedKeys } = await verifyExport(
      { ...options, path: options.export, onProgress: showEvents() },
      config,
    );
    output.write(`${describeVerdict(verdict, seconds(), outside.length > 0)}${describeKeys(borrowedKeys)}\n`);
    return fail(verdict);
  }
  const keys = await readKeys(options.key ?? verifierKeyFile(config.dataDir, config.workspace));
  const outside = await outsideWitnesses(options, config, keys);
  const verdict = await withLog(({ database }) => verifyDatabase(database, config.workspace, keys, outside));
  output.write(`${describeVerdict(verdict, seconds(), outside.length > 0)}\n`);
  fail(verdict);
}

function fail({ ok }: Verdict): void {
  if (!ok) process.exitCode = 1;
}

export const describeKeys = (borrowed: readonly string[]): string =>
  borrowed.length === 0
    ? ''
    : ` The key came with the export and is worth as much as whoever sent it: compare ${borrowed.join(', ')} with what you know of the log, or give its file with --key.`;

/** Those named; none named: the folder that this program publishes to, where it is there. */
function outsideWitnesses(
  { checkpoint }: VerifyOptions,
  { checkpointDir, dataDir, workspace }: Config,
  keys: readonly VerifierKey[],
): Promise<Witness[]> {
  const published = join(checkpointDir ?? join(dataDir, 'checkpoints'), workspace);
  const paths = checkpoint ?? (existsSync(join(published, 'latest')) ? [published] : []);
  return Promise.all(paths.map((path) => folderWitness(path, keys)));
}

/** The log of a workspace as it stands in the database, against what is kept there and outside. */
export async function verifyDatabase(
  { reader }: Pick<Database, 'reader'>,
  workspace: string,
  keys: readonly VerifierKey[],
  outside: readonly Witness[],
): Promise<Verdict> {
  const { head, sealed } = await databaseEnds(reader, workspace);
  return verifyLog({
    pages: databaseLog(reader, workspace, Math.max(head, sealed)),
    witnesses: [databaseWitness(reader, workspace, keys, sealed), ...outside],
    head,
    onProgress: showEvents(),
  });
}

export function showEvents(): (events: number) => void {
  let shown = performance.now();
  return (events) => {
    if (performance.now() - shown < PROGRESS_EVERY_MS) return;
    shown = performance.now();
    process.stderr.write(`${events} events\n`);
  };
}

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { verifierKeyFile } from '#event-store';
import { loadConfig, type Config } from '#platform';
import {
  databaseEnds,
  databaseLog,
  databaseWitness,
  exportLog,
  folderWitness,
  KeyUnreadable,
  parseVerifierKeys,
  verifyLog,
  type Verdict,
  type VerifierKey,
  type Witness,
} from '#verifier';
import { withLog } from './open-log.js';

export interface VerifyOptions {
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
  const keys = await readKeys(options.key ?? verifierKeyFile(config.dataDir, config.workspace));
  const outside = await outsideWitnesses(options, config, keys);
  const started = performance.now();
  const verdict = options.export
    ? await verifyExport(options.export, config, outside)
    : await verifyDatabase(keys, outside);
  output.write(`${describe(verdict, (performance.now() - started) / 1000, outside)}\n`);
  if (!verdict.ok) process.exitCode = 1;
}

async function readKeys(path: string): Promise<VerifierKey[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new KeyUnreadable(
      `${path} cannot be read: ${(error as Error).message}. Give the file of the verifier key with --key; the worker writes it to its data folder at its first start.`,
      { cause: error },
    );
  });
  return parseVerifierKeys(text);
}

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

function verifyExport(path: string, { workspace }: Config, witnesses: readonly Witness[]): Promise<Verdict> {
  if (witnesses.length === 0) {
    throw new KeyUnreadable(
      'An export proves nothing by itself. Give a checkpoint of the log with --checkpoint.',
    );
  }
  return verifyLog({ pages: exportLog(path, workspace), witnesses, onProgress: showProgress() });
}

function verifyDatabase(keys: readonly VerifierKey[], outside: readonly Witness[]): Promise<Verdict> {
  return withLog(async ({ database: { reader }, config: { workspace } }) => {
    const { head, sealed } = await databaseEnds(reader, workspace);
    return verifyLog({
      pages: databaseLog(reader, workspace, Math.max(head, sealed)),
      witnesses: [databaseWitness(reader, workspace, keys, sealed), ...outside],
      head,
      onProgress: showProgress(),
    });
  });
}

function showProgress(): (events: number) => void {
  let shown = performance.now();
  return (events) => {
    if (performance.now() - shown < PROGRESS_EVERY_MS) return;
    shown = performance.now();
    process.stderr.write(`${events} events\n`);
  };
}

function describe(verdict: Verdict, seconds: number, outside: readonly Witness[]): string {
  if (!verdict.ok) {
    const place = verdict.firstBadSeq === null ? '' : ` First bad event: ${verdict.firstBadSeq}.`;
    return `CHANGED. ${verdict.problem}${place}`;
  }
  const { events, sealed, checkpoints } = verdict;
  const rate = Math.round(events / Math.max(seconds, 0.001));
  const tail =
    events > sealed ? ` ${events - sealed} events after the newest checkpoint are not sealed yet.` : '';
  const alone =
    outside.length > 0
      ? ''
      : ' No checkpoint kept outside the database was compared: only one shows that a whole history was rewritten (--checkpoint).';
  return `Nothing was changed: ${sealed} events agree with ${checkpoints} signed checkpoints (${seconds.toFixed(1)} s, ${rate} events/s).${tail}${alone}`;
}

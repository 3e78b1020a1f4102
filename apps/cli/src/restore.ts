import { existsSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { KEY_MEMBER, readBackup, restoreBackup, type BackupManifest, type SoundBackup } from '#archive';
import {
  eventStoreMigrations,
  keepVerifierKey,
  readErasureList,
  SIGNING_KEY_FILE,
  verifierKeyFile,
} from '#event-store';
import {
  createLogger,
  loadConfig,
  openDatabase,
  uuidv7Generator,
  type Config,
  type Database,
} from '#platform';
import { projections, registerViews } from '#projections';
import { folderWitness, parseVerifierKeys } from '#verifier';
import { describeVerdict } from './describe-verdict.js';
import { eraseListed } from './erase.js';
import { ownAccount } from './own-account.js';
import { otherMigrations } from './open-log.js';
import { showProgress } from './show-progress.js';
import { verifyDatabase } from './verify.js';

interface RestoreVerbOptions {
  readonly checkpoint?: readonly string[];
  /** The list of erasures of the log that the backup is of. */
  readonly erasures?: string;
}

/**
 * `claimtrail restore`: checks the backup, fills a database that has no log, verifies what came out, and erases again what was erased
 * since the backup was taken.
 */
export async function restore(folder: string, options: RestoreVerbOptions): Promise<void> {
  const { erasures } = options;
  // A list that cannot be read is said before anything is written.
  if (erasures !== undefined) await readErasureList(erasures);
  await fillAndProve(folder, options);
  if (erasures !== undefined) await eraseListed(erasures, ownAccount(), process.stdout);
}

async function fillAndProve(folder: string, options: RestoreVerbOptions): Promise<void> {
  const config = loadConfig(process.env);
  const logger = createLogger(process.env['LOG_LEVEL'] ? config.logLevel : 'warn');
  const onProgress = showProgress('restore');
  const backup = await readBackup(folder, onProgress);
  const database = await openDatabase(config, logger);
  try {
    const started = performance.now();
    const { events, resumed } = await restoreBackup({
      backup,
      database,
      migrations: [...eventStoreMigrations, ...otherMigrations],
      prepare: () => registerViews(database.writer, projections),
      ids: uuidv7Generator,
      logger,
      onProgress,
    });
    await restoreKeys(backup, config);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const went = resumed ? ' (an interrupted restore went on)' : '';
    say(
      `Restored ${events} events in ${seconds} s${went}, as they stood at ${backup.manifest.takenAt}. The worker fills the views.`,
    );
    for (const workspace of backup.manifest.workspaces) await prove(database, workspace, options);
  } finally {
    await database.close();
  }
}

/** The public keys, so that what was signed before still verifies; the private one only where the backup has it and nothing is here. */
async function restoreKeys({ folder, manifest }: SoundBackup, { dataDir }: Config): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  for (const { workspace, verifierKeys } of manifest.workspaces) {
    for (const key of verifierKeys) await keepVerifierKey(verifierKeyFile(dataDir, workspace), key);
  }
  const own = join(dataDir, SIGNING_KEY_FILE);
  if (existsSync(own) || !manifest.members.some(({ name }) => name === KEY_MEMBER)) return;
  await copyFile(join(folder, KEY_MEMBER), own);
}

async function prove(
  database: Database,
  { workspace, checkpoint, verifierKeys }: BackupManifest['workspaces'][number],
  options: RestoreVerbOptions,
): Promise<void> {
  if (checkpoint === null || verifierKeys.length === 0) {
    return say(
      `Workspace "${workspace}" was not sealed when the backup was taken: nothing vouches for its events.`,
    );
  }
  const keys = parseVerifierKeys(verifierKeys.join('\n'));
  const outside = await Promise.all((options.checkpoint ?? []).map((path) => folderWitness(path, keys)));
  const started = performance.now();
  const verdict = await verifyDatabase(database, workspace, keys, outside);
  const seconds = (performance.now() - started) / 1000;
  say(`Workspace "${workspace}": ${describeVerdict(verdict, seconds, outside.length > 0)}`);
  if (!verdict.ok) process.exitCode = 1;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

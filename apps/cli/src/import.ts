import { mkdir } from 'node:fs/promises';
import { checkExport, ExportDamaged, importLog, type Imported } from '#archive';
import { keepVerifierKey, verifierKeyFile } from '#event-store';
import { uuidv7Generator } from '#platform';
import type { ExportEnds } from '#verifier';
import { describeVerdict } from './describe-verdict.js';
import { withLog } from './open-log.js';
import { showProgress } from './show-progress.js';
import { describeKeys, showEvents } from './verify.js';
import { verifyExport } from './verify-export.js';

interface ImportOptions {
  readonly key?: string;
  readonly checkpoint?: readonly string[];
}

/**
 * `claimtrail import`: proves the file first, then checks every line of it, and only then writes; what was interrupted goes on
 * when it is called again.
 */
export async function importExport(path: string, options: ImportOptions): Promise<void> {
  await withLog(async ({ config, database }) => {
    const started = performance.now();
    const { verdict, ends, outside, borrowedKeys } = await verifyExport(
      { ...options, path, onProgress: showEvents() },
      config,
    );
    if (!verdict.ok)
      throw new ExportDamaged(path, null, describeVerdict(verdict, 0, true).replace(/\.$/, ''));
    const seconds = (performance.now() - started) / 1000;
    say(`${describeVerdict(verdict, seconds, outside.length > 0)}${describeKeys(borrowedKeys)}`);
    const checked = await checkExport(path, showProgress('import'));
    await keepKeys(config.dataDir, ends);
    const imported = await importLog({
      path,
      checked,
      database,
      ids: uuidv7Generator,
      onProgress: showProgress('import'),
    });
    say(describe(imported, config.workspace));
  });
}

/** What was signed elsewhere is to verify here. */
async function keepKeys(dataDir: string, { workspace, verifierKeys }: ExportEnds): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  for (const key of verifierKeys) await keepVerifierKey(verifierKeyFile(dataDir, workspace), key);
}

function describe({ workspace, events, sealed, resumed }: Imported, own: string): string {
  const went = resumed ? ' (an interrupted import went on)' : '';
  const elsewhere = workspace === own ? '' : ` Set CLAIMTRAIL_WORKSPACE=${workspace} to work with it.`;
  return `Imported ${events} events into workspace "${workspace}"${went}; its tree is that of the checkpoint over ${sealed}. The worker fills the views.${elsewhere}`;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

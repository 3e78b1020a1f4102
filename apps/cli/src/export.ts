import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { exportToFile, exportToStream, type Exported, type LogToExport } from '#archive';
import { InvalidFields } from '#domain';
import { verifierKeyFile } from '#event-store';
import { systemClock, uuidv7Generator, type Config } from '#platform';
import { withLog } from './open-log.js';
import { sealNow } from './seal-now.js';
import { showProgress } from './show-progress.js';

interface ExportOptions {
  readonly workspace?: string;
  readonly from: string;
  readonly out?: string;
  readonly resume?: boolean;
}

/** `claimtrail export`: the log as NDJSON of CloudEvents, with the checkpoints that vouch for it. */
export async function exportLog(
  { workspace, from, out, resume = false }: ExportOptions,
  output: Writable,
): Promise<void> {
  if (!/^[1-9]\d{0,17}$/.test(from)) {
    throw new InvalidFields('export', { '--from': `must be a whole number, 1 or more, not "${from}"` });
  }
  if (resume && out === undefined) {
    throw new InvalidFields('export', { '--resume': 'goes on with a file; give it with --out' });
  }
  await withLog(async (log) => {
    const named = workspace === undefined ? log.config : { ...log.config, workspace };
    await sealNow({ ...log, config: named });
    const options = await logToExport(named, BigInt(from));
    const exported =
      out === undefined
        ? await exportToStream(log.database.reader, options, output)
        : await exportToFile(log.database.reader, options, out, { resume });
    process.stderr.write(`${describe(exported, out)}\n`);
  });
}

async function logToExport({ workspace, logOrigin, dataDir }: Config, fromSeq: bigint): Promise<LogToExport> {
  return {
    workspace,
    origin: logOrigin ?? `claimtrail/${workspace}`,
    verifierKeys: await readVerifierKeys(dataDir, workspace),
    fromSeq,
    clock: systemClock,
    ids: uuidv7Generator,
    onProgress: showProgress('export'),
  };
}

/** One line a key that ever signed the log; none where no worker ever ran here. */
export async function readVerifierKeys(dataDir: string, workspace: string): Promise<string[]> {
  const path = verifierKeyFile(dataDir, workspace);
  if (!existsSync(path)) return [];
  return (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '');
}

function describe({ events, lastSeq, sealed }: Exported, out: string | undefined): string {
  const place = out === undefined ? '' : ` to ${out}`;
  const covered =
    BigInt(sealed) === lastSeq
      ? 'all of the log is sealed'
      : `the newest checkpoint covers ${sealed} of ${lastSeq}`;
  return `Exported ${events} events${place}; ${covered}.`;
}

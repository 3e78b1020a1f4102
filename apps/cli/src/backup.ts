import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeBackup } from '#archive';
import { InvalidFields } from '#domain';
import { SIGNING_KEY_FILE } from '#event-store';
import { systemClock, uuidv7Generator, type Config } from '#platform';
import { readVerifierKeys } from './export.js';
import { withLog } from './open-log.js';
import { packageVersion } from './package-root.js';
import { sealNow } from './seal-now.js';
import { showProgress } from './show-progress.js';

/** What people decided about the views; the rest of them the log gives again. */
const DECISIONS = ['views.skipped_event'];

/** `claimtrail backup`: the whole database at one moment in a folder; called again, it adds what is new. */
export async function backup(
  folder: string,
  { withKey = false }: { readonly withKey?: boolean },
): Promise<void> {
  await withLog(async (log) => {
    const { config, database } = log;
    const signingKey = withKey ? signingKeyFile(config) : undefined;
    await sealNow(log);
    const started = performance.now();
    const { events, kept, bytes } = await writeBackup({
      database,
      folder,
      claimtrailVersion: packageVersion(),
      decisions: DECISIONS,
      verifierKeys: (workspace) => readVerifierKeys(config.dataDir, workspace),
      signingKey,
      clock: systemClock,
      ids: uuidv7Generator,
      onProgress: showProgress('backup'),
    });
    const seconds = (performance.now() - started) / 1000;
    const old = kept > 0 ? `, ${kept} of them kept from before` : '';
    const key = withKey
      ? ' It holds the signing key: whoever has it can sign as this log.'
      : ' The signing key is not in it: keep a copy of that elsewhere.';
    process.stdout.write(
      `Backed up ${events} events${old}, ${bytes} bytes in ${seconds.toFixed(1)} s, to ${folder}.${key}\n`,
    );
  });
}

function signingKeyFile({ signingKey, dataDir }: Config): string {
  const path = signingKey ?? join(dataDir, SIGNING_KEY_FILE);
  if (existsSync(path)) return path;
  throw new InvalidFields('backup', {
    '--with-key':
      'there is no file of a signing key here; keep the key where CLAIMTRAIL_SIGNING_KEY comes from',
  });
}

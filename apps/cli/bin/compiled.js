import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Written when everything is compiled; it lists what was. */
export const stamp = join(root, 'dist', '.compiled');

const SETTINGS = ['package.json', 'tsconfig.json', 'tsconfig.build.json'];
const FOLDERS = ['apps', 'libs'];
/** What the build leaves out. */
const NOT_BUILT = /\.spec\.ts$|[\\/]testing[\\/]/;

const modified = (file) => statSync(file).mtimeMs;

/** The paths of what is compiled, and of what says how, in the folder. */
function sourcesIn(folder) {
  const settings = SETTINGS.filter((name) => existsSync(join(folder, name)));
  const files = FOLDERS.filter((name) => existsSync(join(folder, name)))
    .flatMap((name) => readdirSync(join(folder, name), { withFileTypes: true, recursive: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  return [...settings, ...files.filter((path) => !NOT_BUILT.test(path))];
}

export function markCompiled(file = stamp, folder = root) {
  writeFileSync(file, sourcesIn(folder).join('\n'));
}

/**
 * A source that is not as it was compiled: one that was removed or renamed, else one that is new (what was renamed keeps its old date),
 * else the one that was changed last. Null where there is none, or no word of a build.
 */
export function changedSince(file, folder = root) {
  if (!existsSync(file)) return null;
  const compiled = new Set(readFileSync(file, 'utf8').split('\n'));
  const sources = new Set(sourcesIn(folder));
  const other =
    [...compiled].find((path) => !sources.has(path)) ?? [...sources].find((path) => !compiled.has(path));
  if (other !== undefined) return join(folder, other);
  let [newest, since] = [null, modified(file)];
  for (const path of [...sources].map((name) => join(folder, name)))
    if (modified(path) > since) [newest, since] = [path, modified(path)];
  return newest;
}

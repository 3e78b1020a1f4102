import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Written when everything is compiled. */
export const stamp = join(root, 'dist', '.compiled');

const SOURCES = ['apps', 'libs', 'package.json', 'tsconfig.json', 'tsconfig.build.json'];
/** What the build leaves out. */
const NOT_BUILT = /\.spec\.ts$|[\\/]testing[\\/]/;

const modified = (file) => statSync(file).mtimeMs;

function* sourcesIn(path) {
  if (!statSync(path).isDirectory()) return yield path;
  for (const entry of readdirSync(path, { withFileTypes: true, recursive: true }))
    if (entry.isFile() && entry.name.endsWith('.ts')) yield join(entry.parentPath, entry.name);
}

/** The source that was changed since it was compiled, the newest first; null where there is none, or no word of a build. */
export function changedSince(file, folder = root) {
  if (!existsSync(file)) return null;
  let [newest, since] = [null, modified(file)];
  for (const source of SOURCES.map((name) => join(folder, name)).filter((path) => existsSync(path)))
    for (const path of sourcesIn(source)) {
      if (NOT_BUILT.test(path) || modified(path) <= since) continue;
      [newest, since] = [path, modified(path)];
    }
  return newest;
}

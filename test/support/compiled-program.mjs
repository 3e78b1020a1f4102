import { copyFile, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { transformFile } from '@swc/core';
import { SWC_OPTIONS } from './swc-options.mjs';

const ROOT = join(import.meta.dirname, '../..');
const FOLDER_PREFIX = 'claimtrail-program-';

/**
 * Compiles the program, and those that only tests start, once for the run, so that each of its hundred starts need not. Tests find it through the environment:
 * CLAIMTRAIL_TEST_PROGRAM is a folder as `npm run build` leaves one. Every project names the setup; a second call changes nothing.
 */
export async function compileProgram() {
  if (process.env['CLAIMTRAIL_TEST_PROGRAM'] !== undefined) return;
  const folder = await mkdtemp(join(tmpdir(), FOLDER_PREFIX));
  process.env['CLAIMTRAIL_TEST_PROGRAM'] = folder;
  await copyFile(join(ROOT, 'package.json'), join(folder, 'package.json'));
  for (const name of ['node_modules', 'seeds']) await symlink(join(ROOT, name), join(folder, name));
  for (const file of await sources()) await compile(file, join(folder, 'dist'));
}

export async function removeProgram() {
  const folder = process.env['CLAIMTRAIL_TEST_PROGRAM'];
  if (folder === undefined) return;
  delete process.env['CLAIMTRAIL_TEST_PROGRAM'];
  await rm(folder, { recursive: true, force: true });
}

async function sources() {
  const files = await Promise.all(
    ['apps', 'libs', 'test/chaos', 'test/support'].map(async (folder) => {
      const names = await readdir(join(ROOT, folder), { recursive: true });
      return names.map((name) => join(folder, name));
    }),
  );
  return files.flat().filter((name) => name.endsWith('.ts') && !/\.(spec|d)\.ts$/.test(name));
}

async function compile(file, into) {
  const { code } = await transformFile(join(ROOT, file), SWC_OPTIONS);
  const path = join(into, file.replace(/\.ts$/, '.js'));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, code);
}

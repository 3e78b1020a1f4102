import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Node options for threads that a test starts: Jest compiles for itself alone, and their entries are TypeScript. */
export const THREAD_OPTIONS: readonly string[] = [
  '--conditions=source',
  '--import',
  pathToFileURL(join(import.meta.dirname, 'register-typescript.mjs')).href,
];

#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { changedSince, root, stamp } from './compiled.js';

const main = new URL('../../../dist/apps/cli/src/main.js', import.meta.url);
if (!existsSync(main)) {
  console.error('claimtrail is not built yet. Run: npm run build');
  process.exit(1);
}
// Only in a working copy do sources change; what is installed has no history.
const changed = existsSync(join(root, '.git')) ? changedSince(stamp) : null;
if (changed)
  console.error(`claimtrail was built before ${relative(root, changed)} was changed. Run: npm run build`);
await import(main.href);

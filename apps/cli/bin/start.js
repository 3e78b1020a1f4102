// `npm start`: compiles what changed since the last time, then runs `claimtrail up`.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { changedSince, markCompiled, root, stamp } from './compiled.js';

if (!existsSync(stamp) || changedSince(stamp) !== null) {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  // Types are checked by `npm run build`; a start only needs the JavaScript, in half the time.
  const { status } = spawnSync(
    process.execPath,
    [tsc, '-p', 'tsconfig.build.json', '--noCheck', '--incremental', 'false', '--tsBuildInfoFile', 'null'],
    {
      cwd: root,
      stdio: 'inherit',
    },
  );
  if (status !== 0) process.exit(status ?? 1);
  markCompiled();
}

process.argv.push('up');
await import('./claimtrail.js');

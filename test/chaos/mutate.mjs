// node test/chaos/mutate.mjs [NAME]: takes one wall of the log or the views away at a time, in a working tree of its own,
// and sees that its tests fail. Exits with 1 where a test stays green, for then it holds nothing.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const APPEND = 'libs/event-store/src/migrations/append-optimistically.ts';

const MUTATIONS = [
  {
    name: 'fence',
    what: 'a worker whose lease was taken over may still write',
    changes: [
      ['libs/projections/src/runner/checkpoint.ts', ' AND held.epoch <= coalesce($6, held.epoch)`', '`'],
    ],
    tests: 'libs/projections/src/runner/leases.int.spec.ts',
  },
  {
    name: 'head-lock',
    what: 'seq is taken from the head row without locking it',
    changes: [
      [
        APPEND,
        '  UPDATE event_store.workspace_head h\n     SET seq = h.seq',
        `  SELECT h.seq, clock_timestamp() INTO v_before, v_recorded_at
    FROM event_store.workspace_head h WHERE h.workspace = p_workspace;
  UPDATE event_store.workspace_head h
     SET seq = v_before`,
      ],
      [APPEND, 'RETURNING h.seq ${minus} ${count}, h.recorded_at INTO v_before, v_recorded_at;', ';'],
      [
        'libs/event-store/src/migrations/append-batch.ts',
        ' WHERE h.workspace = p_workspace FOR UPDATE;',
        ' WHERE h.workspace = p_workspace;',
      ],
    ],
    tests: 'libs/event-store/src/concurrent-appends.int.spec.ts',
  },
  {
    name: 'append-only',
    what: 'the table of events lets its owner change it',
    changes: [
      [
        'libs/event-store/src/migrations/log-protection.ts',
        'BEFORE UPDATE OR DELETE OR TRUNCATE ON',
        'BEFORE TRUNCATE ON',
      ],
    ],
    tests: 'libs/event-store/src/append-only.int.spec.ts',
  },
  {
    name: 'idempotency',
    what: 'an append under a known key is written again',
    changes: [
      [APPEND, "IF v_rows ${less} pg_catalog.cardinality(p_keys) THEN RAISE SQLSTATE 'CT409'; END IF;", ''],
    ],
    tests: 'test/chaos/retries/retries.e2e.spec.ts',
  },
];

const [only] = process.argv.slice(2);
const chosen = MUTATIONS.filter(({ name }) => only === undefined || name === only);
if (chosen.length === 0) {
  console.error(`node test/chaos/mutate.mjs [${MUTATIONS.map(({ name }) => name).join('|')}]`);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'claimtrail-mutation-'));
const tree = join(folder, 'tree');
const git = (...args) => execFileSync('git', args, { cwd: ROOT, stdio: 'ignore' });
git('worktree', 'add', '--detach', tree, 'HEAD');
symlinkSync(join(ROOT, 'node_modules'), join(tree, 'node_modules'));
try {
  for (const mutation of chosen) {
    const isRed = runMutation(mutation);
    console.log(
      `${isRed ? 'noticed' : 'NOT NOTICED'}  ${mutation.name}: ${mutation.what} (${mutation.tests})`,
    );
    if (!isRed) process.exitCode = 1;
  }
} finally {
  git('worktree', 'remove', '--force', tree);
  rmSync(folder, { recursive: true, force: true });
}

/** Green as it is, red with the wall away: only both together say something. */
function runMutation({ changes, tests }) {
  if (!isGreen(tests)) throw new Error(`${tests} fails as it is.`);
  for (const [file, from, to] of changes) replaceIn(join(tree, file), from, to);
  const isRed = !isGreen(tests);
  execFileSync('git', ['checkout', '--', '.'], { cwd: tree, stdio: 'ignore' });
  return isRed;
}

function isGreen(tests) {
  const { status } = spawnSync('npm', ['test', '--', tests], { cwd: tree, stdio: 'ignore' });
  return status === 0;
}

function replaceIn(path, from, to) {
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${path} no longer holds: ${from}`);
  writeFileSync(
    path,
    text.replaceAll(from, () => to),
  );
}

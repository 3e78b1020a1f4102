import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { changedSince, markCompiled } from '../bin/compiled.js';

const HOUR = 3_600;
let made: string;
/** A working copy below a folder that is called as one that the build leaves out. */
let folder: string;
beforeEach(() => {
  made = mkdtempSync(join(tmpdir(), 'claimtrail-built-'));
  folder = join(made, 'testing', 'claimtrail');
});
afterEach(() => rmSync(made, { recursive: true }));

function put(file: string, atHour: number): string {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '');
  utimesSync(path, atHour * HOUR, atHour * HOUR);
  return path;
}

/** What is there is compiled. */
function build(atHour: number): string {
  const stamp = put('dist/.compiled', atHour);
  markCompiled(stamp, folder);
  utimesSync(stamp, atHour * HOUR, atHour * HOUR);
  return stamp;
}

describe('changedSince', () => {
  it('names the newest source that was changed behind a build, and none where all are older', () => {
    put('package.json', 4);
    for (const file of ['apps/cli/src/a.ts', 'libs/x/src/b.ts', 'libs/x/src/c.ts']) put(file, 3);
    const built = build(5);
    expect(changedSince(built, folder)).toBeNull();
    put('libs/x/src/b.ts', 6);
    const newest = put('libs/x/src/c.ts', 7);
    expect(changedSince(built, folder)).toBe(newest);
  });

  it('names a source that was removed, renamed or added, whatever its date', () => {
    const removed = put('libs/x/src/b.ts', 3);
    const built = build(5);
    const renamed = join(folder, 'libs/x/src/c.ts');
    renameSync(removed, renamed);
    expect(changedSince(built, folder)).toBe(removed);
    renameSync(renamed, removed);
    expect(changedSince(built, folder)).toBeNull();
    const added = put('libs/x/src/d.ts', 2);
    expect(changedSince(built, folder)).toBe(added);
  });

  it('takes no notice of what is not built, nor where nothing tells of a build', () => {
    put('apps/cli/src/a.ts', 3);
    const built = build(5);
    put('apps/cli/src/a.spec.ts', 6);
    put('libs/x/src/testing/b.ts', 6);
    put('libs/x/src/notes.md', 6);
    expect(changedSince(built, folder)).toBeNull();
    put('libs/x/src/c.ts', 6);
    expect(changedSince(join(folder, 'dist/none'), folder)).toBeNull();
  });
});

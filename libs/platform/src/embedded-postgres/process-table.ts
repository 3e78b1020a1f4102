import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Whether a process of that id runs, be it ours or another user's. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  // A zombie has ended; only its parent has not looked yet, and in a container may never do.
  return process.platform !== 'linux' || attempt(() => statFields(pid)[0] ?? '') !== 'Z';
}

/** A process, told apart from a later one that was given the same id. */
export interface ProcessMark {
  readonly pid: number;
  /** When it started, in the words of the operating system; only compared for equality. Null where it may not be seen. */
  readonly started: string | null;
}

export function markOf(pid: number): ProcessMark {
  return { pid, started: startOf(pid) };
}

/** Whether the marked process still runs. Where the system hides its start, a running process of that id counts as it. */
export function isSameProcess({ pid, started }: ProcessMark): boolean {
  if (!isRunning(pid)) return false;
  const now = startOf(pid);
  return now === null || started === null || now === started;
}

/** The command line of a running process; an empty text where it may not be seen. */
export function commandLineOf(pid: number): string {
  if (process.platform === 'linux') return attempt(() => readProc(pid, 'cmdline').replaceAll('\0', ' '));
  if (process.platform === 'win32') return attempt(() => windowsProcess(pid, 'CommandLine'));
  return attempt(() => ps(pid, 'command='));
}

function startOf(pid: number): string | null {
  if (process.platform === 'linux') return attempt(() => linuxStart(pid)) || null;
  if (process.platform === 'win32') return attempt(() => windowsProcess(pid, 'CreationDate')) || null;
  return attempt(() => ps(pid, 'lstart=')) || null;
}

/** Ticks since boot and the id of the boot: unlike a wall-clock time, they do not move when the clock is set. */
function linuxStart(pid: number): string {
  const startTime = statFields(pid)[19];
  return `${startTime}@${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}`;
}

/** The fields after the program's name, which stands in brackets and may hold anything, brackets and spaces too. */
function statFields(pid: number): string[] {
  const stat = readProc(pid, 'stat');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function readProc(pid: number, file: string): string {
  return readFileSync(`/proc/${pid}/${file}`, 'utf8');
}

function ps(pid: number, column: string): string {
  const env = { ...process.env, LC_ALL: 'C' };
  return execFileSync('ps', ['-ww', '-o', column, '-p', String(pid)], { encoding: 'utf8', env }).trim();
}

function windowsProcess(pid: number, property: 'CommandLine' | 'CreationDate'): string {
  const command = `(Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}').${property}`;
  const args = ['-NoProfile', '-NonInteractive', '-Command', command];
  return execFileSync('powershell.exe', args, { encoding: 'utf8', windowsHide: true }).trim();
}

function attempt(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}

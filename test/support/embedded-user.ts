import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { commandLineOf } from '../../libs/platform/src/embedded-postgres/process-table.js';

interface Message {
  readonly event: 'started' | 'failed' | 'closed' | 'spawned' | 'interrupted';
  readonly url?: string;
  readonly milliseconds?: number;
  readonly pid?: number;
  readonly name?: string;
  readonly code?: string;
  readonly message?: string;
}

export interface ProcessOptions {
  readonly uid?: number;
  readonly gid?: number;
}

const running = new Set<EmbeddedUser>();

/** An empty folder that every OS user can enter. */
export function makeScratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'claimtrail-scratch-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** Kills what a test left running on the data folders below a scratch folder, and removes it. */
export async function removeScratchFolder(folder: string): Promise<void> {
  await Promise.all([...running].map((user) => user.kill()));
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('postmaster.pid')) continue;
    const pid = Number(readFileSync(join(folder, name), 'utf8').split('\n')[0]);
    if (commandLineOf(pid).includes(folder)) process.kill(pid, 'SIGKILL');
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** A real process of its own that uses the embedded server of a data folder. */
export class EmbeddedUser {
  private readonly messages: Message[] = [];
  private log = '';
  private arrived: () => void = () => undefined;
  private readonly ended: Promise<unknown>;

  private constructor(readonly child: ChildProcess) {
    running.add(this);
    this.ended = once(child, 'close').then(() => {
      running.delete(this);
      this.arrived();
    });
    createInterface({ input: child.stdout! }).on('line', (line) => {
      this.messages.push(JSON.parse(line) as Message);
      this.arrived();
    });
    child.stderr!.on('data', (chunk: Buffer) => (this.log += chunk.toString()));
  }

  /** Begins in a process group of its own, and does not wait for the server. */
  static spawn(dataDir: string, options: ProcessOptions = {}): EmbeddedUser {
    const script = join(import.meta.dirname, 'embedded-user-process.mjs');
    return new EmbeddedUser(
      spawn(process.execPath, [script, dataDir], { ...options, detached: true, stdio: 'pipe', cwd: '/' }),
    );
  }

  static async start(dataDir: string, options: ProcessOptions = {}): Promise<EmbeddedUser> {
    const user = EmbeddedUser.spawn(dataDir, options);
    await user.started();
    return user;
  }

  async started(): Promise<{ url: string; milliseconds: number; log: string }> {
    const { url = '', milliseconds = 0 } = await this.waitFor('started');
    return { url, milliseconds, log: this.log };
  }

  /** What the process said when it could not start. */
  async failed(): Promise<Message> {
    const failure = await this.waitFor('failed');
    await this.ended;
    return failure;
  }

  async close(): Promise<void> {
    this.child.stdin!.write('close\n');
    await this.waitFor('closed');
    await this.ended;
  }

  async spawnSibling(): Promise<number> {
    this.child.stdin!.write('spawn\n');
    return (await this.waitFor('spawned')).pid ?? 0;
  }

  /** What Ctrl-C in a terminal does: the signal goes to the whole process group. */
  async interruptGroup(): Promise<void> {
    process.kill(-this.child.pid!, 'SIGINT');
    await this.waitFor('interrupted');
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  private async waitFor(event: Message['event']): Promise<Message> {
    for (;;) {
      const found = this.messages.find((message) => message.event === event);
      if (found) return found;
      const failure = this.messages.find((message) => message.event === 'failed');
      if (failure || this.child.exitCode !== null || this.child.signalCode !== null) {
        throw new Error(`The process ended before "${event}": ${failure?.message ?? ''} ${this.log}`);
      }
      await new Promise<void>((resolve) => (this.arrived = resolve));
    }
  }
}

/** One answer of a server; rejects where it does not answer. */
export async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

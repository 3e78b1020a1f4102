import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { programOf, ROOT } from '../support/claimtrail-process.js';

const running = new Set<ChildProgram>();

/** Kills what a failed test left running. */
export async function killLeftPrograms(): Promise<void> {
  await Promise.all([...running].map((left) => left.kill()));
}

/** A TypeScript file in a process of its own, which tells what it does in JSON lines and is told what to do in plain ones. */
export class ChildProgram {
  private readonly messages: Readonly<Record<string, unknown>>[] = [];
  private problems = '';
  private heard: () => void = () => undefined;
  private readonly ended: Promise<unknown>;

  private constructor(private readonly child: ChildProcess) {
    running.add(this);
    this.ended = once(child, 'close').then(() => {
      running.delete(this);
      this.heard();
    });
    createInterface({ input: child.stdout! }).on('line', (line) => {
      this.messages.push(JSON.parse(line) as Record<string, unknown>);
      this.heard();
    });
    child.stderr!.on('data', (text: Buffer) => (this.problems += text.toString()));
    // A line told to a process that was killed meanwhile is nobody's failure.
    child.stdin!.on('error', () => undefined);
  }

  /** `file` below the project; `clockShiftMs` sets its clock wrong by so much. */
  static start(file: string, args: readonly (string | number)[], clockShiftMs = 0): ChildProgram {
    const env = { ...process.env, NODE_OPTIONS: '', CHAOS_CLOCK_SHIFT_MS: String(clockShiftMs) };
    const command = ['--disable-warning=ExperimentalWarning', ...programOf(file), ...args.map(String)];
    return new ChildProgram(spawn(process.execPath, command, { cwd: ROOT, env, stdio: 'pipe' }));
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** The first message of that name that comes, or came, after the first `seen` ones. */
  async says(event: string, seen = 0): Promise<Readonly<Record<string, unknown>>> {
    for (;;) {
      const found = this.messages.slice(seen).find((message) => message['event'] === event);
      if (found) return found;
      if (!this.isRunning) throw new Error(`The process ended before "${event}": ${this.problems}`);
      await new Promise<void>((resolve) => (this.heard = resolve));
    }
  }

  /** Tells it a line and waits for its answer. */
  async ask(line: string, answer: string): Promise<Readonly<Record<string, unknown>>> {
    const seen = this.messages.length;
    this.child.stdin!.write(`${line}\n`);
    return this.says(answer, seen);
  }

  tell(line: string): void {
    this.child.stdin!.write(`${line}\n`);
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  /** Its exit code after it was asked to end. */
  async stop(): Promise<number | null> {
    this.child.kill('SIGTERM');
    await this.ended;
    return this.child.exitCode;
  }
}

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { programOf, ROOT } from './claimtrail-process.js';

export interface WorkerPlan {
  readonly mode: 'fenced' | 'unfenced';
  readonly leaseMs: number;
  /** The batch, counted from 1, in which it stops or kills itself. */
  readonly fallIn?: number;
  readonly signal?: 'SIGSTOP' | 'SIGKILL';
}

/** A real worker process on the counting view. */
export class ViewWorker {
  private readonly events: string[] = [];
  private heard: () => void = () => undefined;
  private problems = '';

  private constructor(private readonly child: ChildProcess) {
    createInterface({ input: child.stdout! }).on('line', (line) => {
      this.events.push((JSON.parse(line) as { event: string }).event);
      this.heard();
    });
    child.stderr!.on('data', (text: Buffer) => (this.problems += text.toString()));
    child.on('close', () => this.heard());
  }

  static async start(url: string, { mode, leaseMs, fallIn = 0, signal }: WorkerPlan): Promise<ViewWorker> {
    const program = programOf('test/support/view-worker-program.ts');
    const args = [...program, url, mode, String(leaseMs), String(fallIn), signal ?? ''];
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const worker = new ViewWorker(child);
    await worker.says('ready');
    return worker;
  }

  /** Until it has said so. */
  async says(event: string): Promise<void> {
    while (!this.events.includes(event)) {
      if (this.child.exitCode !== null)
        throw new Error(`The worker ended before "${event}": ${this.problems}`);
      await new Promise<void>((resolve) => (this.heard = resolve));
    }
  }

  wake(): void {
    this.child.kill('SIGCONT');
  }

  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'close');
    this.child.kill('SIGKILL');
    await ended;
  }
}

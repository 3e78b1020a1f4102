import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');
const UP = /GraphQL\s+(http:\/\/\S+)\/graphql/;

export interface Outcome {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line for Node that runs a TypeScript file below the project: as the run of tests compiled it, or else from its source. */
export function programOf(file: string): string[] {
  const compiled = process.env['CLAIMTRAIL_TEST_PROGRAM'];
  if (compiled !== undefined) return [join(compiled, 'dist', file.replace(/\.ts$/, '.js'))];
  const loader = join(import.meta.dirname, 'register-typescript.mjs');
  return ['--conditions=source', '--import', loader, join(ROOT, file)];
}

export const program = (): string[] => programOf('apps/cli/src/main.ts');

/** What a process is told beside what this one was: no database but its own. */
export function environmentOf(env: Readonly<Record<string, string>>): Record<string, string | undefined> {
  const { DATABASE_URL: _url, ...inherited } = process.env;
  return { ...inherited, NODE_OPTIONS: '', ...env };
}

const running = new Set<ClaimtrailProcess>();

/** Kills what a failed test left running. */
export async function killLeftProcesses(): Promise<void> {
  await Promise.all([...running].map((left) => left.kill()));
}

/** A verb of the command line, in a process of its own. */
export class ClaimtrailProcess {
  private output = '';
  private errors = '';
  private readonly ended: Promise<unknown>;

  private constructor(readonly child: ChildProcess) {
    child.stdout!.setEncoding('utf8').on('data', (chunk: string) => (this.output += chunk));
    child.stderr!.setEncoding('utf8').on('data', (chunk: string) => (this.errors += chunk));
    running.add(this);
    this.ended = once(child, 'close').then(() => running.delete(this));
  }

  static start(args: readonly string[], env: Readonly<Record<string, string>>): ClaimtrailProcess {
    return new ClaimtrailProcess(
      spawn(process.execPath, [...program(), ...args], {
        env: environmentOf(env),
        cwd: ROOT,
        stdio: 'pipe',
      }),
    );
  }

  /** Runs a verb to its end, with `input` on standard input. */
  static async run(
    args: readonly string[],
    env: Readonly<Record<string, string>>,
    input = '',
  ): Promise<Outcome> {
    const process = ClaimtrailProcess.start(args, env);
    process.child.stdin!.end(input);
    return process.outcome();
  }

  async outcome(): Promise<Outcome> {
    await this.ended;
    return { exitCode: this.child.exitCode, stdout: this.output, stderr: this.errors };
  }

  /** The address that `claimtrail up` prints once it answers. */
  async url(): Promise<string> {
    for (;;) {
      const found = UP.exec(this.output)?.[1];
      if (found) return found;
      if (this.child.exitCode !== null || this.child.signalCode !== null) {
        throw new Error(`claimtrail ended before it was up: ${this.output}${this.errors}`);
      }
      await Promise.race([once(this.child.stdout!, 'data'), this.ended]);
    }
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  async stop(signal: 'SIGTERM' | 'SIGINT' = 'SIGTERM'): Promise<Outcome> {
    this.child.kill(signal);
    return this.outcome();
  }
}

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { environmentOf, program, ROOT, type Outcome } from './claimtrail-process.js';

const SCRIPT = join(import.meta.dirname, 'resident-program-process.mjs');

/** A program that runs one verb after the other. */
class ResidentProgram {
  private readonly child: ChildProcess;
  private readonly answers: AsyncIterator<string>;
  /** What loggers write past the verbs' own standard error. */
  private log = '';
  private last: Promise<unknown> = Promise.resolve();

  constructor() {
    const options = program();
    const main = options.pop()!;
    const args = [...options, SCRIPT, main];
    this.child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: environmentOf({}),
      stdio: 'pipe',
    });
    this.child.stderr!.setEncoding('utf8').on('data', (chunk: string) => (this.log += chunk));
    this.answers = createInterface({ input: this.child.stdout! })[Symbol.asyncIterator]();
  }

  /** Runs a verb to its end, after those before it. */
  run(args: readonly string[], env: Readonly<Record<string, string>>, input = ''): Promise<Outcome> {
    const turn = this.last.then(() => this.call({ args, env, input }));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'close');
    this.child.stdin!.end();
    await ended;
  }

  private async call(call: object): Promise<Outcome> {
    this.child.stdin!.write(`${JSON.stringify(call)}\n`);
    const answer = await this.answers.next();
    if (answer.done) throw new Error(`The resident program ended in the middle of a verb: ${this.log}`);
    return JSON.parse(answer.value) as Outcome;
  }
}

let resident: ResidentProgram | undefined;
afterAll(() => resident?.stop());

/**
 * Runs a verb to its end where a process of its own is not the point: one that is started once in a spec runs them all, as a start takes ten
 * times as long as most verbs. What a kill, a signal, a pipe or the end of a process does is asked of `ClaimtrailProcess`.
 */
export function runVerb(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  input = '',
): Promise<Outcome> {
  resident ??= new ResidentProgram();
  return resident.run(args, env, input);
}

import type { Chance } from '../../support/chance.js';
import { ChildProgram } from '../child-program.js';
import { pauseFor } from '../race/writers.js';

export const LEASE_MS = 1_500;
const BATCH_SIZE = 50;
const WORKERS = 3;
const HALF_MINUTE = 30_000;
const DAY = 86_400_000;

/** The processes that are killed beside the server: one that writes, three that keep the views; each with a clock of its own. */
export class Crew {
  readonly workers: ChildProgram[] = [];
  private writer: ChildProgram | undefined;
  private writersStarted = 0;

  constructor(
    private readonly url: string,
    readonly acknowledgements: string,
    private readonly chance: Chance,
  ) {}

  async start(): Promise<void> {
    for (let n = 0; n < WORKERS; n++) this.workers.push(this.startWorker(n));
    this.writer = this.startWriter();
    await Promise.all([...this.workers, this.writer].map((program) => program.says('ready')));
  }

  write(): void {
    this.writer?.tell('resume');
  }

  /** Lets every append come to its end; gives how often one had to be tried again. */
  async pause(): Promise<number> {
    return Number((await this.writer?.ask('pause', 'paused'))?.['retries'] ?? 0);
  }

  async killWriter(): Promise<void> {
    await this.writer?.kill();
    this.writer = this.startWriter();
    await this.writer.says('ready');
    this.write();
  }

  /** Another comes in its place, as under any supervisor. */
  async killWorker(pid: number): Promise<void> {
    const place = this.placeOf(pid);
    await this.workers[place]?.kill();
    const heir = this.startWorker(place);
    this.workers[place] = heir;
    await heir.says('ready');
  }

  /** Longer than its lease, so that another takes over; then it goes on where it stood. */
  async freezeWorker(pid: number): Promise<void> {
    const worker = this.workers[this.placeOf(pid)];
    worker?.signal('SIGSTOP');
    await pauseFor(LEASE_MS + 500);
    worker?.signal('SIGCONT');
  }

  async end(): Promise<void> {
    const programs = this.writer ? [this.writer, ...this.workers] : this.workers;
    await Promise.all(programs.map((program) => program.kill()));
  }

  private placeOf(pid: number): number {
    const place = this.workers.findIndex((worker) => worker.pid === pid);
    return place < 0 ? this.chance.below(WORKERS) : place;
  }

  private startWorker(n: number): ChildProgram {
    const clock = [0, HALF_MINUTE, -HALF_MINUTE][n];
    return ChildProgram.start('test/chaos/kills/worker-program.ts', [this.url, LEASE_MS, BATCH_SIZE], clock);
  }

  private startWriter(): ChildProgram {
    const name = `writer${++this.writersStarted}`;
    const args = [this.url, this.acknowledgements, this.chance.below(1_000_000), name];
    const clock = this.writersStarted % 2 === 0 ? DAY : -DAY;
    return ChildProgram.start('test/chaos/kills/writer-program.ts', args, clock);
  }
}

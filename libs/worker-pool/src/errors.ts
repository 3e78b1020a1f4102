/** A job that could not be done, with a stable code (listed in docs/errors.md). */
export abstract class WorkerPoolError extends Error {
  abstract readonly code: string;

  constructor(message: string) {
    super(message);
    this.name = new.target.name;
  }
}

/** Every thread works and as many jobs wait as may. Nothing was done of this one. */
export class WorkersBusy extends WorkerPoolError {
  readonly code = 'WORKER_POOL.BUSY';

  constructor(job: string, waiting: number) {
    super(
      waiting > 0
        ? `There is too much to do before ${job}: ${waiting} wait already. Try again in a moment.`
        : `The program is stopping before ${job}. Try again after the restart.`,
    );
  }
}

/** A job took more time or memory than it may; its thread was ended and replaced. */
export class WorkOverBudget extends WorkerPoolError {
  readonly code = 'WORKER_POOL.OVER_BUDGET';

  constructor(job: string, budget: string) {
    super(`This is more than ${job} may take: it was stopped at ${budget}. Send less at once.`);
  }
}

/** A thread died of its job; another takes its place. */
export class WorkerCrashed extends WorkerPoolError {
  readonly code = 'WORKER_POOL.CRASHED';

  constructor(job: string, cause: string) {
    super(`The thread that was ${job} failed: ${cause}. The others go on; nothing was recorded of this one.`);
  }
}

/** A refusal of the views' machinery with a stable code (listed in docs/errors.md). The message says what to do. */
export abstract class ProjectionError extends Error {
  abstract readonly code: `PROJECTIONS.${string}`;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** The stored view was written by other code than this program's, so this program may not write it. */
export class ViewOfOtherCode extends ProjectionError {
  readonly code = 'PROJECTIONS.VIEW_OF_OTHER_CODE';

  constructor(
    readonly view: string,
    readonly stored: number,
    readonly own: number,
  ) {
    super(
      `The view ${view} is stored as code version ${stored} and this program writes version ${own}. Start the worker of the newest program, or run "claimtrail rebuild ${view}".`,
    );
  }
}

/** So many streams of a view are parked that the view itself must be broken. */
export class TooManyParked extends ProjectionError {
  readonly code = 'PROJECTIONS.TOO_MANY_PARKED';

  constructor(
    readonly view: string,
    readonly limit: number,
    options: ErrorOptions,
  ) {
    super(
      `The view ${view} stopped: ${limit} streams are parked, so its code is wrong rather than the events. Correct it, or look with "claimtrail parked list ${view}".`,
      options,
    );
  }
}

/** A rebuild met an event that the view cannot fold. The old version answers on. */
export class RebuildStopped extends ProjectionError {
  readonly code = 'PROJECTIONS.REBUILD_STOPPED';

  constructor(
    readonly view: string,
    readonly version: number,
    readonly seq: bigint,
    readonly stream: string,
    type: string,
    cause: Error,
  ) {
    super(
      `The rebuild of ${view} stopped at event ${seq} (${type} of stream ${stream}): ${cause.message} The version before answers on. Correct the view's code and run "claimtrail rebuild ${view}" again, which goes on here; or leave the event out with "claimtrail parked skip ${view} ${seq} --reason ...".`,
      { cause },
    );
  }
}

/** Somebody cancelled the rebuild; what it had filled is dropped. */
export class RebuildCancelled extends ProjectionError {
  readonly code = 'PROJECTIONS.REBUILD_CANCELLED';

  constructor(view: string) {
    super(`The rebuild of ${view} was cancelled. The version before answers on.`);
  }
}

/** Another process rebuilds the view at this moment. */
export class RebuildRunning extends ProjectionError {
  readonly code = 'PROJECTIONS.REBUILD_RUNNING';

  constructor(
    readonly view: string,
    readonly holder: string,
  ) {
    super(
      `Another process (${holder}) is rebuilding ${view}. See how far it is with "claimtrail rebuild ${view} --status".`,
    );
  }
}

/** There is no rebuild to pause, resume or cancel. */
export class NoRebuild extends ProjectionError {
  readonly code = 'PROJECTIONS.NO_REBUILD';

  constructor(view: string) {
    super(`No rebuild of ${view} is under way. Start one with "claimtrail rebuild ${view}".`);
  }
}

/** There is no version to go back to, or it was written by other code. */
export class CannotRollBack extends ProjectionError {
  readonly code = 'PROJECTIONS.CANNOT_ROLL_BACK';

  constructor(view: string, problem: string) {
    super(`The view ${view} cannot go back: ${problem}`);
  }
}

/** The event named is not parked. */
export class NotParked extends ProjectionError {
  readonly code = 'PROJECTIONS.NOT_PARKED';

  constructor(view: string, seq: bigint) {
    super(
      `Event ${seq} is not parked by the view ${view}. "claimtrail parked list ${view}" shows those that are.`,
    );
  }
}

/** A long reading of the view kept the switch from its short lock for too long. */
export class SwitchBlocked extends ProjectionError {
  readonly code = 'PROJECTIONS.SWITCH_BLOCKED';

  constructor(view: string, options: ErrorOptions) {
    super(
      `The new version of ${view} is level with the log, but readers held the old one all the time. Run "claimtrail rebuild ${view}" again when fewer long readings run: it only has to switch.`,
      options,
    );
  }
}

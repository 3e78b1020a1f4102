import { DomainError } from '#domain';

/** Views are not there yet: the worker has not registered them, or is rebuilding after an upgrade. */
export class ViewsNotReady extends DomainError {
  readonly code = 'QUERY.VIEWS_NOT_READY';

  constructor() {
    super(
      'The views are not ready yet. Start the worker, or wait until it has registered them, and ask again.',
    );
  }
}

/** The database did not answer in time or not at all. */
export class ViewsUnavailable extends DomainError {
  readonly code = 'QUERY.UNAVAILABLE';

  constructor(reason: string, cause: unknown) {
    super(`The views cannot be read now: ${reason}. Ask again in a moment.`);
    this.cause = cause;
  }
}

/** A cursor that this service did not give out. */
export class InvalidCursor extends DomainError {
  readonly code = 'QUERY.INVALID_CURSOR';

  constructor(cursor: string) {
    super('The cursor is not one this service gave out. Start again without "after".', { cursor });
  }
}

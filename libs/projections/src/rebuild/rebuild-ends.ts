import { RebuildCancelled } from '../errors.js';

/** Ends of a rebuild that say nothing of its events. */
export const isOurs = (error: unknown): boolean =>
  error instanceof LeaseLost || error instanceof RebuildCancelled || error instanceof FilledWithErased;

/** Events that were read and written were erased meanwhile: the version begins again. */
export class FilledWithErased extends Error {
  constructor() {
    super('Events that this rebuild had read were erased meanwhile.');
  }
}

/** Another process took the rebuild over; it goes on there. */
export class LeaseLost extends Error {
  constructor() {
    super('Another process took over this rebuild.');
  }
}

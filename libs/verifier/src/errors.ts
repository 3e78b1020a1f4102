/** Something the verifier was given cannot be read, so nothing can be said of the log. Codes: docs/errors.md. */
export abstract class VerifierError extends Error {
  abstract readonly code: `VERIFIER.${string}`;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** No verifier key, or a text that is none. */
export class KeyUnreadable extends VerifierError {
  readonly code = 'VERIFIER.KEY_UNREADABLE';
}

/** A file or folder of checkpoints that is missing or holds something else. */
export class CheckpointUnreadable extends VerifierError {
  readonly code = 'VERIFIER.CHECKPOINT_UNREADABLE';
}

/** A line of an export that is not an event. */
export class ExportUnreadable extends VerifierError {
  readonly code = 'VERIFIER.EXPORT_UNREADABLE';
}

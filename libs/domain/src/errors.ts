/** A refusal with a stable code. Codes stand in docs/errors.md; HTTP statuses are given in apps/api alone. */
export abstract class DomainError extends Error {
  abstract readonly code: string;

  constructor(
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = new.target.name;
  }
}

/** An event or command whose fields break the vocabulary. `fields` maps each field's path to what is wrong with it. */
export class InvalidFields extends DomainError {
  readonly code = 'DOMAIN.INVALID_FIELDS';

  constructor(
    readonly subject: string,
    readonly fields: Readonly<Record<string, string>>,
  ) {
    super(
      `${subject}: ${Object.entries(fields)
        .map(([path, problem]) => `${path}: ${problem}`)
        .join('; ')}`,
      { subject, fields },
    );
  }
}

/** An event type this version of Claimtrail does not know. */
export class UnknownEventType extends DomainError {
  readonly code = 'DOMAIN.UNKNOWN_EVENT_TYPE';

  constructor(readonly type: string) {
    super(`Unknown event type "${type}". It may have been written by a newer version of Claimtrail.`, {
      type,
    });
  }
}

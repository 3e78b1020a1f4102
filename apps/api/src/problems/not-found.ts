import { DomainError } from '#domain';

/** Nothing has that id. */
export class NotFound extends DomainError {
  readonly code = 'API.NOT_FOUND';

  constructor(kind: string, id: string) {
    super(`There is no ${kind} ${id}.`, { kind, id });
  }
}

/** Something has that id, and was not known, or not asserted, by the time asked for. */
export class NotKnownThen extends DomainError {
  readonly code = 'API.NOT_KNOWN_THEN';

  constructor(kind: string, id: string) {
    super(`The ${kind} with the id ${id} was not known at the time asked for; it is known today.`, {
      kind,
      id,
    });
  }
}

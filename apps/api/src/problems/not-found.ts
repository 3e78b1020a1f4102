import { DomainError } from '#domain';

/** Nothing has that id. */
export class NotFound extends DomainError {
  readonly code = 'API.NOT_FOUND';

  constructor(kind: string, id: string) {
    super(`There is no ${kind} with the id ${id}.`, { kind, id });
  }
}

import { DomainError } from '#domain';

/** The body is of a type that is not taken here. */
export class UnsupportedMediaType extends DomainError {
  readonly code = 'API.UNSUPPORTED_MEDIA_TYPE';

  constructor(wanted: string) {
    super(`This body is of a type that is not taken here. Send ${wanted}.`, { wanted });
  }
}

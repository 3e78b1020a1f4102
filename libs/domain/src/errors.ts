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

/** The article was erased by law: its words are gone for good. */
export class ArticleErased extends DomainError {
  readonly code = 'DOMAIN.ARTICLE_ERASED';

  constructor(articleId: string, erasure: bigint, advice = '') {
    super(`Article ${articleId} was erased (event ${erasure} says when and why).${advice && ` ${advice}`}`, {
      articleId,
      erasure: erasure.toString(),
    });
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

/** An event of a schema version that this version of Claimtrail does not know. */
export class UnknownEventVersion extends DomainError {
  readonly code = 'DOMAIN.UNKNOWN_EVENT_VERSION';

  constructor(
    readonly type: string,
    readonly version: number,
    readonly current: number,
  ) {
    super(
      `"${type}" is known up to schema version ${current}, and this event has version ${version}. It was written by a newer version of Claimtrail: update this one.`,
      { type, version, current },
    );
  }
}

/** The program's own upcasters do not lead every old event to the current version: it must not start. */
export class BrokenUpcasterChain extends DomainError {
  readonly code = 'DOMAIN.BROKEN_UPCASTER_CHAIN';

  constructor(
    readonly type: string,
    problem: string,
  ) {
    super(`The upcasters of "${type}" are not whole: ${problem}.`, { type });
  }
}

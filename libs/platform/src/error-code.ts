// By shape, not by `instanceof`: errors of Node itself and of drivers may come from another realm (Jest's, a worker's).

/** The `code` of an error of Node or PostgreSQL; an empty text where it has none. */
export function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' ? code : '';
}

export function messageOf(error: unknown): string {
  const message = (error as { message?: unknown } | null | undefined)?.message;
  // A connection tried at several addresses fails with an AggregateError that has a code and no message.
  return typeof message === 'string' && message !== '' ? message : String(codeOf(error) || error);
}
